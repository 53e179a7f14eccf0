"""Small marks that carry little more than their place."""

from dataclasses import dataclass

from reportedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, without the white space around it.

    Attributes:
        span: Its words, closing punctuation and quotation marks included.
        paragraph: Number of its paragraph in the text, from 0.
    """

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Token:
    """One word or punctuation mark.

    Attributes:
        span: Its characters.
        lower: Its words in lower case, typographic apostrophes written as ``'``.
        pos: Universal part of speech where the reader knows it ("VERB"); None when it does not.
        lemma: Dictionary form where known; None when not.
    """

    span: Span
    lower: str
    pos: str | None = None
    lemma: str | None = None
