"""The words of each sentence as the finders of mentions see them: possessive endings off, capitals weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model import Report, Sentence, Span, Token
from reportedly.reading.vocabulary import Vocabulary

# Shares of capitalised words from which capitals say nothing: headlines (small words stay small) and shouting.
_HEADLINE = 0.7
_FEW = 3


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
            word = Word(word.start, word.end, word.after, word.text, word.lower, True, initial, word.glued)
        found.append(word)
        initial = not word.text[0].isalnum() and (initial or word.text in '"“‘«:—–*•|')
        last = token.span.end
    return tuple(found)


def _word(text: str, token: Token, *, initial: bool, glued: bool) -> Word:
    """Return the word of a token, without weight yet."""
    start, after = token.span.start, token.span.end
    lower = token.lower
    end = after
    if lower.endswith("'s") and len(lower) > 2:  # noqa: PLR2004 - longer than the ending
        end, lower = after - 2, lower[:-2]
    return Word(start, end, after, text[start:end], lower, capital=False, initial=initial, glued=glued)


def _shouted(text: str, tokens: Sequence[Token]) -> bool:
    """Say whether nearly all words of the sentence have capitals, so that none of them means anything."""
    letters = [text[token.span.start] for token in tokens if token.lower[0].isalpha() and len(token.lower) > _FEW]
    return len(letters) > _FEW and sum(letter.isupper() for letter in letters) >= _HEADLINE * len(letters)


def _capital(word: Word, words: Vocabulary, small: frozenset[str], *, shouted: bool) -> bool:
    """Say whether the word's capital means a name."""
    first = word.text[0]
    if first == "@":
        return len(word.text) > 1
    if not first.isupper():
        return _prefixed(word)
    if word.lower in words.pronouns and word.text != word.text.upper():
        return False
    if not (word.initial or shouted):
        return word.lower != "i"
    if word.lower in words.known or word.lower in words.demonyms or (word.lower in words.given and not shouted):
        return word.lower not in words.closed or _spelled(word, words)
    plain = word.lower in words.common or word.lower in words.closed or word.lower in small
    return not plain or (word.initial and not shouted and _opens(word, words))


def _spelled(word: Word, words: Vocabulary) -> bool:
    """Say whether a word that is also a known name is written as the name is."""
    known = words.known.get(word.lower)
    return known is not None and (known.exact is None or known.exact == word.text)


def _opens(word: Word, words: Vocabulary) -> bool:
    """Say whether a common word at the head of a sentence may open a name ("Prime Minister", "Foreign Office")."""
    return word.lower in words.titles or word.lower in words.adjuncts or word.lower in words.heads


def _prefixed(word: Word) -> bool:
    """Say whether a small particle is joined to a name ("al-Arabiya")."""
    head, _, tail = word.text.partition("-")
    return tail[:1].isupper() and head.isalpha() and len(head) <= _FEW


def span(words: Sequence[Word]) -> Span:
    """Return the span from the first to the last word, possessive ending left out."""
    return Span(words[0].start, words[-1].end)
