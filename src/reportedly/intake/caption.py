"""Captions and picture credits among the paragraphs of a report."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from reportedly.intake.agency import agencies
from reportedly.intake.block import Block
from reportedly.intake.furniture import folded, is_sentence, phrases

_CAPTION_WORDS = 90
_TITLE_WORDS = 9
_CREDIT_WORDS = 14
_GAP = re.compile(r"\s{2,}|\t| ")
_PART = re.compile(r"\s*[/|]\s*")


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
    """Mark the blocks that belong to a picture."""
    marked = [block.caption or _is_caption(block.text) or is_picture_credit(block.text) for block in blocks]
    for number, block in enumerate(blocks):
        # A line of nothing but a credit closes the caption before it, and that one its own headline.
        if number and is_picture_credit(block.text) and not marked[number - 1]:
            marked[number - 1] = _may_be_caption(blocks, number - 1)
        if (
            number
            and marked[number]
            and not marked[number - 1]
            and block.gap == "\n"
            and _is_title(blocks[number - 1].text)
        ):
            marked[number - 1] = not is_picture_credit(block.text) and number > 1
    return [replace(block, caption=mark) for block, mark in zip(blocks, marked, strict=True)]


def is_picture_credit(text: str) -> bool:
    """Say whether a line holds nothing but the names of a picture's makers ("A. Example/AP", "Photo: Reuters")."""
    words = text.strip("()[] .").split()
    if not words or len(words) > _CREDIT_WORDS or is_sentence(text):
        return False
    named = agencies(text)
    if _picture().match(text.lstrip("([ ")) and (named or re.match(r"[(\[ ]*\w+(?: \w+)?\s*[:|]|[(\[ ]*\w+ by ", text)):
        return True
    if not named:
        return False
    parts = _PART.split(text.strip("()[] "))
    capital = all(
        part[:1].isupper() or part[:1].isdigit() or part.casefold().startswith("via ") for part in parts if part
    )
    return ("/" in text or "|" in text or any(one.pictures for one in named)) and capital


def _is_caption(text: str) -> bool:
    """Say whether a paragraph is a caption by its own words."""
    count = len(text.split())
    if count > _CAPTION_WORDS or text[:1] in "“\"‘'":
        return False
    words = folded(text).lstrip("([ ")
    if any(words.startswith(one) for one in phrases("caption")) and _opens(words):
        return True
    if _position().search(text) or _ends_with_credit(text):
        return True
    named = agencies(text[:60])
    return bool(named) and named[0].start == 0 and _GAP.match(text, named[0].end) is not None


def _opens(words: str) -> bool:
    """Say whether the caption's opening stands as a whole word or label."""
    return any(
        words.startswith(one) and (not one[-1].isalnum() or not words[len(one) : len(one) + 1].isalnum())
        for one in phrases("caption")
    )


def _ends_with_credit(text: str) -> bool:
    """Say whether a paragraph ends with a picture's credit ("… / Example Wire", "(AP Photo/A. Example)", "Photo: X")."""
    tail_at = max(0, len(text) - 100)
    tail = text[tail_at:]
    slash = re.search(r"(?:[.…!?”\"\w)]\s+[/|]\s*|[.…!?”\")]\s*[(\[])(?=[^/|(]{2,70}$|[^()]{2,90}[)\]]\.?$)", tail)
    if slash is not None:
        rest = tail[slash.end() :]
        if agencies(rest) and ("/" in slash[0] or "|" in slash[0] or _picture().search(rest) or "/" in rest):
            return True
    label = re.search(
        r"(?:^|[\s(|])(?:photo(?:graph)?s?|picture|image|credit)s?(?: credit| by| courtesy of)?\s*[:/|]\s*[^.!?]{2,80}$",
        tail,
        re.IGNORECASE,
    )
    if label is not None:
        return True
    last = agencies(tail)
    return bool(last) and any(one.pictures and re.fullmatch(r"[)\].\s]*", tail[one.end :]) for one in last[-1:])


def _may_be_caption(blocks: Sequence[Block], number: int) -> bool:
    """Say whether the block before a line of nothing but a credit is the caption that it credits.

    It is when it is cut off, stands under a line like a headline, or begins neither with a quotation nor in the flow.
    """
    text = blocks[number].text
    if len(text.split()) > _CAPTION_WORDS or text[:1] in "“\"‘'" or number == 0:
        return False
    under_title = number > 0 and blocks[number].gap == "\n" and _is_title(blocks[number - 1].text)
    return text.endswith(("…", "...")) or under_title or blocks[number + 1].gap == "\n"


def _is_title(text: str) -> bool:
    """Say whether a line is short and no sentence, as the headline of a picture is."""
    return len(text.split()) <= _TITLE_WORDS and not is_sentence(text) and text[:1].isupper() and text[-1:] not in ":,;"
