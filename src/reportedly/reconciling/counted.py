"""What a figure claim counts, in words: the noun with what narrows it, what befell it, and where."""

import re
from collections.abc import Sequence

from reportedly.lexicon import load
from reportedly.model import Mention
from reportedly.reconciling.count import Count, people
from reportedly.reconciling.grammar import closed, finite, first_person, tokens
from reportedly.reconciling.numeral import goes_on
from reportedly.reconciling.passage import unquoted
from reportedly.reconciling.word import concept

_WORD = r"[\w’'-]+"
_PLACE = r"(?:in|at|near|on|across|around|along|off|inside|outside|to|from)"
_END = re.compile(
    r"[,;:.()–—]\s|[.,;:]$|\s(?:but|while|although|because|when|after|before|and (?:that|was|were|is|are|has|had|have|some)|whereas|as|with|including|resulting)\s",
    re.IGNORECASE,
)
# "people in the Maravel district have been ordered to leave": a passive needs no "who have been".
_PASSIVE = re.compile(
    rf"^(?P<post>(?:\s+(?:of|{_PLACE})(?:\s+{_WORD}){{1,5}}?)*?)\s+(?:(?:have|has|had)\s+(?:(?:now|since|already|so far)\s+)?been|were|was|are|is|being)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
# "Five bandits were killed and two boats burned": another count begins.
_ANOTHER = re.compile(
    r"\s+and\s+(?=(?:\d|an?\b|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|some\b|several\b|dozens\b|the\b))",
    re.IGNORECASE,
)
# An attack is on somebody, not somewhere.
_UPON = re.compile(
    r"\b(?:attacks?|strikes?|airstrikes?|raids?|assaults?|war|crackdown|massacre|ambush)\s+$", re.IGNORECASE
)
_WHERE = re.compile(
    rf"\b(?P<where>{_PLACE}\s+(?:the\s+)?(?:{_WORD}\s+){{0,2}}?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*(?:\s+(?:dam|valley|district|region|province|city|area|border|bridge|airport|hospital|station|coast|island|river|lake|port|village|town))?)"
)
_LONGEST = 14
_HARM_WORDS = {
    "killed": "killed",
    "wounded": "wounded",
    "missing": "missing",
    "captured": "captured",
    "displaced": "displaced",
}
# A relative clause has a pronoun and a verb of its own before another can follow.
_OWN_VERB = 2
_VAGUE = frozenset({"number", "numbers", "total", "figure", "toll", "count", "things", "of"})


def counted_words(group: Sequence[Count]) -> str | None:
    """Word what a ladder counts: "Number of border guards killed at the Kolven dam".

    Args:
        group: Its values, at least one.

    Returns:
        The noun with the harm and the place that most statements give; without a harm, the noun with what the clearest
        statement says of it; None when there is nothing but a noun.
    """
    if all(one.quantity.unit and one.head is None for one in group):
        return None
    harm = next((one.quantity.harm for one in group if one.quantity.harm), None)
    whole = next((one.among for one in group if one.among), None)
    if whole and harm:
        return f"Number of the {whole} who {'have died' if harm == 'killed' else f'are {harm}'}"
    noun = _noun(group)
    if harm and _tells(noun, harm):
        return f"Number of {noun}{_where(group)}"
    if harm and harm != "displaced":
        return f"Number of {noun} {_HARM_WORDS[harm]}{_where(group)}"
    told = sorted(
        (
            found
            for one in group
            if one.quantity.role == "total" and not one.quantity.projection and (found := _told(one))
        ),
        key=lambda text: (-_agreeing(text, group), len(text), text),
    )
    if told:
        return f"Number of {told[0]}"
    where = _where(group)
    return f"Number of {noun}{' ' + harm if harm else ''}{where}" if harm or where or " " in noun else None


def _tells(noun: str, harm: str) -> bool:
    """Say whether a noun says by itself what befell those whom it counts ("evacuees", "prisoners")."""
    row = load("en", "harm")["harm"].get(noun.lower().rpartition(" ")[2])
    return row is not None and row["harm"] == harm


def _noun(group: Sequence[Count]) -> str:
    """Return the counted noun that most statements share in kind, the most narrowed of them."""
    # "40 missing" counts people, and says what befell them.
    vague = _VAGUE | set(_HARM_WORDS)
    held = [one for one in group if one.quantity.counted and one.quantity.counted.lower() not in vague]
    heads = [one.head for one in held]
    return max(
        (
            one.quantity.counted or ""
            for one in held
            if one.head != "people" or concept(one.quantity.counted or "") not in {"kill", "wound"}
        ),
        key=lambda text: (
            sum(counted.head in heads for counted in held if counted.quantity.counted == text),
            len(text),
            text,
        ),
        default="people" if any(one.head == "people" or one.quantity.harm for one in group) else "things",
    )


def _where(group: Sequence[Count]) -> str:
    """Return the place that at least half of the statements give, led by its preposition; empty when none."""
    texts = {one.passage.key: unquoted(one.passage.text) for one in group}
    found: dict[str, set[tuple[str, str]]] = {}
    for key, text in sorted(texts.items()):
        for match in _WHERE.finditer(text):
            if match["where"].lower().startswith("on ") and _UPON.search(text[: match.start()]):
                continue
            found.setdefault(match["where"], set()).add(key)
    places = {
        where: {key for key, text in texts.items() if where.split(maxsplit=1)[1].lower() in text.lower()}
        for where in found
    }
    held = [where for where in places if 2 * len(places[where]) >= len(texts) and not _dated(where)]
    best = min(held, key=lambda where: (-len(places[where]), len(where), where), default="")
    return f" {best}" if best else ""


def _dated(where: str) -> bool:
    """Say whether what follows the preposition is a day or a month."""
    return any(one in closed("E") for one in tokens(where))


def _told(count: Count) -> str | None:
    """Return what one statement says of those it counts ("soldiers stationed in the valley"); None when it is not clear."""
    text = unquoted(count.passage.text)
    number = count.quantity.span.cut(count.passage.report.text)
    noun = (count.quantity.counted or "").strip()
    if not noun or noun.lower() in _VAGUE or first_person(text) or goes_on(count.passage, count.quantity):
        return None
    match = re.search(rf"(?<!\w){re.escape(number)}\s+(?:{re.escape(noun)}|of\s+(?:them|these|those))\b", text)
    if match is None:
        return None
    before = _after_break(text[: match.start()])
    after = text[match.end() :]
    cut = _END.search(after)
    after = after[: cut.start()] if cut else after
    found = _subject(noun, after, count) if _empty(before) else _object(noun, _begun(before, count), after)
    return found if found and len(found.split()) <= _LONGEST else None


def _subject(noun: str, after: str, count: Count) -> str | None:
    """Word a counted subject: its verb becomes what narrows it."""
    if tokens(after)[:1] in (["and"], ["or"]):
        return None
    match = _PASSIVE.match(_ANOTHER.split(after)[0])
    if match:
        return f"{noun}{match['post']} {match['rest'].strip()}"
    if not after.strip():
        return None
    first = tokens(after)[:1]
    if first and (first[0] in closed("P") and not finite(f"they {after}")):
        return f"{noun}{after}"
    if first and first[0] in closed("R") | closed("H"):
        return f"{noun}{_relative(after)}"
    return f"{noun} {'who' if count.head in {'people', 'troops'} or people(noun) else 'that'} {after.strip()}"


def _relative(after: str) -> str:
    """Return a relative clause without the verb of the sentence behind it: " who remain on board" of " who remain on board are safe"."""
    held = list(re.finditer(_WORD, after))
    for at, word in enumerate(held[_OWN_VERB:], _OWN_VERB):
        if word[0].lower() in closed("B") and held[at - 1][0].lower() not in closed("B") | closed("M") | closed("Y"):
            return after[: word.start()].rstrip()
    return after


def _begun(before: str, count: Count) -> str:
    """Return the words before a number with a small letter where their capital only opens a sentence: where they open no name."""
    report = count.passage.report
    names = {one.span.cut(report.text).split()[0] for one in report.of(Mention) if one.form == "name"}
    first = before.split(maxsplit=1)[0]
    known = bool(names) and first not in names and first[1:].islower()
    return before[:1].lower() + before[1:] if known else before


def _object(noun: str, before: str, after: str) -> str | None:
    """Word a counted object: "soldiers Tirask has in the valley"."""
    held = before.split()
    last = tokens(before)[-1:]
    ends = bool(last) and (last[0] in closed("B") or last[0] in closed("V") or last[0].endswith("ed"))
    opens = tokens(before)[0] if held else ""
    if opens in closed("V") or opens in closed("B") or opens in closed("P") or opens.endswith("ed"):
        return None
    if not ends or len(held) > _LONGEST // 2 or not finite(before) or tokens(before)[0] in closed("O"):
        return None
    first = tokens(after)[:1]
    rest = after.rstrip() if first and first[0] in closed("P") else ""
    return f"{noun} {before.strip()}{rest}"


def _after_break(text: str) -> str:
    """Return the words of the clause that a text ends in."""
    return _END.split(text)[-1].strip()


def _empty(before: str) -> bool:
    """Say whether nothing but a determiner or "that" stands before."""
    return all(
        one in closed("D") or one in closed("H") or one in {"only", "just", "about", "some"} for one in tokens(before)
    )


def _agreeing(text: str, group: Sequence[Count]) -> int:
    """Count the statements that have the telling words of a wording."""
    wanted = {one for one in tokens(text) if not any(one in closed(letter) for letter in "DPCSHOBM")}
    return sum(len(wanted & set(tokens(one.passage.text))) for one in group)
