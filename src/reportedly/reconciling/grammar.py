"""Just enough grammar to tell a clause from a fragment: closed classes and endings, no parser."""

import re
from functools import cache

from reportedly import lexicon
from reportedly.reconciling.word import deeds, stem, worded

_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-'’][A-Za-z]+)*|[,;:.!?()“”\"]")
_BARE = frozenset({"be", "been", "being", "having"})
_FIRST = frozenset(
    {"i", "we", "our", "ours", "us", "my", "me", "mine", "you", "your", "i'm", "we're", "we've", "i've", "ourselves"}
)
_THIRD = frozenset({
    "he", "she", "it", "they", "him", "them", "his", "her", "hers", "its", "their", "theirs", "this", "these", "those",
})  # fmt: skip
_OPENS_NOTHING = frozenset(
    {"to", "and", "or", "but", "that", "of", "as", "with", "who", "which", "whom", "whose", "than"}
)
_MARKS = frozenset({"“", "”", '"'})
_RELATIVE = frozenset({"which", "who", "whom", "whose", "that", "when", "where"})
# "How it knew" is what somebody asks; with a verb besides it is what somebody says.
_QUESTIONS = (["how"], ["why"], ["whether"], ["what"])
_ADVERBS = frozenset({"not", "never", "also", "already", "now", "since", "yet", "still", "probably"})
# Words of a clause that say enough to be what a later pronoun stands for.
_TELLING = 0.5


@cache
def closed(letter: str) -> frozenset[str]:
    """Return the words of one closed class of `word.toml`: "D" for determiners, "P" for prepositions, and so on."""
    return frozenset(lexicon.load("en", "word")["classes"][letter]["words"].split())


def tokens(text: str) -> list[str]:
    """Cut a text into lower-case words and marks."""
    return [one.lower().replace("’", "'") for one in _TOKEN.findall(text)]


def finite(text: str) -> bool:
    """Say whether a text holds a subject and a verb that can carry a sentence.

    >>> finite("the dam was damaged"), finite("deep concern over the damage"), finite("a guard to have died")
    (True, False, False)
    """
    found = tokens(text)
    return any(at > 0 and _carries(found, at) for at in range(len(found)))


def main_clause(text: str) -> bool:
    """Say whether a text is a sentence by itself and no noun with what is told of it.

    >>> main_clause("the prints are those of a dog"), main_clause("prints which are not those of a dog")
    (True, False)
    >>> main_clause("seeing what they took for a puma"), main_clause("trout made by its unit")
    (False, False)
    """
    found = [one for one in tokens(text) if one not in _MARKS]
    gerund = len(found) > 1 and found[0].endswith("ing")
    if gerund and (found[0] in _BARE or found[1] == "what" or any(found[1] in closed(letter) for letter in "DPHO")):
        return False
    # Each "which" or "when" before the verb takes a verb of its own: the very next word, or one after its subject.
    owed, taken = int(found[:1] in _QUESTIONS), 0
    for at in range(1, len(found)):
        if _opens_relative(found, at):
            own = (
                _function(found[at + 1]) and found[at + 1] not in closed("B") | closed("M")
                if at + 1 < len(found)
                else True
            )
            owed, taken = owed + own, at + 1
        elif at > taken and _carries(found, at) and not _partaking(found, at) and not _goes_on(found, at):
            if not owed:
                return True
            owed -= 1
    return False


def _opens_relative(found: list[str], at: int) -> bool:
    """Say whether a word opens a relative clause; "at that time" opens none."""
    return found[at] in _RELATIVE and not (found[at] == "that" and found[at - 1] in closed("P"))


def _goes_on(found: list[str], at: int) -> bool:
    """Say whether a verb belongs to the group that the word before it, or the one before a "not", opened."""
    before = found[at - 2] if at > 1 and found[at - 1] in _ADVERBS else found[at - 1]
    return before in closed("M") or before in closed("B")


def _partaking(found: list[str], at: int) -> bool:
    """Say whether a form is a participle: "made by its unit", "being killed or badly wounded"."""
    if found[at] in closed("M") or found[at] in closed("B"):
        return False
    before = found[max(0, at - 4) : at]
    return found[at + 1 : at + 2] == ["by"] or ("being" in before and bool({"or", "and", "being"} & set(before[-2:])))


def headless(text: str) -> bool:
    """Say whether a text opens where its subject is missing: "to have been wounded", "was closed", "and the dam"."""
    found = [one for one in tokens(text) if one not in _MARKS]
    return not found or found[0] in _OPENS_NOTHING or found[0] in closed("B")


def first_person(text: str) -> bool:
    """Say whether a text is told in the speaker's own person."""
    return any(one in _FIRST for one in tokens(text))


def strays(text: str) -> int:
    """Count pronouns that open a text before anything they could stand for."""
    telling = [word.start for word in worded(text) if word.weight >= _TELLING and word.lower not in _THIRD]
    first = min(telling, default=len(text))
    # The noun after "their" or "those" is what they go with, never whom they stand for.
    return sum(match.start() <= first and match[0].lower() in _THIRD for match in re.finditer(r"[A-Za-z]+", text))


def _carries(found: list[str], at: int) -> bool:
    """Say whether the word at one place is a finite verb, as far as its form and the word before tell."""
    word, before = found[at], found[at - 1]
    if before in closed("D") or before in {"to", "of", "be", "been"}:
        return False
    if word in closed("M") or (word in closed("B") and word not in _BARE):
        return True
    if word in closed("V"):
        return True
    if word.endswith("ed") and len(word) > len("need") and before not in closed("P"):
        return not (at + 1 < len(found) and _plural(found[at + 1]) and at + 2 >= len(found))
    return _inflected(word, before) or (_plural(before) and _base(word, found, at))


def _inflected(word: str, before: str) -> bool:
    """Say whether a word is a deed in the third person ("hits") after something that can do it."""
    known = word.endswith("s") and not word.endswith(("ss", "us")) and stem(word) in deeds()
    return known and before[:1].isalpha() and before not in closed("P") and not before.endswith("ing")


def _plural(word: str) -> bool:
    """Say whether a word looks like several things."""
    return (
        word.endswith("s") and len(word) > len("his") and not word.endswith(("ss", "us", "'s")) and not _function(word)
    )


def _base(word: str, found: list[str], at: int) -> bool:
    """Say whether a word after a plural is its verb ("the recordings exist")."""
    plain = word.isalpha() and not _function(word) and not word.endswith(("s", "ing", "ly"))
    return plain and not (at + 1 < len(found) and _plural(found[at + 1]))


def _function(word: str) -> bool:
    """Say whether a word belongs to a closed class."""
    return any(word in closed(letter) for letter in "DPCSRHOIBMTYE")
