"""What an editor should look at in the sources of an event: how many there are, whose, in which languages, where."""

import re
from collections.abc import Callable, Iterator, Sequence

from relations_cli.errors import VALUE, UsageError
from relations_cli.model.facts import Source
from relations_cli.model.languages import in_range, in_usual_case, is_language
from relations_cli.query.parsing import Names, split

Sources = Sequence[Source]
_HOST = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:]+)", re.IGNORECASE)
_VIA = re.compile(r"\svia\s", re.IGNORECASE)
_AGGREGATORS = (
    *("news.google.com", "msn.com", "yahoo.com", "aol.com", "apple.news", "flipboard.com", "newsbreak.com"),
    *("smartnews.com", "headtopics.com", "pressreader.com", "allafrica.com", "menafn.com", "biztoc.com"),
    *("news.rambler.ru", "news.mail.ru", "dzen.ru", "naver.com", "daum.net"),
)
"""Sites that show what others have published; what lies below one of them is of it."""


def one_source(sources: Sources) -> Iterator[str]:
    """Whether there are fewer than two; a checklist, which repeats what others say, is none."""
    own = _independent(sources)
    if len(own) <= 1:
        several = len(sources) - len(own) > 1
        lists = "" if len(own) == len(sources) else "checklists" if several else "a checklist"
        if own:
            yield f"one source only{f', and {lists}' if lists else ''}"
        else:
            yield f"no source{f' but {lists}' if lists else ''}"


def one_publisher(sources: Sources) -> Iterator[str]:
    """Whether all of several are of one publisher."""
    own = _independent(sources)
    publishers = {source.publisher for source in own if source.publisher}
    if len(own) > 1 and len(publishers) == 1:
        yield f"{len(own)} sources, all of {publishers.pop()}"


def aggregated(sources: Sources) -> Iterator[str]:
    """Those that pass on what another has published, where that is not named as well.

    Its publisher says so ("A via B"), or its site does nothing else.
    """
    whose = [_VIA.split(source.publisher or "")[0].strip().casefold() for source in sources]
    sites = [_aggregator(source.url or "") for source in sources]
    second = [
        bool(site) or _VIA.search(source.publisher or "") is not None
        for source, site in zip(sources, sites, strict=True)
    ]
    originals = {publisher for publisher, passed_on in zip(whose, second, strict=True) if publisher and not passed_on}
    for source, publisher, passed_on, site in zip(sources, whose, second, sites, strict=True):
        if passed_on and publisher not in originals:
            at = f" at {site}" if source.publisher and site else site or ""
            yield f"{source.publisher or ''}{at}: where is the original?"


def insecure(sources: Sources) -> Iterator[str]:
    """The addresses that are http, not https."""
    yield from (source.url for source in sources if source.url and source.url.casefold().startswith("http:"))


def unarchived(sources: Sources) -> Iterator[str]:
    """The addresses of which no archived copy is named."""
    yield from (source.url for source in sources if source.url and not source.archived)


def untold(languages: Sequence[str]) -> Callable[[Sources], Iterator[str]]:
    """A check that names each of the languages in which there is no source."""

    def check(sources: Sources) -> Iterator[str]:
        told = [source.language for source in sources if source.language]
        for wanted in languages:
            if not any(in_range(language, wanted) for language in told):
                yield f"no source in {wanted}"

    return check


def languages_of(asked: Names) -> tuple[str, ...]:
    """The languages that are asked for, each once, in the usual letters.

    Raises:
        UsageError: one that is no language tag.
    """
    languages = split(asked, "languages")
    for one in languages:
        if not is_language(one):
            raise UsageError("languages", one, f"{VALUE} is no language tag", "write ru, ko, zh-Hans or the like")
    return tuple(dict.fromkeys(in_usual_case(one) for one in languages))


def _independent(sources: Sources) -> list[Source]:
    return [source for source in sources if source.kind != "checklist"]


def _aggregator(url: str) -> str | None:
    """The host of the address where it is one that passes on."""
    found = _HOST.match(url)
    host = found[1].casefold().rstrip(".") if found else ""
    return host if any(host == one or host.endswith(f".{one}") for one in _AGGREGATORS) else None
