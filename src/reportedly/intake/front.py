"""Section fronts: pages that list other stories and hold none."""

from collections.abc import Sequence

from reportedly.intake.block import Block
from reportedly.intake.furniture import is_sentence
from reportedly.intake.jsonld import articles
from reportedly.intake.page import Page, share

# Teasers that a front has at least, the share of a page's letters that they make up, letters of a headline, and its share in a
# link. None of 518 pages with a story is taken for one.
_TEASERS = 4
_SHARE = 0.7
# Letters of sentences beside the teasers from which a page holds a story of its own.
_STORY_LETTERS = 250
_HEADLINE_LETTERS = 15
_LINKED = 0.9


def is_front(page: Page, blocks: Sequence[Block]) -> bool:
    """Say whether what was found in a page are teasers of other stories, each under a headline that is nothing but a link.

    A page that calls itself an article is none.

    Args:
        page: The page.
        blocks: What was found in it, captions marked.
    """
    if "article" in "".join(page.metas.get("og:type", ())).lower() or any("headline" in one for one in articles(page)):
        return False
    told = [block for block in blocks if block.runs and not block.caption]
    flags = [_is_teaser(page, page.outline.at(block.runs[0].source)) for block in told]
    teasers = [block for block, teaser in zip(told, flags, strict=True) if teaser]
    few = (
        _letters([one for one, teaser in zip(told, flags, strict=True) if not teaser and is_sentence(one.text)])
        < _STORY_LETTERS
    )
    return few and len(teasers) >= _TEASERS and _letters(teasers) >= _SHARE * _letters(told)


def _is_teaser(page: Page, number: int) -> bool:
    """Say whether a block of the outline stands right under such a headline, or is one."""
    return number > 0 and (_is_headline(page, number - 1) or _is_headline(page, number))


def _is_headline(page: Page, number: int) -> bool:
    """Say whether a block of the outline is nothing but a link."""
    start = page.outline.letters[number]
    end = page.outline.end(number, len(page.letters))
    if end - start < _HEADLINE_LETTERS:
        return False
    return share(page.links, page.outline.places[number], page.place(end - 1) + 1) >= _LINKED


def _letters(blocks: Sequence[Block]) -> int:
    """Return how long blocks are together."""
    return sum(len(block.text) for block in blocks)
