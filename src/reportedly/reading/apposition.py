"""Phrases side by side that mean the same: a name and its description, a name and its acronym."""

from collections.abc import Mapping, Sequence

from reportedly.model import Span
from reportedly.reading.nominal import Scene
from reportedly.reading.phrase import Phrase

_BREAK = frozenset([",", ".", ";", ":", ")", "!", "?", "—", "–", '"', "”", "’", "'"])
_ACRONYM = range(2, 8)
_ISSUES = frozenset({"from", "by", "in", "on"})
_COMMUNIQUES = frozenset({"communique", "communiqué", "bulletin", "release"})
_PARTS = frozenset({"draft", "copy", "text", "version", "summary", "page"})
_LONGEST = 40
_ALSO = frozenset({"also", "otherwise", "better", "who", "formerly"})
_CALLING = frozenset({"calling", "naming", "styling", "identifying", "introducing", "calls", "called"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
_KNOWN = frozenset({"known", "identified"})
_NAMED = frozenset({"named", "called", "dubbed", "nicknamed", "alias"})
_OPENING = frozenset({"“", "‘", '"', "'"})
# What may follow a noun that describes, up to the comma before its name, and words in it that would make it a clause.
_BEHIND = frozenset({"of", "in", "at", "for", "with", "from", "on"})
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "did", "does"})
_CLAUSE = 14
_REACHES = frozenset({"of", "for", "from", "at", "by", "in"})


def apposed(stage: Scene, phrases: Sequence[Phrase]) -> None:
    """Tie together the phrases of one sentence that mean the same, by their ``twin``."""
    opening = {one.first: one for one in phrases if one.form != "pronoun"}
    opening |= {one.first: one for one in phrases if one.form == "nominal"}
    names = {one.first: one for one in phrases if one.form == "name"}
    # From the right, so that what is inside ("of the head of the board") is whole when it is taken in.
    for one in reversed(phrases):
        _owned_by(stage, one, opening)
    _issued(stage, phrases)
    for one in phrases:
        if one.form != "pronoun" and one.twin is None:
            _called(stage, one, names)
            _bears(one, names)
    for one in phrases:
        if one.form == "pronoun" or one.twin is not None:
            _told(one)
            continue
        end = one.last
        if stage.lower(end + 1) == "(":
            _bracketed(stage, one, names)
            end += 3 * (stage.lower(end + 3) == ")")
        if stage.lower(end + 1) == ",":
            _after_comma(stage, one, end + 2, names, opening)
        elif one.form == "nominal" and one.kind == "person":
            _beyond(stage, one, names)


def _bears(one: Phrase, names: Mapping[int, Phrase]) -> None:
    """Tie a description to the person's name right behind what it is of ("the head of the agency Ana Oren")."""
    name = names.get(one.last + 1)
    if one.form != "nominal" or one.kind != "person" or one.many or one.complement is None or name is None:
        return
    if name.kind == "person" and one.last >= one.complement and name.twin is None and not name.guessed:
        one.twin = name


def _told(description: Phrase) -> None:
    """Let a noun right before a name tell what it names ("the farmers' union Terra Ana"), unless titles stand with it."""
    name = description.twin
    if name is None or description.form != "nominal" or description.last + 1 != name.first or name.description:
        return
    if description.kind == "organisation" and name.kind in {"person", "other"}:
        name.kind, name.gender, name.guessed = "organisation", None, False


def _owned_by(stage: Scene, one: Phrase, opening: Mapping[int, Phrase]) -> None:
    """Tie a description to whom it is of, and let it reach to the end of those words."""
    if one.complement is None:
        return
    at = one.complement
    owner = opening.get(at) or opening.get(at + 1)
    if owner is None or owner is one:
        return
    if one.kind == "other" and not _issues(one, owner):
        return
    if one.kind == "other" or one.preposition != "in":
        one.owner = owner
    if owner.last - one.first > _LONGEST:
        return
    if one.preposition in _REACHES and not stage.words[owner.last].possessive:
        one.last = owner.last
        one.name = f"{one.name} {stage.text(one.complement - 1, owner.last)}"
        one.span = Span(one.span.start, owner.span.end)


def _issues(paper: Phrase, owner: Phrase) -> bool:
    """Say whether whoever stands behind a document has issued it: "of" says so of a communique and of a draft only."""
    if owner.kind == "place":
        return False
    if paper.preposition == "of":
        whole = owner.form == "nominal" and owner.kind == "other"
        return owner.kind == "organisation" if paper.head in _COMMUNIQUES else whole and paper.head in _PARTS
    return paper.preposition in _ISSUES


def _issued(stage: Scene, phrases: Sequence[Phrase]) -> None:
    """Tie a document at the head of the sentence to whoever speaks after the comma ("In a statement, the ministry")."""
    paper = next((one for one in phrases if one.kind == "other" and one.form == "nominal"), None)
    if paper is None or paper.owner is not None or paper.definite or stage.lower(paper.first - 1) != "in":
        return
    if paper.first == 1:
        comma = next((at for at in range(paper.last + 1, len(stage.words)) if stage.lower(at) == ","), len(stage.words))
        paper.owner = next((one for one in phrases if comma < one.first <= comma + 2), None)


