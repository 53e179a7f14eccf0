"""The words of each sentence as the finders of mentions see them: possessive endings off, capitals weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model import Report, Sentence, Token
from reportedly.reading.vocabulary import Vocabulary

# Shares of capitalised words from which capitals say nothing: headlines (small words stay small) and shouting.
_HEADLINE = 0.7
_FEW = 3
_OPENING = frozenset('"“‘«:—–*•|')


@dataclass(frozen=True, slots=True)
class Word:
    """One token of a sentence.

    Attributes:
        start: First code point.
        end: One past the last, a possessive ending left out.
        after: One past the last, a possessive ending included.
        text: The word without possessive ending.
        lower: ``text`` in small letters with straight apostrophes.
        capital: Whether it may stand in a name: written with a capital that its place in the sentence does not explain.
        initial: Whether it opens the sentence or a quotation, where every word has a capital.
        glued: Whether no white space stands before it.
    """

    start: int
    end: int
    after: int
    text: str
    lower: str
    capital: bool
    initial: bool
    glued: bool

    @property
    def inner(self) -> str:
        """The word in small letters with its possessive ending, as it stands inside a name ("people's")."""
        return self.lower + "'s" if self.possessive else self.lower

    @property
    def possessive(self) -> bool:
        """Whether it owns what follows ("Israel's")."""
        return self.after > self.end


Words = tuple[Word, ...]


def worded(report: Report, words: Vocabulary) -> Iterator[tuple[Sentence, Words]]:
    """Yield each sentence with its words."""
    tokens = report.of(Token)
    at = 0
    small = _small(tokens, report.text)
    for sentence in report.of(Sentence):
        first = at
        while at < len(tokens) and tokens[at].span.end <= sentence.span.end:
            at += 1
        yield sentence, _weighed(report.text, tokens[first:at], words, small)


def _small(tokens: Sequence[Token], text: str) -> frozenset[str]:
    """Return the words that the text writes small somewhere: a capital at the head of a sentence is then no name."""
    return frozenset(token.lower for token in tokens if text[token.span.start].islower())


def _weighed(text: str, tokens: Sequence[Token], words: Vocabulary, small: frozenset[str]) -> Words:
    """Return the words of one sentence."""
    shouted = _shouted(text, tokens)
    found: list[Word] = []
    initial = True
    last = -1
    for token in tokens:
        word = _word(text, token, initial=initial, glued=token.span.start == last)
        if _capital(word, words, small, shouted=shouted):
            if found and _opens(found[-1], word, words):
                found[-1] = _raised(found[-1])
            word = _raised(word)
        elif found and not shouted and _closes(found[-1], word, words):
            word = _raised(word)
        found.append(word)
        initial = not word.text[0].isalnum() and (initial or word.text in _OPENING)
        last = token.span.end
    return tuple(found)


def _raised(word: Word) -> Word:
    """Return the word as one that may stand in a name."""
    return Word(word.start, word.end, word.after, word.text, word.lower, True, word.initial, word.glued)


def _opens(word: Word, after: Word, words: Vocabulary) -> bool:
    """Say whether a common word at the head of a sentence opens a name with the one after it ("Foreign Office")."""
    if word.capital or not word.text[0].isupper() or after.glued:
        return False
    if (word.lower, after.lower) in words.pairs:
        return True
    return word.initial and word.lower not in words.closed and after.lower in words.heads


def _closes(before: Word, word: Word, words: Vocabulary) -> bool:
    """Say whether a small word with a capital ends an outlet's name ("Norvia Today")."""
    name = before.capital and word.text[0].isupper() and not word.glued
    return name and word.lower in words.closed and word.lower in words.heads


def _word(text: str, token: Token, *, initial: bool, glued: bool) -> Word:
    """Return the word of a token, without weight yet."""
    start, after = token.span.start, token.span.end
    lower = token.lower
    end = after
    if lower.endswith("'s") and len(lower) > 2:  # noqa: PLR2004 - longer than the ending
        end, lower = after - 2, lower[:-2]
    return Word(start, end, after, text[start:end], lower, capital=False, initial=initial, glued=glued)


def _shouted(text: str, tokens: Sequence[Token]) -> bool:
    """Say whether nearly all words of a headline have capitals, or all of a sentence, so that none means anything."""
    long = [token for token in tokens if token.lower[0].isalpha() and len(token.lower) > _FEW]
    if len(long) < _FEW:
        return False
    if text[tokens[-1].span.start] in ".?!":
        upper = all(token.span.cut(text).isupper() for token in long)
        return upper or (len(long) > 2 * _FEW and all(text[token.span.start].isupper() for token in long))
    return sum(text[token.span.start].isupper() for token in long) >= _HEADLINE * len(long)


def _capital(word: Word, words: Vocabulary, small: frozenset[str], *, shouted: bool) -> bool:
    """Say whether the word's capital means a name."""
    if not word.text[0].isupper():
        return _prefixed(word)
    if word.lower in words.closed or word.lower in words.pronouns:
        return _spelled(word, words)
    if word.lower in words.known or word.lower in words.demonyms:
        return True
    plain = all(part in words.common for part in word.lower.split("-")) or word.lower in small
    plain = plain or word.lower.removeprefix("un") in words.common
    if shouted:
        return not plain
    entitled = word.lower in words.titles or word.lower in words.adjuncts or word.lower in words.given
    return not (word.initial and plain) or entitled


def _spelled(word: Word, words: Vocabulary) -> bool:
    """Say whether a word that is also a known name is written as the name is."""
    known = words.known.get(word.lower)
    return known is not None and (known.exact is None or known.exact == word.text)


def _prefixed(word: Word) -> bool:
    """Say whether a word without a capital is a handle, or a small particle joined to a name ("al-Arabiya")."""
    if word.text[0] == "@":
        return len(word.text) > 1 and not word.glued
    head, _, tail = word.text.partition("-")
    return tail[:1].isupper() and head.isalpha() and len(head) <= _FEW
