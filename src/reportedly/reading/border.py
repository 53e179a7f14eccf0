"""Borders: "the border with Ukraine", "the Iraq-Syria border", "on the Syrian border" beside another country."""

import re
from collections.abc import Iterator, Mapping, Sequence

from reportedly.model import Place, Report, Token
from reportedly.reading.gazetteer import Gazetteer
from reportedly.reading.placeword import countries_by_name, demonyms

_WORDS = frozenset({"border", "borders", "frontier"})
_PART = r"[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,2}"
# "Iraq-Syria border", "Iraq and Syria's shared border"
_BOTH_BEFORE = re.compile(rf"(?P<one>{_PART})(?:\s?[-–—/]\s?| and )(?P<two>{_PART})\s+(?:land |shared |common )?$")
_ONE_BEFORE = re.compile(rf"(?P<one>{_PART})\s+(?:\w+ern )?(?:land )?$")
_OF = r"\s+(?:crossing |area |region |zone |line )?(?P<how>with|between|of|separating|into|to)\s+(?:the )?"
_AFTER = re.compile(rf"{_OF}(?:\w+ern )?(?P<one>{_PART})(?:'s|’s)?(?: and (?:the )?(?P<two>{_PART}))?")
_REACH = 80
_SMALL_AGAIN = re.compile(r"['’]s?$")


def borders(report: Report, gazetteer: Gazetteer, countries: Sequence[str]) -> Iterator[Place]:
    """Find the borders that a report names, one country told beside the word at least.

    Args:
        report: Needs Token.
        gazetteer: Where borders are looked up by the codes of their countries.
        countries: ISO 3166-1 codes of the countries of the report, the one named most first: where only one country is told
            beside the word, the first of these that borders on it is the other.

    Yields:
        A Place for each, its span the word "border" alone, for the countries beside it are places of their own; without
        coordinates where the other country is not told, or no border of the two is known.
    """
    text, codes = report.text, {**countries_by_name("en"), **demonyms("en")}
    for token in report.of(Token):
        if token.lower in _WORDS and text[token.span.start].islower():
            named = _beside(text, token, codes)
            if named:
                yield _placed(token, named, gazetteer, countries)


def _beside(text: str, token: Token, codes: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes of the countries told beside the word, one or two; none where there are none."""
    before = text[max(0, token.span.start - _REACH) : token.span.start]
    after = _AFTER.match(text, token.span.end, token.span.end + _REACH)
    both = _BOTH_BEFORE.search(before)
    if both and (pair := _pair(_last(both["one"], codes), _first(both["two"], codes))):
        return pair
    alone = _ONE_BEFORE.search(before)
    left = _last(alone["one"], codes) if alone else None
    if after is None:
        return (left,) if left else ()
    one, two = _first(after["one"], codes), _first(after["two"] or "", codes)
    return (
        _pair(one, two if after["how"] in {"between", "of", "separating"} else left)
        or _pair(left, one)
        or tuple(code for code in (one or left,) if code)
    )


def _pair(one: str | None, two: str | None) -> tuple[str, ...]:
    """Return two countries, empty unless there are two."""
    return (one, two) if one and two and one != two else ()


def _last(words: str, codes: Mapping[str, str]) -> str | None:
    """Return the country that the last words name, as many as do; None when none."""
    parts = _SMALL_AGAIN.sub("", words.lower()).split()
    return next((codes[name] for at in range(len(parts)) if (name := " ".join(parts[at:])) in codes), None)


def _first(words: str, codes: Mapping[str, str]) -> str | None:
    """Return the country that the first words name, as many as do; None when none."""
    parts = _SMALL_AGAIN.sub("", words.lower()).rstrip(".,").split()
    found = (" ".join(parts[:stop]) for stop in range(len(parts), 0, -1))
    return next((codes[name] for name in found if name in codes), None)


def _placed(token: Token, named: tuple[str, ...], gazetteer: Gazetteer, countries: Sequence[str]) -> Place:
    """Return the place of one border."""
    told = len(named) > 1
    others = named[1:] if told else [code for code in countries if code != named[0]]
    for other in others:
        key = " ".join(("border", *sorted((named[0], other))))
        for found in gazetteer.find(key):
            because = (
                "both countries stand beside it" if told else f"{other} is the neighbour that the report names most"
            )
            return Place(token.span, found.name, None, found.lat, found.lon, found.radius_km, None, because)
    whose = " and ".join(named)
    why = "the gazetteer has no such border" if told else "the report names no neighbour"
    country = None if told else named[0]
    return Place(token.span, f"border of {whose}", country=country, because=f"not located: {why}")
