"""Neutral words for a claim, made from its clearest statement."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reportedly.model import Entity, Mention
from reportedly.reconciling.clause import Clause, negated
from reportedly.reconciling.count import people
from reportedly.reconciling.grammar import closed, first_person, headless, main_clause, strays, tokens
from reportedly.reconciling.headline import bare_headline
from reportedly.reconciling.passage import Passage, unquoted
from reportedly.reconciling.voice import Voices

_PRONOUN = re.compile(r"^(?:he|she|it|they|his|her|their|its)\b", re.IGNORECASE)
_HEDGE = re.compile(
    r"\b(?:what is )?(?:reportedly|allegedly|apparently|supposedly|purportedly|unconfirmed)\s+", re.IGNORECASE
)
_TOLD = r"(?:also\s+)?(?:said|believed|thought|understood|reported|alleged)\s+to\s+"
_TOLD_BE = re.compile(rf"\b(is|are|was|were)\s+{_TOLD}be\b", re.IGNORECASE)
_TOLD_HAVE = re.compile(rf"\b(?:(is|was)|are|were)\s+{_TOLD}have\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^(?:his|her|its|their|my|our|your)\s+", re.IGNORECASE)
_ODD = re.compile(r"https?:|www\.|pic\.twitter|[@#]\w|\?")
# Words that stand in single quotation marks as a whole, as a quotation within one does.
_SINGLE = re.compile(r"^['‘](?P<said>[^'‘’]+(?:[’'](?=\w)[^'‘’]+)*?)[,.]?['’]$")
_LINK = re.compile(r"(?:https?://|www\.|pic\.)\S+")
_DANGLES = re.compile(r"\b(?:which|who|that|of|the|an?|to|and|or|with|in|for|from)\W*$", re.IGNORECASE)
_SAYS = frozenset(
    {"say", "says", "said", "tell", "tells", "told", "add", "adds", "added", "explained", "replied", "stated"}
)
# What a content without a subject may open with, to go on with its cue.
_OPENS = frozenset({"to", "having", "being"})
_COLLECTIVE = frozenset({"police", "people"})
# "It was", "it is" mostly stands for a thing, and never for somebody who does something.
_STATE = re.compile(r"^\W*its?\s+(?:was|is|were|be|has been|had been|would be|will be)\b", re.IGNORECASE)
# "It is unclear who …", "it was hard to …": an "it" that stands for nobody and nothing outside.
_EMPTY_IT = re.compile(
    r"^it\s+(?:is|was|will be|would be|remains|remained|seems|seemed|appears|appeared)\s+(?:[\w’']+\s+){1,4}?(?:that(?!\s+of)|who|whether|how|why|to)\b",
    re.IGNORECASE,
)
_STOPS_INSIDE = re.compile(r"[.!?]['\"”]?\s+['\"“]?[A-Z]")
_AND_THAT = re.compile(r",?\s+and\s+that\s+(?!of\b)", re.IGNORECASE)
_LONE_COMMA = re.compile(r"^([^,]{2,40}),\s+((?:has|have|had|was|were|is|are|will|would|could|may)\b)")
_LOW, _HIGH = 5, 24
# A statement that says what the others say comes before one that only reads well.
_CENTRAL = 6.0
# A cue that stands right before what it introduces, a "that" or a comma between.
_NEAR = 8
# Whom a pronoun may stand for, by kind of entity.
_AGREES = {
    "he": {"person"}, "she": {"person"}, "his": {"person"}, "her": {"person"},
    "it": {"organisation", "place", "other"}, "its": {"organisation", "place", "other"},
    "they": {"group"}, "their": {"group"},
}  # fmt: skip


def wording(clauses: Sequence[Clause], voices: Voices | None = None) -> str:
    """Make neutral words from the statement that reads best alone.

    A short, complete, unquoted statement whose pronouns are clear comes before others; hedges that belong to the telling
    are left out where somebody is named who tells it. Words that do not stand alone are given with whoever says them.

    Args:
        clauses: What the claim is made from, at least one.
        voices: The story's sources, for their fullest names; None to take each report's own.
    """
    best = min(clauses, key=lambda one: (_cost(one, clauses), one.passage.key, one.text))
    return _rendered(best, voices)


def sentence(text: str) -> str:
    """Return words as one line that begins with a capital and has no full stop."""
    line = " ".join(_LINK.sub("", text).split()).strip(" ,.;:–—-")
    single = _SINGLE.match(line)
    line = single["said"].rstrip(" ,.;:") if single else line
    first = 1 if line[:1] == "“" else 0
    return line[:first] + line[first : first + 1].upper() + line[first + 1 :]


def speaker(passage: Passage, voices: Voices | None) -> str | None:
    """Return the name of whoever makes a statement; None for the writer."""
    by = passage.attribution.by if passage.attribution else None
    name = voices.name(by) if voices else by.name if by and by.kind != "author" else None
    return _POSSESSIVE.sub("", name.replace("; ", " and ")) if name else None


def _cost(clause: Clause, clauses: Sequence[Clause]) -> float:
    """Return how badly a statement would word the claim; lowest is best."""
    return _roughness(clause) - _CENTRAL * _central(clause, clauses)


def _central(clause: Clause, clauses: Sequence[Clause]) -> float:
    """Return the share of a statement's terms that the other statements have, on average."""
    others = [one for one in clauses if one.passage.key != clause.passage.key]
    if not others or not clause.terms:
        return 0.0
    return sum(len(clause.terms.keys() & one.terms.keys()) / len(clause.terms) for one in others) / len(others)


