"""Words that make an attribution, and how they stand in their clause."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.lexicon import load
from reportedly.model import Polarity
from reportedly.reading.passage import Passage
from reportedly.reading.plural import bare_verb, plural_before
from reportedly.reading.sense import other
from reportedly.reading.speaker import speech

Form = Literal["base", "s", "past", "ing"]
Mood = Literal["active", "passive", "infinitive", "participle"]

_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't"])
_HAVE = frozenset(["has", "have", "had", "having", "hasn't", "haven't", "hadn't"])
_DO = frozenset(["do", "does", "did", "doesn't", "didn't", "don't"])
_NOT = frozenset(["not", "never", "neither", "cannot", "can't"])
_HOLDS_BACK = frozenset(("unable", "yet", "failed", "unwilling", "reluctant"))
# With "not" before them.
_WILLING = frozenset(("able", "willing", "prepared", "ready", "position", "managed"))
_DECLINES = ("decline", "declining", "refuse", "refusing")
_UNCHANGED = frozenset(("put", "read"))
# Forms that are never a past tense by themselves.
_PARTICIPLES = frozenset(("shown", "known", "written", "spoken", "sung", "sworn", "begun"))
_ALONE = frozenset(("other", "another", "each", "both", "some", "all", "many", "most", "few", "several"))
_KEEPS = frozenset(("give", "offer", "provide", "release", "publish"))
_WISH = frozenset(("wish", "want", "care", "choose"))
_REACH = 8


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying, thinking or showing.

    Attributes:
        lemma: Its dictionary form.
        frames: What it takes, by the letters of ``cue.toml``.
        polarity: Stance of whoever is its subject.
        opinion: It names a belief and no statement.
    """

    lemma: str
    frames: frozenset[str]
    polarity: Polarity = "asserts"
    opinion: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that makes an attribution where it stands.

    Attributes:
        start: First token of the cue's words; auxiliaries only where they carry a stance ("did not say").
        end: One past its last token.
        group: First token of the verb group, auxiliaries and adverbs included.
        verb: What verb it is.
        form: How it is inflected.
        mood: Whether its subject speaks, is spoken of, or stands elsewhere.
        polarity: Stance, negation counted.
    """

    start: int
    end: int
    group: int
    verb: Verb
    form: Form
    mood: Mood
    polarity: Polarity


def verbs(passage: Passage) -> Iterator[Cue]:
    """Find the verb cues outside quotations, in text order.

    Args:
        passage: What to look through.

    Yields:
        A Cue for each verb of the lexicon that stands as a verb, as far as its neighbours tell.
    """
    forms = verb_forms()
    for at, token in enumerate(passage.tokens):
        found = forms.get(token.lower)
        if passage.lower(at - 1) == "nor" and "neither" in (passage.lower(at - 2), passage.lower(at - 3)):
            continue
        if found and passage.quoted[at] < 0 and (passage.tag(at) != "A" or passage.titled):
            cue = _cue(passage, at, *found)
            if cue:
                yield cue


def _cue(passage: Passage, at: int, verb: Verb, form: Form) -> Cue | None:
    """Return the cue at one token; None when the word is a noun there or means something else."""
    end = at + 1
    if " " in verb.lemma:
        if passage.lower(end) != verb.lemma.split()[1]:
            return None
        end += 1
    group = _group(passage, at)
    auxiliaries = [passage.lower(one) for one in range(group, at)]
    negated = any(one in _NOT or one.endswith("n't") for one in auxiliaries)
    start = _holds_back(passage, at, end, group) if "to" in auxiliaries else None
    if start is not None:
        return Cue(start, end, _group(passage, start), verb, form, "active", _held_back(verb))
    if verb.lemma in _KEEPS and passage.lower(end) == "no" and not negated:
        negated, end = True, end + 1
    mood = _mood(passage, at, group, form, auxiliaries)
    if mood is None and form == "base" and verb.lemma in _UNCHANGED:
        mood = _mood(passage, at, group, "past", auxiliaries)
    if mood is None or ("-" in verb.frames and not negated) or _leads_on(passage, verb, end):
        return None
    read_out = verb.lemma == "read" and passage.tag(end) == "P" and mood != "infinitive"
    if read_out or other(passage, verb.lemma, end) or (negated and verb.opinion and _negated(verb) == "asserts"):
        # "A statement read on television": it was read out.
        return None
    if not negated:
        return Cue(at, end, group, verb, form, mood, verb.polarity)
    end = _neither_nor(passage, at, end)
    return Cue(group, end, group, verb, form, mood, _negated(verb))


def _leads_on(passage: Passage, verb: Verb, end: int) -> bool:
    """Say whether the verb after "to" is the cue: "declined to comment on it", whose content is "it"."""
    to_keep = passage.lower(end) == "to" and passage.lower(end + 1) in _kept()
    gives = passage.lower(end + 1) in _KEEPS and passage.lower(end + 2) not in ("on", "about")
    return verb.lemma in _DECLINES and to_keep and _keeps(passage, end + 2) and not gives


def _holds_back(passage: Passage, at: int, end: int, group: int) -> int | None:
    """Return where "is unable to say", "declined to comment on" or "did not wish to react" begins; None for others."""
    to = _before_to(passage, at)
    before = passage.lower(to - 1)
    kept = passage.lower(at) in _kept()
    if before in _WISH and passage.lower(to - 2) == "not" and kept:
        return _group(passage, to - 1)
    if kept and before in _WILLING and _not_before(passage, to - 1):
        return _group(passage, to - 1)
    waits = passage.tag(group - 1) != "." and before in _HOLDS_BACK
    gives = passage.lower(at) in _KEEPS and passage.lower(end) not in ("on", "about")
    declines = before.startswith(_DECLINES) and kept and _keeps(passage, end) and not gives
    return to - 1 if waits or declines else None


def _not_before(passage: Passage, at: int) -> bool:
    """Say whether "not" stands right before "able" or "in a position", adverbs apart."""
    before = at - 1
    while passage.tag(before) in "YPD" and passage.lower(before) != "not" and at - before < _REACH:
        before -= 1
    return passage.lower(before) == "not" or passage.lower(before).endswith("n't")


def _keeps(passage: Passage, at: int) -> bool:
    """Say whether what is kept back stands behind a verb: "on the plans", "whether it was one", "questions about it"."""
    return passage.lower(at) in ("on", "about") or passage.tag(at) in "SHDNAIR#Z"


@cache
def _kept() -> frozenset[str]:
    """Return the verbs, uninflected, for what somebody may decline to do."""
    table = load("en", "cue")
    return frozenset({*table["silence"], *table["confirmation"]})


def _group(passage: Passage, at: int) -> int:
    """Return the first token of the verb group that ends at ``at``."""
    start = at
    while (
        start > max(0, at - _REACH)
        and passage.quoted[start - 1] < 0
        and (
            passage.tag(start - 1) in "BMYTE"
            or passage.lower(start - 1) in ("neither", "unable", "able")
            or _since(passage, start - 1)
            or (passage.lower(start - 1) in ("all", "both") and passage.tag(start - 2) == "B")
        )
    ):
        start -= 1
    return start


def _since(passage: Passage, at: int) -> bool:
    """Say whether "since" or "so far" stands inside a verb group ("has since said")."""
    far = passage.lower(at) == "far" and passage.lower(at - 1) == "so" and passage.tag(at - 2) in "BM"
    so = passage.lower(at) == "so" and passage.lower(at + 1) == "far" and passage.tag(at - 1) in "BM"
    return far or so or (passage.lower(at) == "since" and passage.tag(at - 1) == "B")


def heard_of(passage: Passage, group: int) -> int:
    """Return where the verb group begins whose subject speaks: that of "is said" before "to have told", else the same token.

    Args:
        passage: Where it stands.
        group: First token of the group of the verb of saying.
    """
    be = group - 2
    while passage.tag(be) == "Y":
        be -= 1
    heard = passage.lower(group - 1) in load("en", "cue")["passives"] and passage.lower(be) in _BE
    return passage.group(be + 1) if heard and passage.lower(group) == "to" else group


def _before_to(passage: Passage, at: int) -> int:
    """Return the nearest "to" before a verb, itself included when there is none."""
    return next((one for one in range(at - 1, max(-1, at - _REACH), -1) if passage.lower(one) == "to"), at)


def _mood(passage: Passage, at: int, group: int, form: Form, auxiliaries: list[str]) -> Mood | None:  # noqa: PLR0911 - one return a form
    """Return how the verb stands to its subject; None when it is no verb here."""
    before = passage.lower(at - 1)
    contracted = passage.tag(at - 1) == "O" and before.endswith(("'s", "'re", "'m"))
    if form == "ing" and contracted:
        return "active"
    if (passage.tag(at - 1) == "D" and before not in _ALONE) or (before.endswith(("'s", "s'")) and not contracted):
        return None
    if form == "ing":
        return _ing_mood(passage, at, auxiliaries)
    if form == "past":
        if any(one in _BE for one in auxiliaries):
            return "passive"
        alone = not any(one in _HAVE for one in auxiliaries)
        if alone and (
            passage.lower(at) in _PARTICIPLES
            or (
                passage.tag(at + 1) == "T"
                and passage.tag(at + 2) not in "ADOI"
                and passage.lower(at) != "claimed"
                and passage.lower(at) in load("en", "cue")["passives"]
            )
        ):
            return None
        agent = passage.lower(at + 1) == "by" and passage.lower(at + 2) not in load("en", "via")["means"]
        if agent and not any(one in _HAVE for one in auxiliaries):
            return None
        return "active" if at > 0 and passage.tag(at - 1) not in "P#Z" else None
    if form == "s":
        after_other = passage.tag(at - 1) in "P#ZGCVMB" and passage.lower(at - 1) != "and"
        other = verb_forms().get(passage.lower(at + 1))
        noun = (
            at == 0
            or after_other
            or (passage.tag(at + 1) in "BMV" and passage.lower(at + 1) != "having")
            or (other is not None and other[1] == "base")
        )
        paired = passage.tag(at - 1) == "C" and passage.tag(at - 2) == "N" and passage.lower(at - 2).endswith("s")
        object_ = passage.tag(at - 1) in "NV" and (
            verb_forms().get(passage.lower(at - 1), (None, ""))[1] in ("s", "past") or passage.tag(at - 2) == "T"
        )
        noun = (
            noun or paired or object_ or (passage.quoted[at - 1] >= 0 and not speech(passage, passage.quoted[at - 1]))
        )
        return None if noun else "active"
    return _base_mood(passage, at, group, auxiliaries)


def _ing_mood(passage: Passage, at: int, auxiliaries: list[str]) -> Mood | None:
    """Return the mood of a form in "-ing"; None for a noun, and for "without saying", which tells of silence."""
    if any(one in _BE for one in auxiliaries):
        return "active"
    silence = load("en", "cue")["silence"]
    silent = passage.lower(at - 1) == "without" and verb_forms()[passage.lower(at)][0].lemma in silence
    # "In a closed hearing": a noun, behind an article and a participle that describes it.
    noun = passage.lower(at - 1).endswith("ed") and passage.tag(at - 2) == "D"
    return None if silent or noun or at == 0 else "participle"


def _base_mood(passage: Passage, at: int, group: int, auxiliaries: list[str]) -> Mood | None:
    """Return the mood of an uninflected form; None when it is a noun."""
    if auxiliaries and passage.tag(at - 1) == "T" and not any(passage.tag(one) in "BM" for one in range(group, at)):
        return "infinitive"
    if any(passage.tag(one) == "M" or passage.lower(one) in _DO for one in range(group, at)):
        return "active"
    if any(one in _BE or one in _HAVE for one in auxiliaries):
        return "infinitive" if passage.tag(at - 1) == "T" else None
    return "active" if bare_verb(passage, at, group) or plural_before(passage, at, group) else None


def _neither_nor(passage: Passage, at: int, end: int) -> int:
    """Return where "neither confirm nor deny" ends, with what stands between them left to be the content."""
    return end + 2 if passage.lower(at - 1) == "neither" and passage.lower(end) == "nor" else end


def _negated(verb: Verb) -> Polarity:
    """Return the stance of one who does not do what the verb says."""
    if verb.lemma == "rule out":
        return "asserts"
    if verb.lemma in load("en", "cue")["confirmation"]:
        return "cannot confirm"
    if verb.lemma in load("en", "cue")["silence"] or verb.polarity == "denies":
        return "does not say"
    return verb.polarity


def _held_back(verb: Verb) -> Polarity:
    """Return the stance of one who declines to do what the verb says."""
    return "cannot confirm" if verb.lemma in load("en", "cue")["confirmation"] else "does not say"


@cache
def verb_forms() -> Mapping[str, tuple[Verb, Form]]:
    """Return every inflected form of every verb cue; a form of two verbs belongs to the first."""
    table = load("en", "cue")
    forms: dict[str, tuple[Verb, Form]] = {}
    for lemma, row in table["verbs"].items():
        verb = Verb(
            lemma,
            frozenset(str(row["frames"]).split()),
            row.get("polarity", "asserts"),
            row["source"] == "factbank" and "polarity" not in row,
        )
        for form, word in _inflected(lemma, str(row.get("forms", ""))):
            forms.setdefault(word, (verb, form))
    for section in ("confirmation", "silence"):
        for lemma in table[section]:
            for form, word in _inflected(lemma, str(table[section][lemma].get("forms", ""))):
                forms.setdefault(word, (Verb(lemma, frozenset("-n")), form))
    return forms


def _inflected(lemma: str, forms: str) -> Iterator[tuple[Form, str]]:
    """Yield each form of a verb with its kind; ``forms`` holds those that are not regular, or nothing."""
    word = lemma.split(maxsplit=1)[0]
    yield "base", word
    if forms:
        for one in forms.split():
            yield ("ing" if one.endswith("ing") else "s" if one.endswith("s") else "past"), one.split("_")[0]
        return
    stem = word.removesuffix("e")
    yield "s", word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")
    if word.endswith("y") and word[-2] not in "aeiou":
        yield "past", word[:-1] + "ied"
        yield "ing", word + "ing"
    else:
        yield "past", stem + "ed"
        yield "ing", stem + "ing"
