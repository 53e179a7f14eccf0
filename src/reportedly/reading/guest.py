"""Another reader in the place of the rules', or beside them.

A guest is a `Reader` like any other: it yields the layers it knows how to find (Token, Sentence, Named, Voice, Judged), and the
readers of the rules go on from there. Whom a source means, through which channel it spoke, how surely, when, where and how
many stay the rules' business, whoever reads.
"""

from collections.abc import Sequence

from reportedly.model import Attribution, Factuality, Mention, Sentence, Token
from reportedly.reading.judged import Judged
from reportedly.reading.named import Named
from reportedly.reading.reader import Reader
from reportedly.reading.voice import Voice
from reportedly.reading.voiced import First, voices


def hosted(guest: Reader, rules: Sequence[Reader], *, first: First = "model", alone: bool = True) -> tuple[Reader, ...]:
    """Return the readers in the order they run, the guest where it finds what they need.

    Args:
        guest: What else reads; it needs no layer, or Token and Sentence only.
        rules: The readers of the rules, as `reportedly.reading.readers` returns them.
        first: Who is believed on attributions; see `reportedly.reading.voiced.voices`.
        alone: Nobody else is asked about them. Where the guest finds none, the rules find them in any case.
    """
    finds = frozenset(guest.finds)
    found: list[Reader] = []
    for reader in rules:
        if guest not in found and not set(guest.needs) - {kind for one in found for kind in one.finds}:
            found.append(guest)
        if finds.issuperset(reader.finds) and {Token, Sentence}.issuperset(reader.finds):
            continue
        if Attribution in reader.finds and Voice in finds:
            needs = (*reader.needs, Voice)
            found.append(Reader(reader.finds, needs, voices(first, alone=alone), reader.by))
        elif Factuality in reader.finds and Judged in finds:
            found.append(Reader(reader.finds, (*reader.needs, Judged), reader.read, reader.by))
        elif Mention in reader.finds and Named in finds:
            found.append(Reader(reader.finds, (*reader.needs, Named), reader.read, reader.by))
        else:
            found.append(reader)
    return tuple(found)