def _roughness(clause: Clause) -> float:
    """Return how badly a statement reads alone; 0.0 is best."""
    text = unquoted(_text(clause))
    length = len(text.split())
    rough = max(0, _LOW - length) * 1.0 + max(0, length - _HIGH) * 0.3 + 0.05 * length
    rough += (
        6.0 * headless(text) + 6.0 * (not main_clause(text)) + 3.0 * first_person(text) + 2.0 * min(2, strays(text))
    )
    rough += 1.0 * bool(_PRONOUN.match(text)) + 1.5 * bool(re.search(r"[\"“”]", clause.text))
    rough += 2.0 * (not clause.whole) + 1.0 * text.isupper() + 4.0 * bool(_ODD.search(text))
    rough += 2.0 * bool(_STOPS_INSIDE.search(text)) + 3.0 * (clause.passage.polarity not in ("asserts", "denies"))
    rough += 1.0 * clause.passage.statement.headline + 4.0 * bool(_DANGLES.search(text))
    rough += 2.0 * (speaker(clause.passage, None) is None and _unhedged(text) != text)
    return rough - 1.5 * bool(clause.names)


def _broken(clause: Clause) -> bool:
    """Say whether a statement does not stand alone as a clause."""
    text = unquoted(_text(clause))
    return headless(text) or not main_clause(text) or first_person(text)


def _denial(clause: Clause) -> bool:
    """Say whether a statement gives what its source denies, in words that do not deny it."""
    return clause.denied and clause.passage.polarity == "denies" and not negated(clause.text)


def _tidied(text: str) -> str:
    """Mend what cutting a content out of its sentence leaves: an "and that" without its first "that", a lone comma."""
    found = _AND_THAT.sub(" and ", text) if not re.match(r"\W*that\b", text, re.IGNORECASE) else text
    return _LONE_COMMA.sub(r"\1 \2", found) if found.count(",") == 1 else found


def _rendered(clause: Clause, voices: Voices | None) -> str:
    """Word one statement: plainly where it stands alone, else with whoever says it."""
    name = speaker(clause.passage, voices)
    text = _text(clause)
    if name and _denial(clause):
        whole = main_clause(unquoted(text)) and not headless(text)
        told = None if whole else _as_told(clause, name)
        middle = "that " if whole else ""
        verb = "deny" if _many(name) else "denies"
        text = text if whole else _without_retort(text)
        return told or sentence(f"{name} {verb} {middle}{_lowered(_named(clause, text))}")
    if not _broken(clause):
        found = _tidied(_named(clause, _unhedged(text) if name else text))
        if not _unclear(found):
            return sentence(unquoted(found))
        return sentence(f"{name}: {_quote(text)}" if name else _quote(text))
    if name is None:
        return sentence(_quote(text) if _unclear(text) else unquoted(text))
    told = None if first_person(text) else _as_told(clause, name)
    return told or sentence(f"{name}: {_quote(text)}")


def _text(clause: Clause) -> str:
    """Return a clause's words: a headline without its teller, a content with the cue that parts it put back."""
    passage = clause.passage
    if passage.statement.headline:
        return bare_headline(clause.text)
    pieces = passage.statement.content
    if clause.text != passage.text or passage.attribution is None or len(pieces) < 2:  # noqa: PLR2004 - two pieces have one gap
        return clause.text
    between = [passage.report.text[one.end : two.start] for one, two in pairwise(pieces)]
    cues = {span.cut(passage.report.text) for span in passage.attribution.cue}
    # What stands between the pieces goes back where it is the cue, or a word that only links them ("as", "to be").
    if all(gap.strip(" ,") in cues or _links(gap) for gap in between):
        return " ".join(passage.report.text[pieces[0].start : pieces[-1].end].split())
    return clause.text


def _without_retort(text: str) -> str:
    """Drop what a source calls that which it denies: "reports of losses “a fairy tale”"."""
    before, mark, after = text.partition("“")
    words = tokens(before)
    called = mark and after.rstrip(" .,").endswith("”") and len(words) > 2 and not _function(words[-1])  # noqa: PLR2004 - "any", "the"
    return before.strip() if called else text


