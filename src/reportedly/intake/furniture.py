"""What pages put around reports, from the table of page furniture."""

import re
from functools import cache, lru_cache

from reportedly.lexicon import load

_ENDS = frozenset(".!?…。！？｡།؟۔")
_CLOSING = '"”’»›)]』」'
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_MAIL_LINE = re.compile(
    rf"(?:e-?mail|contact|write to|follow)?:?\s*{_MAIL.pattern}(?:\s*(?:[,;/|]|and|or)?\s*(?:{_MAIL.pattern}|@\w{{1,30}}))*",
    re.IGNORECASE,
)
# "Do you know more? Write to …": an address behind a few words to the reader.
_MAIL_END = re.compile(rf"^\W*(?:[^\s@]+\s+){{1,12}}{_MAIL.pattern}\W*$")
_HANDLE_LINE = re.compile(r"(?:twitter|x|follow)?:?\s*@\w{1,30}", re.IGNORECASE)
_LINK_LINE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\W_]+")
_GLUED = re.compile(r"[a-z0-9?!.”’'\"][A-Z“]")
_COUNTER = re.compile(
    r"(?:\d[\d,.]*[km]?\s+)?(?:comments?|shares?|likes?|views?|retweets?|replies|reactions?|min(?:ute)?s? read)(?:\s+\d[\d,.]*[km]?)?",
    re.IGNORECASE,
)
# What a page tells screen readers about its lists.
_READ_OUT = re.compile(r"end of list|list of \d+ items?|list \d+ of \d+.{0,200}|item \d+ of \d+|\d+ of \d+")
_BAR = re.compile(r"\s*[|›»•·]\s*")
_DASHED = re.compile(r"\s+[—–]\s+")
_BARS = frozenset("|›»•·")
_SECOND_PERSON = re.compile(r"\b(?:you|your|our|us|we|me|my)\b", re.IGNORECASE)
_LABEL = re.compile(r"[A-Z][\w'’-]*(?:\s+[\w'’-]+){0,3}:")
# Words of a line that may still be a button or a teaser; measured on the table's own phrases, the longest has 14.
_TEASER_WORDS = 22
# Characters of the longest line that is furniture as a whole; a line of addresses is longer than any button.
_LINE_CHARACTERS = 400
_BOX_WORDS = 45
_OFFER_WORDS = 8
_ROW_WORDS = 14
_BAR_WORDS = 5
_RELATED_WORDS = 40


@cache
def phrases(section: str) -> tuple[str, ...]:
    """Return a section's phrases in lower case with straight apostrophes, longest first."""
    return tuple(sorted((folded(one) for one in load("en", "furniture")[section]), key=lambda one: (-len(one), one)))


@cache
def _set(section: str) -> frozenset[str]:
    """Return a section's phrases without punctuation at their edges."""
    return frozenset(_bare(one) for one in phrases(section))


@cache
def _sentences() -> frozenset[str]:
    """Return the openings that make furniture of a whole sentence."""
    return frozenset(folded(one) for one, row in load("en", "furniture")["opening"].items() if row.get("sentence"))


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """Return the text in lower case, spaces and apostrophes made one."""
    return " ".join(text.casefold().replace("’", "'").split())


def _bare(text: str) -> str:
    """Return the text without what is neither letter nor figure at its edges."""
    start, end = 0, len(text)
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return text[start:end]


def is_sentence(text: str) -> bool:
    """Say whether a line ends as a sentence does."""
    return text.rstrip(_CLOSING)[-1:] in _ENDS if text else False


def is_line(text: str) -> bool:
    """Say whether a line is furniture as a whole: a button, a label, an address, a counter."""
    if len(text) > _LINE_CHARACTERS:
        return False
    words = _bare(folded(text))
    return (
        words in _set("line")
        or ("click here" in words and len(words.split()) <= _ROW_WORDS and not is_sentence(text))
        or (_MAIL_END.search(text) is not None and _SECOND_PERSON.search(text) is not None)
        or _MAIL_LINE.fullmatch(text) is not None
        or _HANDLE_LINE.fullmatch(text) is not None
        or _LINK_LINE.fullmatch(text) is not None
        or _COUNTER.fullmatch(words) is not None
        or _READ_OUT.fullmatch(words) is not None
        or _is_bar(text)
        or _is_row(words)
    )


def _is_bar(text: str) -> bool:
    """Say whether a line is a bar of links ("Print | Send to a friend", "Home › News › Abroad")."""
    if _BARS.isdisjoint(text):
        return _is_dashed(text)
    parts = [part for part in _BAR.split(text.strip("| ")) if part]
    if len(parts) < 2 or is_sentence(text) or any(len(part.split()) > _BAR_WORDS for part in parts):  # noqa: PLR2004 - a bar parts two
        return False
    known = sum(_bare(folded(part)) in _set("line") for part in parts)
    # A path to the page has three steps; anything else must hold buttons, or it may be a row of a table.
    return known * 2 >= len(parts) or (len(parts) > 2 and any(sign in text for sign in "›»"))  # noqa: PLR2004 - as said


def _is_dashed(text: str) -> bool:
    """Say whether dashes part two buttons or more, and they are half of the line ("Saturday edition — Print — Send")."""
    if not ("—" in text or "–" in text) or is_sentence(text):
        return False
    parts = [part for part in _DASHED.split(text) if part]
    known = sum(_bare(folded(part)) in _set("line") for part in parts)
    return known > 1 and known * 2 >= len(parts)


