"""Neutral words for a claim, made from its clearest statement."""

import re
from collections.abc import Sequence

from reportedly.model import Entity, Mention
from reportedly.reconciling.clause import Clause
from reportedly.reconciling.passage import Passage, unquoted

_PRONOUN = re.compile(r"^(?:he|she|it|they|this|that|these|those|we|i|you|his|her|their|its|there)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|us|my|you|your)\b", re.IGNORECASE)
_HEDGE = re.compile(
    r"\b(?:what is )?(?:reportedly|allegedly|apparently|supposedly|purportedly|unconfirmed)\s+", re.IGNORECASE
)
_TOLD = r"(?:also\s+)?(?:said|believed|thought|understood|reported)\s+to\s+"
_TOLD_BE = re.compile(rf"\b(is|are|was|were)\s+{_TOLD}be\b", re.IGNORECASE)
_TOLD_HAVE = re.compile(rf"\b(?:(is|was)|are|were)\s+{_TOLD}have\b", re.IGNORECASE)
# A content whose subject stands elsewhere ("to have been wounded") says too little alone.
_HEADLESS = re.compile(r"^\W*(?:was|were|is|are|be|been|has|have|had|to|and|or|but|that|of|in)\b", re.IGNORECASE)
_LOW, _HIGH = 6, 28
# A statement that says what the others say comes before one that only reads well.
_CENTRAL = 6.0


def wording(clauses: Sequence[Clause]) -> str:
    """Make neutral words from the statement that reads best alone.

    Short, complete, unquoted statements that open with a name come before others; hedges that belong to the telling
    and not to what is told are left out.

    Args:
        clauses: What the claim is made from, at least one.
    """
    best = min(
        clauses, key=lambda one: (_roughness(one) - _CENTRAL * _central(one, clauses), one.passage.key, one.text)
    )
    return _plain(best)


def sentence(text: str) -> str:
    """Return words as one line that begins with a capital and has no full stop."""
    line = " ".join(text.split()).strip(" ,.;:–—-")
    return line[:1].upper() + line[1:]


def _central(clause: Clause, clauses: Sequence[Clause]) -> float:
    """Return the share of a statement's terms that the other statements have, on average."""
    others = [one for one in clauses if one.passage.key != clause.passage.key]
    if not others or not clause.terms:
        return 0.0
    return sum(len(clause.terms.keys() & one.terms.keys()) / len(clause.terms) for one in others) / len(others)


def _roughness(clause: Clause) -> float:
    """Return how badly a statement reads alone; 0.0 is best."""
    text = clause.text
    length = len(text.split())
    rough = max(0, _LOW - length) * 1.0 + max(0, length - _HIGH) * 0.3
    rough += 4.0 * bool(_PRONOUN.match(unquoted(text))) + 3.0 * bool(_FIRST_PERSON.search(text))
    rough += 1.5 * bool(re.search(r"[\"“”]", text)) + 2.0 * (not clause.whole) + 1.0 * text.isupper()
    rough += 3.0 * (clause.passage.polarity != "asserts") + 1.0 * (len(clause.passage.statement.content) > 1)
    rough += 6.0 * bool(_HEADLESS.match(text))
    return rough - 0.5 * bool(clause.names)


def _plain(clause: Clause) -> str:
    """Return a clause's words without quotation marks and hedges, its opening pronoun replaced by the name."""
    text = unquoted(clause.text)
    found = _HEDGE.sub("", text)
    found = _TOLD_BE.sub(r"\1", _TOLD_HAVE.sub(lambda match: "has" if match[1] else "have", found))
    opening = _PRONOUN.match(found)
    name = _meant(clause.passage) if opening and clause.whole else None
    if opening and name:
        possessive = opening[0].lower() in {"his", "her", "their", "its"}
        found = name + ("’s" if possessive else "") + found[opening.end() :]
    return sentence(found)


def _meant(passage: Passage) -> str | None:
    """Return the name of whom a statement's first word means; None when that was not read."""
    entities = {one.id: one for one in passage.report.of(Entity)}
    for mention in passage.report.of(Mention):
        if mention.form == "pronoun" and mention.entity and abs(mention.span.start - passage.place) <= 1:
            entity = entities.get(mention.entity)
            return entity.name if entity and entity.named else None
    return None