def _function(word: str) -> bool:
    """Say whether a word wants another after it."""
    return word in closed("D") or word in closed("P") or word in closed("B")


def _links(gap: str) -> bool:
    """Say whether a gap between two pieces is but a word or two of a closed class."""
    found = tokens(gap)
    return 0 < len(found) <= 2 and all(one in closed("P") or one in closed("B") or one in {"as", "to"} for one in found)  # noqa: PLR2004 - "to be" has two


def _unhedged(text: str) -> str:
    """Return words without the hedges that belong to the telling and not to what is told."""
    found = _HEDGE.sub("", text)
    return _TOLD_BE.sub(r"\1", _TOLD_HAVE.sub(lambda match: "has" if match[1] else "have", found))


def _unclear(text: str) -> bool:
    """Say whether a text opens with a pronoun that stands for somebody outside it."""
    plain = unquoted(text).lstrip("'‘")
    return bool(_PRONOUN.match(plain)) and not _EMPTY_IT.match(plain)


def _named(clause: Clause, text: str) -> str:
    """Return words with the name in place of their opening pronoun, where its kind agrees.

    The name stands in square brackets, as editors mark what they put into somebody's words: who a pronoun means is read, not
    said.
    """
    plain_text = unquoted(text)
    opening = _PRONOUN.match(plain_text)
    name = (
        _meant(clause.passage, opening[0].lower()) if opening and clause.text[:3] == clause.passage.text[:3] else None
    )
    if not opening or not name or _STATE.match(plain_text):
        return text
    possessive = opening[0].lower() in {"his", "her", "their", "its"}
    return f"[{name}{'’s' if possessive else ''}]{plain_text[opening.end() :]}"


def _meant(passage: Passage, pronoun: str) -> str | None:
    """Return the name of whom a statement's first word means, where the kind agrees; None when that is not sure."""
    entities = {one.id: one for one in passage.report.of(Entity)}
    for mention in passage.report.of(Mention):
        if mention.form == "pronoun" and mention.entity and abs(mention.span.start - passage.place) <= 1:
            entity = entities.get(mention.entity)
            agrees = entity and entity.named and entity.kind in _AGREES[pronoun]
            return entity.name if entity and agrees and entity.name[:1].isupper() else None
    return None


def _as_told(clause: Clause, name: str) -> str | None:
    """Return name, cue and content where they stand in this order: "The ministers expressed “deep concern” over …"."""
    passage = clause.passage
    attribution = passage.attribution
    if attribution is None or clause.text != passage.text or len(attribution.cue) != 1 or not attribution.content:
        return None
    cue, first = attribution.cue[0], attribution.content[0]
    words = cue.cut(passage.report.text)
    head = tokens(words)[:1]
    carries = bool(head) and (
        head[0] in closed("V") or head[0].endswith("ed") or head[0] in closed("B") or _inflected(head[0])
    )
    gap = passage.report.text[cue.end : first.start] if 0 <= first.start - cue.end <= _NEAR else None
    if not carries or gap is None or (clause.denied and head[0].startswith("den")):
        return None
    led = " ".join(gap.strip(' ,:“”"').split())
    # "Claimed to have braked": only right after its verb does an infinitive go on with it.
    if led and led not in closed("P") and led not in {"that", "as"}:
        return None
    if headless(clause.text) and (led or not _OPENS & set(tokens(clause.text)[:1])):
        return None
    # "Said prints which …" is no sentence; nor are accounts that "accounts" give.
    if (head[0] in _SAYS and not _unclear(clause.text)) or clause.text.lower().startswith(name.lower()):
        return None
    middle = "" if not led or (led == "that" and not main_clause(clause.text)) else f"{led} "
    return sentence(f"{name} {words} {middle}{_text(clause)}")


def _inflected(word: str) -> bool:
    """Say whether a cue's first word looks like a verb in the third person ("appears")."""
    return word.isalpha() and len(word) > len("was") and word.endswith("s") and not word.endswith("ss")


def _many(name: str) -> bool:
    """Say whether a source's name is that of several people: "Catalan police", "border officials"."""
    head = re.split(r"\s(?:of|in|at|for|from|on|near)\s", name)[0].split()[-1:]
    plain = head and head[0].islower()
    return bool(plain) and (head[0] in _COLLECTIVE or (head[0].endswith("s") and people(head[0])))


def _quote(text: str) -> str:
    """Return words in one pair of quotation marks."""
    said = unquoted(text).strip(" ,.;:")
    single = _SINGLE.match(said)
    return "“" + (single["said"].rstrip(" ,.;:") if single else said) + "”"


def _lowered(text: str) -> str:
    """Return a text that goes on a sentence: an article or a pronoun at its head in small letters."""
    head = tokens(text)[:1]
    small = bool(head) and (head[0] in closed("D") or head[0] in closed("O"))
    return text[:1].lower() + text[1:] if small else text
