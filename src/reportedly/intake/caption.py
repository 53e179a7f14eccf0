"""Captions and picture credits among the paragraphs of a report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from reportedly.intake.agency import agencies
from reportedly.intake.block import Block
from reportedly.intake.furniture import folded, is_sentence, phrases

_CAPTION_WORDS = 90
# A paragraph that points into a picture ("(pictured)") and is longer than this tells the story beside it.
_POINTING_WORDS = 40
_TITLE_WORDS = 9
_CREDIT_WORDS = 14
_CREDIT_CHARACTERS = 400
_LABELLED_WORDS = 8
_TAIL = 100
_NAME = 60
_BETWEEN = frozenset({"and", "by", "for", "from", "of", "on", "the", "via", "de", "van", "von", "bin", "al"})
_CREDITED_WORDS = 60
_ENDING = frozenset('.!?:;,”"’')
_QUOTES = "“\"‘'"
_GAP = re.compile(r"\s{2,}|\t|\u00a0")
_PART = re.compile(r"\s*[/|]\s*")
_END = re.compile(r"[.!?…][”\"’')\]]*\s+(?=[A-Z“\"‘'])")
_SLASH = re.compile(
    r"(?:(?<=[.…!?”\"\w)])\s+[/|]\s*(?=[^/|(]{2,70}$)|(?<=[.…!?”\")])\s*[(\[](?=[^()]{2,90}[)\]]+\.?$))"
)
_LABEL = re.compile(
    r"(?:(?<=[\s(|\[])|^)(?:photo(?:graph)?s?|picture|image|credit)s?(?: credit| by| courtesy of)?\s*[:/|]\s*([^.!?:]{2,80})$",
    re.IGNORECASE,
)


@cache
def _position() -> re.Pattern[str]:
    """Return a pattern for words in brackets that point into a picture ("(left)")."""
    choices = "|".join(re.escape(one) for one in phrases("position"))
    return re.compile(rf"\((?:{choices})\)", re.IGNORECASE)


@cache
def _picture() -> re.Pattern[str]:
    """Return a pattern for words that make a picture credit of the names beside them."""
    choices = "|".join(re.escape(one) for one in phrases("picture"))
    return re.compile(rf"\b(?:{choices})\b", re.IGNORECASE)


def captions(blocks: Sequence[Block]) -> list[Block]:
    """Mark the blocks that belong to a picture; a picture's credit behind a paragraph becomes a block of its own."""
    parted = [part for block in blocks for part in _parted(block)]
    marked = [block.caption or _is_caption(block.text) or is_picture_credit(block.text) for block in parted]
    # Where every paragraph stands on its own line, standing close says nothing.
    spaced = sum(block.gap == "\n\n" for block in parted) * 2 > len(parted)
    for number in range(1, len(parted)):
        text = parted[number].text
        if is_picture_credit(text) and not parted[number].caption and not marked[number - 1]:
            marked[number - 1] = _is_credited(parted, number - 1, spaced=spaced)
    for number in range(1, len(parted)):
        # The headline of a picture stands close above its caption.
        heads = parted[number].gap == "\n" and spaced and _is_title(parted[number - 1].text)
        if heads and marked[number] and not is_picture_credit(parted[number].text):
            marked[number - 1] = marked[number - 1] or number > 1
    pairs = zip(parted, marked, strict=True)
    return [block if block.caption is mark else replace(block, caption=mark) for block, mark in pairs]


def is_picture_credit(text: str) -> bool:
    """Say whether a line holds nothing but the names of a picture's makers ("A. Example/AP", "Photo: Reuters")."""
    if len(text) > _CREDIT_CHARACTERS or is_sentence(text):
        return False
    bare = text.strip("()[] .")
    words = bare.split()
    if not words or len(words) > _CREDIT_WORDS:
        return False
    named = agencies(bare)
    if (label := _picture().match(bare)) is not None:
        behind = bare[label.end() :].removeprefix(" credit").lstrip()
        return _is_names(behind[1:]) if behind[:1] in {":", "|", "/"} else bool(named) and _is_names(behind)
    if not named:
        return False
    several = _PART.search(bare) is not None or any(one.pictures for one in named)
    return several and _is_names(_PART.sub(" ", bare), most=_CREDIT_WORDS)


def _is_names(words: str, *, most: int = _LABELLED_WORDS) -> bool:
    """Say whether a few words are names: capitals throughout, but for what stands between names."""
    parts = words.split()
    return len(parts) <= most and all(not part[0].islower() or part in _BETWEEN for part in parts)


def _parted(block: Block) -> Iterator[Block]:
    """Cut a picture's credit from behind a paragraph of several sentences that the picture stands beside."""
    at = None if block.caption else _credit_at(block.text)
    if at and len(_END.findall(block.text[:at])) > 1 and not _position().search(block.text):
        yield block.part(0, at)
        yield replace(block.part(at, len(block.text)), gap="\n", caption=True)
    else:
        yield block


def _is_caption(text: str) -> bool:
    """Say whether a paragraph is a caption by its own words."""
    count = len(text.split())
    if count > _CAPTION_WORDS or text[:1] in _QUOTES:
        return False
    if _opens(folded(text).lstrip("([ ")) or _credit_at(text) is not None:
        return True
    if _position().search(text):
        return count <= _POINTING_WORDS or not any(quote in text for quote in '“"')
    if _GAP.search(text, 0, _NAME) is None:
        return False
    named = agencies(text, 0, _NAME)
    return bool(named) and named[0].start == 0 and _GAP.match(text, named[0].end) is not None


def _opens(words: str) -> bool:
    """Say whether a paragraph begins as captions do ("In this photo …"), whole words only."""
    return words.startswith(phrases("caption")) and any(
        words.startswith(one) and not (one[-1].isalnum() and words[len(one) : len(one) + 1].isalnum())
        for one in phrases("caption")
    )


@lru_cache(maxsize=1024)
def _credit_at(text: str) -> int | None:
    """Return where the picture's credit that ends a paragraph begins ("… / Example Wire", "(AP Photo/A. Example)", "Photo: X").

    None when it ends with none.
    """
    edge = max(0, len(text) - _TAIL)
    if (slash := _SLASH.search(text, edge)) is not None:
        rest, sign = text[slash.end() :], slash[0].strip()
        if agencies(rest) and (sign in {"/", "|"} or "/" in rest or _picture().search(rest)):
            return slash.start()
    label = _LABEL.search(text, edge)
    if label is not None and _is_names(label[1].strip("()[] .")):
        return label.start()
    last = agencies(text, edge)[-1:] if text[-1:] not in _ENDING else ()
    if last and last[0].pictures and not text[last[0].end :].strip(")]. 0123456789("):
        ends = [match.end() for match in _END.finditer(text)]
        return ends[-1] if ends else 0
    return None


def _is_credited(blocks: Sequence[Block], number: int, *, spaced: bool) -> bool:
    """Say whether the block before a line of nothing but a credit is the caption that it credits.

    It is when it is cut off, stands close under a line like a headline, or stands close above the credit.
    """
    text = blocks[number].text
    if len(text.split()) > _CREDITED_WORDS or text[:1] in _QUOTES or number == 0:
        return False
    if text.endswith(("…", "...")):
        return True
    under_title = blocks[number].gap == "\n" and _is_title(blocks[number - 1].text)
    return spaced and (under_title or blocks[number + 1].gap == "\n")


def _is_title(text: str) -> bool:
    """Say whether a line is short and no sentence, as the headline of a picture is."""
    return len(text.split()) <= _TITLE_WORDS and not is_sentence(text) and text[:1].isupper() and text[-1:] not in ":,;"
