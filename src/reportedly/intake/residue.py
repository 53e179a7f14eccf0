"""Blocks of a report without what the page put around them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from reportedly.intake import furniture
from reportedly.intake.block import Block
from reportedly.intake.byline import is_byline
from reportedly.intake.credit import credits_of
from reportedly.intake.stamp import head_line, is_figures, stamp

# A block repeated word for word is dropped from this many words on; shorter ones ("Yes.") are said twice.
_REPEATED_WORDS = 5
# One that begins an earlier, longer block (a post and its picture's text) from this many.
_CONTAINED_WORDS = 8
# Lines that are said so many times, and how many of them, for repetition to be a report's form; a page that repeats a box by
# mistake repeats one, and one that holds its story twice says each line twice.
_FORM_TIMES = 3
_FORM_LINES = 2
# Words of a line that a layout pulls out of a paragraph; where a text has more such lines, they are its form.
_PULLED_WORDS = (4, 14)
_PULLED = 40
# Blocks in which a headline is looked for: itself, standfirst, byline.
_HEAD = 3
# Blocks at the head among which a day in figures alone is the page's; further on, it may head an entry of the report.
_STAMPED = 5
# Words before or behind a headline that label it, and words of a headline that may have a label; a shorter one stands alone.
_LABEL_WORDS = 8
_LABELLED_WORDS = 5
# Characters beyond which a block can only be a list of other stories: no button, box, byline or date line is so long.
_LONG = 600
# Sentences that a text must hold for what follows its last one to be no part of it, words of such a line, and how many lines.
_SENTENCES = 3
_TAIL_WORDS = 10
_TAIL_LINES = 3
# Headlines under "Related" that make a list of it.
_LISTED_WORDS = 18


def without_residue(
    blocks: Sequence[Block], *, title: str | None = None, others: Sequence[str] = (), copied: bool = False
) -> list[Block]:
    """Drop furniture and repetitions; what stays keeps its order and its words.

    Args:
        blocks: The report, captions marked.
        title: The headline where the page gives it apart from the text; it is then dropped at the text's head.
        others: The headline in other words, as the page's head or its first heading has it; likewise.
        copied: The blocks are lines of a text that somebody copied; what follows its last sentence is then the page's.
    """
    trimmed = list(_trimmed(blocks))
    listed = list(_without_lists(trimmed))
    credited = {one.block for one in credits_of(listed)}
    own = [block for number, block in enumerate(listed) if number in credited or not _is_residue(listed, number)]
    own = _without_tail(own) if copied else own
    kept = list(_without_pull_quotes(list(_once(own))))
    return _without_title(kept, [one for one in (title, *others) if one])


def _without_tail(blocks: list[Block]) -> list[Block]:
    """Drop the short lines behind a report's last sentence: links to other stories, the names of the page's parts.

    A name alone is who signs the report, a figure what it lists; both stay, and so does what stands before them.
    """
    if sum(furniture.is_sentence(block.text) for block in blocks) < _SENTENCES:
        return blocks
    credited = {one.block for one in credits_of(blocks)}
    end = len(blocks)
    while end - 1 not in credited and _is_tail(blocks[end - 1]):
        end -= 1
    # More lines than a page puts there are the form of the report: notes, a list, posts that end without a stop.
    return blocks[:end] if len(blocks) - end <= _TAIL_LINES else blocks


def _is_tail(block: Block) -> bool:
    """Say whether a line is short, no sentence, no name, and holds no figure and no quotation."""
    words = block.text.split()
    told = block.caption or furniture.is_sentence(block.text) or not words[0][0].isalpha() or len(words) > _TAIL_WORDS
    return (
        not told
        and not any(word[0].isdigit() or word[0] in '“"‘' for word in words)
        and any(word[0].islower() for word in words)
    )


def _trimmed(blocks: Sequence[Block]) -> Iterator[Block]:
    """Cut sentences of furniture from both ends of each block."""
    for block in blocks:
        start, end = furniture.boilerplate(block.text)
        if (start, end) == (0, len(block.text)):
            yield block
        elif start < end:
            yield block.part(start, end)


def _is_residue(blocks: Sequence[Block], number: int) -> bool:
    """Say whether a block is furniture by its own words or, for a label, by what surrounds it."""
    text = blocks[number].text
    if furniture.is_related(text):
        return True
    if len(text) > _LONG:
        return False
    if furniture.is_separator(text) or furniture.is_line(text) or furniture.is_box(text) or _is_signature(text, number):
        return True
    if furniture.is_label(text):
        after = blocks[number + 1].text if number + 1 < len(blocks) else ""
        return not after or furniture.is_separator(after) or furniture.is_line(after)
    return not blocks[number].caption and (furniture.is_teaser(text) or furniture.is_contribution(text))


def _is_signature(text: str, number: int) -> bool:
    """Say whether a block names the report's writers or its day."""
    dated = stamp(text) is not None or head_line(text) is not None
    return dated or is_byline(text) or (number < _STAMPED and is_figures(text))