def _is_row(words: str) -> bool:
    """Say whether a line is nothing but buttons side by side ("share this copy link print")."""
    parts = words.split()
    if not 1 < len(parts) <= _ROW_WORDS:
        return False
    reached = {0}
    for end in range(1, len(parts) + 1):
        if any(" ".join(parts[start:end]) in _set("line") for start in reached):
            reached.add(end)
    return len(parts) in reached


def is_teaser(text: str) -> bool:
    """Say whether a short line that is no sentence begins as furniture does ("Read more: …")."""
    words = folded(text).lstrip("([*•·>»▶→|- ").replace(" :", ":")
    if not words.startswith(phrases("opening")):
        return False
    for phrase in phrases("opening"):
        if words.startswith(phrase) and not words[len(phrase) : len(phrase) + 1].isalnum():
            short = len(words.split()) <= _TEASER_WORDS
            marked = phrase.endswith(":") or words[len(phrase) : len(phrase) + 1] in {":", "|", ">"}
            return short and (marked or not is_sentence(text) or phrase in _sentences())
    return False


def is_related(text: str) -> bool:
    """Say whether a block lists other stories: "Related" and then a colon, a bar or a headline glued to it."""
    words = folded(text)
    if not words.startswith(phrases("related")):
        return False
    for phrase in phrases("related"):
        if words.startswith(phrase) and len(text) > len(phrase):
            rest = text[len(phrase) :]
            if rest[0].isupper():
                return True
            if rest.lstrip()[:1] in {":", "|", ">", "»"}:
                return len(words.split()) <= _RELATED_WORDS or len(_GLUED.findall(text)) > 1
    return False


def heads_related(text: str) -> bool:
    """Say whether a line is nothing but a heading over other stories."""
    words = _bare(folded(text)) if len(text) <= _LINE_CHARACTERS else ""
    return words in _set("related") or (words.startswith("more from ") and len(words.split()) <= _BAR_WORDS + 1)


def is_box(text: str) -> bool:
    """Say whether a block offers a newsletter, an app or a subscription, or asks for consent to cookies."""
    words = folded(text)
    if len(words.split()) > _BOX_WORDS or "“" in text or '"' in text:
        return False
    if not _SECOND_PERSON.search(text) and not words.startswith(phrases("box")):
        return False
    named = sum(re.search(rf"\b{re.escape(phrase)}", words) is not None for phrase in phrases("box") if phrase in words)
    return named > 1 or (named == 1 and len(words.split()) <= _OFFER_WORDS and not is_sentence(text))


def is_separator(text: str) -> bool:
    """Say whether a line holds no word."""
    return _SEPARATOR.fullmatch(text) is not None


def is_label(text: str) -> bool:
    """Say whether a line is a label that waits for something to follow ("The Region:")."""
    return _LABEL.fullmatch(text) is not None


def is_contribution(text: str) -> bool:
    """Say whether a short line names who worked on the report."""
    words = folded(text).strip("—–-()[]*. ")
    if not words.startswith(_contributions()[0]) and not words.endswith(_contributions()[1]):
        return False
    return len(words.split()) <= _TEASER_WORDS


@cache
def _contributions() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words that lines about who worked on a report begin with, and those that they end with."""
    found = phrases("contribution")
    return tuple(one for one in found if one.endswith(" by")), tuple(one for one in found if not one.endswith(" by"))


def boilerplate(text: str) -> tuple[int, int]:
    """Return what remains of a block once sentences of furniture are cut from both its ends."""
    start, end = 0, len(text)
    plain = _plain(text)
    cut = plain.startswith(phrases("sentence")) or plain.endswith(phrases("sentence"))
    while cut and start < end:
        cut = False
        for phrase in phrases("sentence"):
            size = len(phrase)
            if _plain(text[start : start + size]) == phrase and not _glued(text, start + size - 1, start + size):
                start, cut = start + size, True
            elif (
                end - size >= start
                and _plain(text[end - size : end]) == phrase
                and not _glued(text, end - size - 1, end - size)
            ):
                end, cut = end - size, True
            while start < end and (text[start].isspace() or (cut and text[start] == "*")):
                start += 1
            while end > start and text[end - 1].isspace():
                end -= 1
    return start, end


def _plain(text: str) -> str:
    """Return a piece of text in lower case with straight apostrophes."""
    return text.lower().replace("’", "'")


def _glued(text: str, left: int, right: int) -> bool:
    """Say whether two neighbours are of one word: both small letters or figures."""
    if left < 0 or right >= len(text) or not (text[left].isalnum() and text[right].isalnum()) or text[right].isupper():
        return False
    # Buttons run into one another where only the page's style set them apart.
    return not _plain(text[right:]).startswith(phrases("sentence"))


def wall(text: str) -> str | None:
    """Return what a page is that is no report ("a consent wall"), by its few words; None when nothing says so."""
    words = folded(text)
    return next((kind for phrase, kind in _walls() if phrase in words), None)


@cache
def _walls() -> tuple[tuple[str, str], ...]:
    """Return the phrases of pages that are no reports, with what each shows the page to be."""
    return tuple((folded(phrase), str(row["kind"])) for phrase, row in load("en", "furniture")["wall"].items())