def _bracketed(stage: Scene, name: Phrase, names: Mapping[int, Phrase]) -> None:
    """Tie an acronym in brackets to the name that ends before it."""
    short = names.get(name.last + 2)
    if short is None or name.form != "name" or stage.lower(short.last + 1) != ")" or short.first != short.last:
        return
    letters = short.name.isupper() and len(short.name) in _ACRONYM
    if letters or _initials(name.name).startswith(short.name.upper()):
        short.twin = name
        short.kind = name.kind


def _called(stage: Scene, one: Phrase, names: Mapping[int, Phrase]) -> None:
    """Tie a description or a name to the name that words of calling give it ("a man calling himself General Oren")."""
    at = one.last + 1
    # "The minister named Ana Oren" names another; "a man named Karl Oren" and "the man, named Karl Oren," do not.
    parted = stage.lower(at) == ","
    at += parted
    at += stage.lower(at) in _ALSO
    word, then = stage.lower(at), stage.lower(at + 1)
    if (word in _CALLING and then in _SELVES) or (word in _KNOWN and then == "as"):
        at += 2
    elif word in _NAMED and (parted or one.indefinite):
        at += 1
    else:
        return
    at += stage.lower(at) in {"simply", "only"}
    at += stage.lower(at) == "the"
    at += stage.lower(at) in _OPENING
    name = names.get(at)
    if name is None or name is one or name.twin is not None or one.many or one.kind in {"place", "group"}:
        return
    if one.kind == "other" and one.form == "nominal":
        return
    name.kind = one.kind if name.kind == "other" else name.kind
    if one.form == "name":
        name.twin = one
    elif name.kind == one.kind:
        one.twin = name


def _initials(name: str) -> str:
    """Return the first letters of the words with a capital."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _after_comma(
    stage: Scene, one: Phrase, at: int, names: Mapping[int, Phrase], opening: Mapping[int, Phrase]
) -> None:
    """Tie a phrase to the one at ``at`` after a comma where one of them names and the other describes."""
    if stage.lower(at).isdigit() and stage.lower(at + 1) == ",":
        # "Oren, 34, a nurse": an age between.
        at += 2
    if one.form == "nominal":
        name = names.get(at)
        if name is not None and _describes(one, name) and _ends(stage, name.last + 1):
            one.twin = name
        return
    other = opening.get(at)
    if other is None or other.form != "nominal" or other.twin is not None or not _describes(other, one):
        return
    if _closes(stage, other):
        other.twin = one


def _beyond(stage: Scene, one: Phrase, names: Mapping[int, Phrase]) -> None:
    """Tie a description to the name between commas behind what follows its noun.

    "The vet who examined the sheep, Ana Oren, said", "its head of section, Karl Holm, told": the words between hold no comma
    and no second verb, so that they cannot be a clause of their own.
    """
    first = one.last + 1
    comma = next((at for at in range(first, min(first + _CLAUSE, len(stage.words))) if stage.lower(at) == ","), None)
    name = names.get(comma + 1) if comma is not None and comma > first else None
    if comma is None or name is None or name.twin is not None or not _describes(one, name):
        return
    relative = stage.lower(first) in {"who", "whose", "that"}
    between = [stage.lower(at) for at in range(first, comma)]
    verbs = sum(word.endswith("ed") or word in _VERBS or word in stage.vocabulary.speech for word in between)
    parted = stage.lower(name.last + 1) in {"", "(", *_BREAK}
    if (relative or between[0] in _BEHIND) and verbs <= relative and parted:
        one.twin = name


def _describes(description: Phrase, name: Phrase) -> bool:
    """Say whether a description can be of the bearer of the name."""
    if description.many or description.kind == "other" or name.kind in {"place", "group"}:
        return False
    if description.owner is name:
        return False
    return (
        name.kind in {description.kind, "other"}
        or name.guessed
        or (name.kind == "organisation" and len(name.name.split()) == 1)
    )


def _ends(stage: Scene, at: int) -> bool:
    """Say whether the phrase that stops before ``at`` is followed by a break or a verb of saying."""
    word = stage.lower(at)
    return not word or word in _BREAK or word in stage.vocabulary.speech or word in {"has", "had", "is", "was", "will"}


def _closes(stage: Scene, description: Phrase) -> bool:
    """Say whether a description after a comma ends as appositions do: at a break, or with what it is of."""
    after = stage.lower(description.last + 1)
    if not after or after in _BREAK or after in {"who", "which"}:
        return True
    bare = stage.lower(description.first) not in {"the", *stage.vocabulary.pronouns}
    return bare and after not in stage.vocabulary.speech and description.first <= description.last
