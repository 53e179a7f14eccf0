"""People and organisations who share their names with places: whom a report calls Jackson, what it calls the Alpine Dispatch."""

from bisect import bisect_right
from collections.abc import Iterator

from reportedly.lexicon import load
from reportedly.model import Mention, Report, Span
from reportedly.reading.layer import Cover
from reportedly.reading.vocabulary import Vocabulary

_OUTLET = frozenset(str(load("en", "organisation")["head"]["outlet"]["words"]).split())

_SMALL = frozenset({"of", "for", "and", "the", "on"})


class Namesakes:
    """The persons and organisations of one report.

    A mention that begins with a given name or a title is sure; any other is doubtful, for an unknown name of a town looks
    like the name of a person.

    Args:
        report: Mention is used where it has been read.
        words: Given names and titles.
    """

    def __init__(self, report: Report, words: Vocabulary) -> None:
        people = [
            one.span for one in report.of(Mention) if one.kind == "person" and one.form == "name" and len(one.span)
        ]
        sure = [span for span in people if _sure(span.cut(report.text), words)]
        self._doubtful, self._sure = Cover(people), Cover(sure)
        self._starts = {span.start for span in sure}
        self._wholes = frozenset(people)
        bodies = (one.span for one in report.of(Mention) if one.kind == "organisation")
        self._organisations = tuple(span for span in bodies if _named(span.cut(report.text)))
        self._within = Cover(self._organisations)
        self._text = report.text
        self._names = {name for span in sure for name in _last(span.cut(report.text))}

    def sure(self, span: Span) -> bool:
        """Say whether the words are part of a person's name."""
        return self._sure.touches(span)

    def whole(self, span: Span) -> bool:
        """Say whether the words are all that a mention of a person has."""
        return span in self._wholes

    def opens(self, span: Span) -> bool:
        """Say whether the words open what was taken for a person's name ("Indiana Governor Lena Varga")."""
        return span.start in self._starts

    def doubtful(self, span: Span) -> bool:
        """Say whether the words may be part of a person's name."""
        return self._doubtful.touches(span)

    def organisation(self, span: Span) -> bool:
        """Say whether the words are part of an organisation's name that says nothing of where it is.

        What such a name begins or ends with may ("Riyadh Police", "Bank of Georgia"); what stands in its middle ("Center for
        Asia Studies"), and what an outlet is called ("Alpine Dispatch"), does not.
        """
        if not self._within.touches(span):
            return False
        at = bisect_right(self._organisations, span.start, key=lambda one: one.start) - 1
        whole = self._organisations[at] if at >= 0 else None
        if whole is None or not whole.contains(span) or whole == span:
            return False
        if whole.cut(self._text).lower().split()[-1] in _OUTLET:
            return True
        return whole.start < span.start and span.end < whole.end

    def surname(self, word: str) -> bool:
        """Say whether a word in small letters is the last name of somebody in the report."""
        return word in self._names


def _named(words: str) -> bool:
    """Say whether words are a name of several words; "the Harbour Post" is one, "the navy of Ruvia" is none."""
    parts = words.split()
    return len(parts) > 1 and all(part[0].isupper() or part in _SMALL for part in parts)


def _sure(name: str, words: Vocabulary) -> bool:
    """Say whether a name is surely a person's."""
    parts = name.lower().replace(".", "").split()
    return len(parts) > 1 and (parts[0] in words.given or parts[0] in words.titles)


def _last(name: str) -> Iterator[str]:
    """Yield the last word of a name in small letters, without a possessive ending."""
    yield name.lower().split()[-1].removesuffix("'s").removesuffix("’s")
