"""No network: neither the tests' process nor the program asks for another machine."""

import ast
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import relations_cli
from network import NetworkUsedError
from program import UNWATCHED
from small import SMALL

PACKAGE = Path(relations_cli.__file__).parent
NETWORK = {
    *("aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "multiprocessing", "nntplib", "poplib", "requests"),
    *("smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc"),
}
"""What opens connections, or is made of what does; ``urllib.parse`` opens none."""


@pytest.mark.parametrize("host", ["192.0.2.1", "198.51.100.7", "2001:db8::1", "no.invalid", "127.0.0.1.invalid"])
def test_another_machine_is_out_of_reach(host: str) -> None:
    """Addresses and names that nobody has (RFC 5737, 3849, 2606), should the guard be broken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as one:
        for reach in (one.connect, one.connect_ex, lambda address: one.sendto(b"", address)):
            with pytest.raises(NetworkUsedError):
                reach((host, 9))


@pytest.mark.parametrize("host", ["no.invalid", "192.0.2.1"])
def test_no_name_is_looked_up(host: str) -> None:
    with pytest.raises(NetworkUsedError):
        socket.getaddrinfo(host, 80)
    with pytest.raises(NetworkUsedError):
        socket.create_connection((host, 80), timeout=1)
    with pytest.raises(NetworkUsedError):
        socket.gethostbyname(host)
    with pytest.raises(NetworkUsedError):
        socket.getaddrinfo(host.encode(), 80)


def test_this_machine_can_be_reached(tmp_path: Path) -> None:
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET, "localhost")):
        with socket.socket(family) as server:
            server.bind((host, 0))
            server.listen()
            with socket.create_connection(server.getsockname(), timeout=5):
                pass
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(str(tmp_path / "socket"))
        server.listen()
        client.connect(str(tmp_path / "socket"))


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_of_ours_imports_what_opens_connections(path: Path) -> None:
    named = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            named |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}

    asked_for = {"webbrowser"} if path == PACKAGE / "cli" / "open.py" else set()
    assert {name for name in named if name in NETWORK or name.partition(".")[0] in NETWORK} == asked_for


def test_nothing_that_opens_connections_is_loaded_by_any_of_our_modules_or_by_asking() -> None:
    """Not by a library of others either."""
    code = f"""
import importlib, pkgutil, sys
import relations_cli
for module in pkgutil.walk_packages(relations_cli.__path__, "relations_cli."):
    if module.name != "relations_cli.__main__":
        importlib.import_module(module.name)
from relations_cli.cli.app import run
for line in ("list", "search river", "list -o svg", "list -o timeline", "validate {SMALL}"):
    run([*line.split(), *([] if "validate" in line else ["-f", {str(SMALL)!r}])])
print(*sorted(sys.modules), file=sys.stderr)
"""
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, env=UNWATCHED)

    assert {name for name in done.stderr.split() if name in NETWORK} == set()
    assert "relations_cli.cli.pager" in done.stderr
