"""The reading model as a guest among the readers of the rules.

Importing this needs numpy, which comes with the model's own distribution; `reportedly.reading` never imports it.
"""

from collections.abc import Callable, Iterator, Sequence

from reportedly.model import Provenance, Report, Token
from reportedly.reading.analysis import tagged, tokens
from reportedly.reading.encoder import ReadingModel
from reportedly.reading.guest import hosted
from reportedly.reading.judged import Judged
from reportedly.reading.parsed import Parsed, parsed
from reportedly.reading.reader import Reader
from reportedly.reading.voice import Voice
from reportedly.reading.voiced import First


def modelled(
    model: ReadingModel,
    rules: Sequence[Reader],
    *,
    first: First = "model",
    alone: bool = True,
    by: Provenance | None = None,
) -> tuple[Reader, ...]:
    """Return the readers in the order they run, the model's in the place of the rules' where it has any.

    Args:
        model: What reads; `reportedly_en.load()` returns one.
        rules: The readers of the rules, as `reportedly.reading.readers` returns them.
        first: Who is believed on attributions; see `reportedly.reading.voiced.voices`.
        alone: Nobody else is asked about them.
        by: What the model is, for the report's provenance.
    """
    guest = Reader((Token, Parsed, Voice, Judged), (), analysis(model), by)
    return hosted(guest, rules, first=first, alone=alone)


def analysis(model: ReadingModel) -> Callable[[Report], Iterator[Token | Parsed | Voice | Judged]]:
    """Return the reader that shows a report to the model once, for all readers after it.

    It yields the same Tokens as the rules, with part of speech and lemma, one Parsed, a Voice for each attribution and a Judged
    for each of the model's words.
    """

    def read(report: Report) -> Iterator[Token | Parsed | Voice | Judged]:
        found = parsed(report.text, model)
        yield from tagged(list(tokens(report)), found.words)
        yield found
        for one in found.sayings:
            source, cue, content = (found.characters(runs) for runs in (one.source, one.cue, one.content))
            yield Voice(source, cue, content, one.parent)
        for word in found.words:
            yield Judged(word.span, word.fact)

    return read
