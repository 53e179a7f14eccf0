"""The readers that a reading model serves, in place of those of the rules.

Importing this needs numpy, which comes with the model's own distribution; `reportedly.reading` never imports it.
"""

from collections.abc import Callable, Iterator, Sequence

from reportedly.model import Attribution, Report, Token
from reportedly.reading.analysis import tokens
from reportedly.reading.encoder import ReadingModel
from reportedly.reading.parsed import Analysed, Parsed, parsed
from reportedly.reading.reader import Reader
from reportedly.reading.voiced import First, voices

_UNSAID = frozenset(("PART", "PUNCT", "AUX"))


def modelled(
    model: ReadingModel, rules: Sequence[Reader], *, first: First = "model", alone: bool = True
) -> tuple[Reader, ...]:
    """Return the readers in the order they run, the model's in the place of the rules' where it has any.

    Args:
        model: What reads; `reportedly_en.load()` returns one.
        rules: The readers of the rules, as `reportedly.reading.readers` returns them.
        first: Who is believed on attributions; see `reportedly.reading.voiced.voices`.
        alone: Nobody else is asked about them.
    """
    found = []
    for reader in rules:
        if Token in reader.finds:
            found.append(Reader(finds=(Token, Parsed), needs=(), read=analysis(model)))
        elif Attribution in reader.finds:
            found.append(Reader(finds=reader.finds, needs=(*reader.needs, Parsed), read=voices(first, alone=alone)))
        else:
            found.append(reader)
    return tuple(found)


def analysis(model: ReadingModel) -> Callable[[Report], Iterator[Token | Parsed]]:
    """Return the reader that shows a report to the model once, for all readers after it.

    It yields the same Tokens as the rules, with part of speech and lemma, and one Parsed.
    """

    def read(report: Report) -> Iterator[Token | Parsed]:
        found = parsed(report.text, model)
        yield from _tagged(list(tokens(report)), found.words)
        yield found

    return read


def _tagged(words: Sequence[Token], finer: Sequence[Analysed]) -> Iterator[Token]:
    """Yield the tokens with the part of speech and lemma of the weightiest of the model's words inside each."""
    at = 0
    for token in words:
        while at < len(finer) and finer[at].span.end <= token.span.start:
            at += 1
        last = at
        while last < len(finer) and finer[last].span.start < token.span.end:
            last += 1
        inside = finer[at:last]
        # The last word of "non-profit", the first of "Israel's" and "didn't".
        best = next((one for one in reversed(inside) if one.pos not in _UNSAID), inside[0] if inside else None)
        if best is None:
            yield token
        else:
            yield Token(token.span, token.lower, best.pos, best.lemma)