def _without_lists(blocks: Sequence[Block]) -> Iterator[Block]:
    """Drop the headlines that a "Related" heading lists, up to the next sentence."""
    listing = False
    for block in blocks:
        if furniture.heads_related(block.text):
            listing = True
            yield block
        elif listing and not furniture.is_sentence(block.text) and len(block.words) <= _LISTED_WORDS:
            continue
        else:
            listing = False
            yield block


def _without_pull_quotes(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out short lines that only repeat words of a paragraph, as a layout pulls them out; the first line stays."""
    short = [_is_pulled(block) for block in blocks]
    if not any(short) or sum(short) > _PULLED:
        yield from blocks
        return
    told = ["|" + "|".join(block.words) + "|" for block, pulled in zip(blocks, short, strict=True) if not pulled]
    for number, block in enumerate(blocks):
        words = "|" + "|".join(block.words) + "|"
        if not (number and short[number] and any(words in one for one in told)):
            yield block


def _is_pulled(block: Block) -> bool:
    """Say whether a block is as short as a pull quote and no sentence."""
    low, high = _PULLED_WORDS
    return not block.caption and low <= len(block.words) <= high and not furniture.is_sentence(block.text)


def _once(blocks: Sequence[Block]) -> Iterator[Block]:
    """Keep the first of blocks that say the same words, and leave out one that an earlier, longer block begins with."""
    if _is_form(blocks):
        yield from blocks
        return
    alike = Counter(block.words[:_CONTAINED_WORDS] for block in blocks)
    seen: set[int] = set()
    for block in blocks:
        if alike[block.words[:_CONTAINED_WORDS]] == 1:
            yield block
            continue
        # Every beginning of a block is kept as a hash of one number and one word, so a block costs its length only.
        beginnings = tuple(accumulate(block.words, _chained, initial=0))[1:]
        if len(beginnings) >= _REPEATED_WORDS and beginnings[-1] in seen:
            continue
        seen.update(beginnings[_CONTAINED_WORDS - 1 :] or beginnings[-1:])
        yield block


def _is_form(blocks: Sequence[Block]) -> bool:
    """Say whether a report says several lines again and again, as questionnaires, plans and lists of offers do."""
    said = Counter(block.words for block in blocks if len(block.words) >= _REPEATED_WORDS)
    return sum(times >= _FORM_TIMES for times in said.values()) >= _FORM_LINES


def _chained(before: int, word: str) -> int:
    """Hash a word after the words before it."""
    return hash((before, word))


def _without_title(blocks: list[Block], titles: Sequence[str]) -> list[Block]:
    """Drop the headline where it stands among the first blocks, with a few words before it or behind it."""
    headlines = [Block(title).words for title in titles]
    own = (
        block
        for number, block in enumerate(blocks)
        if number >= _HEAD or not any(_is_headline(block, headline) for headline in headlines)
    )
    return list(own) or blocks


def _is_headline(block: Block, headline: tuple[str, ...]) -> bool:
    """Say whether a block is a headline, or no sentence and a headline with a label ("Premiere in Velmora - …")."""
    words = block.words
    if words == headline:
        return True
    more = len(words) - len(headline)
    if not 0 < more <= _LABEL_WORDS or len(headline) < _LABELLED_WORDS or block.caption:
        return False
    return words[more:] == headline or words[: len(headline)] == headline
