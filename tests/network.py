"""A guard on the tests' own process: nothing but loopback and unix sockets, and no name is looked up."""

import ipaddress
import socket
import sys
import webbrowser
from collections.abc import Callable
from functools import wraps
from typing import Any

_TO_AN_ADDRESS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_BY_NAME = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"})


class NetworkUsedError(AssertionError):
    """A test, or what it called, asked for another machine."""


def keep_to_this_machine() -> None:
    """Refuse everything else from here on, also past the module ``socket``, since Python tells of it (PEP 578).

    It lasts as long as the process: a hook cannot be taken back. What a socket is given by name it has looked up before
    Python tells of the address: its methods are watched by themselves.
    """
    sys.addaudithook(_refuse)
    webbrowser.open = _refuse_to_open
    for name in ("bind", "connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, _watched(name, getattr(socket.socket, name)))


def _refuse_to_open(url: str, new: int = 0, autoraise: bool = True) -> bool:  # noqa: FBT001, FBT002 -- as it is called
    raise NetworkUsedError(f"{url!r}: tests open no browser ({new}, {autoraise})")


def _watched(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def watched(self: socket.socket, *arguments: Any) -> Any:
        _refuse(f"socket.{name.removesuffix('_ex')}", (self, arguments[-1]))
        return method(self, *arguments)

    return watched


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _TO_AN_ADDRESS:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # a path, or nothing: a unix socket, or one connected
    elif event in _BY_NAME:
        host = arguments[0][0] if isinstance(arguments[0], tuple) else arguments[0]
    else:
        return
    if host is not None and not _is_here(host):
        raise NetworkUsedError(f"{event} {host!r}: tests use no network")


def _is_here(host: object) -> bool:
    name = host.decode() if isinstance(host, bytes | bytearray) else str(host)
    if name in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False
