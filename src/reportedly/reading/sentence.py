"""Sentence ends: stops that are none, quotation marks that close after the stop, paragraphs that end without one."""

import re
from collections.abc import Iterator

from reportedly.lexicon import Table, load
from reportedly.model import Report, Sentence, Span
from reportedly.reading.cue import verb_forms

# A line break ends a paragraph: clean text has one paragraph a line, and plain text wrapped at a width is unwrapped by
# intake before it comes here.
_PARAGRAPH = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_INITIALS = re.compile(r"(?:[A-Z]\.){0,3}[A-Z]")
_WORD_AFTER = re.compile(r"\s*[\"'“‘«(\[]*(\w[\w']*)")
_LONGEST_ABBREVIATION = 16
# A name with what stands before it, a verb, and nothing that the verb could take.
_TAG = re.compile(
    r"\s+(?:[Tt]he |[Aa]n? )?(?:[A-Z][\w.’'-]* ){0,4}[\w.’'-]+ ([a-z]+)(?=[.,;]| (?:at|in|on|as|during|after|before|of|to) (?!.{0,80}\b(?:that|whether|if)\b))"
)


def sentences(report: Report) -> Iterator[Sentence]:
    """Find the sentences.

    Args:
        report: Needs no layer.

    Yields:
        A Sentence for each, in text order, disjoint, without surrounding white space. No sentence crosses a line break.

    Raises:
        LanguageNotSupported: There are no abbreviations for English in the lexicon.
    """
    words = load("en", "abbreviation")
    for paragraph, match in enumerate(_PARAGRAPH.finditer(report.text)):
        start = match.start()
        for stop in _STOP.finditer(match[0]):
            if _ends(match[0], stop, words):
                yield from _trimmed(report.text, start, match.start() + stop.end(), paragraph)
                start = match.start() + stop.end()
        yield from _trimmed(report.text, start, match.end(), paragraph)


def _trimmed(text: str, start: int, end: int, paragraph: int) -> Iterator[Sentence]:
    """Yield the sentence without white space at its ends; nothing when nothing is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    if words.strip():
        yield Sentence(Span(start + left, start + len(words.rstrip())), paragraph)


def _ends(paragraph: str, stop: re.Match[str], words: Table) -> bool:
    """Say whether the stop ends a sentence."""
    after = _WORD_AFTER.match(paragraph, stop.end())
    following = after[1] if after else ""
    if following[:1].islower():
        # "… he asked." said the mayor: a small letter goes on, whatever the stop.
        return False
    if stop[0] != ".":
        return not (len(stop[0]) > 1 and stop[0][0] in "?!" and _tagged(paragraph, stop.end()))
    found = _WORD_BEFORE.search(paragraph, max(0, stop.start() - _LONGEST_ABBREVIATION), stop.start())
    return _not_abbreviated(found[0] if found else "", following, words)


def _tagged(paragraph: str, at: int) -> bool:
    """Say whether who spoke stands behind a quotation that ends in a question: "“Will it hold?” Dora Quill asked."."""
    found = _TAG.match(paragraph, at)
    verb = verb_forms().get(found[1]) if found else None
    return verb is not None and "t" in verb[0].frames and verb[1] in ("past", "s")


def _not_abbreviated(before: str, following: str, words: Table) -> bool:
    """Say whether the word before a full stop is no abbreviation that goes on with the word after it."""
    key = before.lower()
    if key in words["before_name"]:
        return False
    if key in words["before_number"]:
        return not following[:1].isdigit()
    initial = bool(_INITIALS.fullmatch(before))
    if initial or key in words["either"]:
        return following.lower() in words["opener"]
    return True
