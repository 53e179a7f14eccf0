"""Names, descriptions and pronouns, and whom they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import unmark

from reportedly.model import Document, Entity, Mention, Report, Sentence, Span, Token
from reportedly.reading.analysis import tokens
from reportedly.reading.mention import mentions
from reportedly.reading.reader import Reader, read
from reportedly.reading.resolver import credited
from reportedly.reading.sentence import sentences

READERS = (
    Reader(finds=(Token,), needs=(), read=tokens),
    Reader(finds=(Sentence,), needs=(Token,), read=sentences),
    Reader(finds=(Mention, Entity), needs=(Token, Sentence), read=mentions),
)


def reading(text: str) -> Report:
    return read(Document("d", "0" * 64, text), READERS)


# The bracketed words are a source; who they mean.
SOURCES = [
    ("[Mayor Ana Oren] spoke.", "Ana Oren"),  # a title is no part of the name
    ("Ana Oren came. [She] said it rained.", "Ana Oren"),  # a pronoun, by the given name's gender
    ("Ana Oren came. [Ms Oren] said it rained.", "Ana Oren"),  # a surname after a title
    ("[The head of the Tessaly Water Board, Ana Oren], said so.", "Ana Oren"),  # a description before its name
    ("[Ana Oren, head of the Tessaly Water Board], said so.", "Ana Oren"),  # and after it
    ("News agency Kesta came first. [The agency] said it rained.", "Kesta"),  # a noun takes up a name
    ("[A spokesman for Kesta Energy] said so.", "Kesta Energy"),  # who speaks for a body is the body
    ("[A statement from the Water Ministry] said so.", "Water Ministry"),  # and so is what it issues
    ("The Tessaly Water Board (TWB) met. [TWB] said so.", "Tessaly Water Board"),  # an acronym in brackets
]


@pytest.mark.parametrize(("marked", "name"), SOURCES)
def test_whom_a_source_means(marked: str, name: str) -> None:
    text, [(start, end)] = unmark(marked)
    source = credited(reading(text), (Span(start, end),))
    assert source.name == name
    assert source.named


@given(
    st.text(alphabet="Aba O’'s.,()-“”@\n", max_size=60)
    | st.lists(
        st.sampled_from(
            [
                "The",
                "the",
                "agency",
                "President",
                "Ana",
                "Oren",
                ",",
                ".",
                "said",
                "he",
                "it",
                "(",
                ")",
                "of",
                "Water",
                "Ministry",
                "a",
                "source",
                "'s",
            ]
        ),
        max_size=25,
    ).map(" ".join)
)
def test_any_text_gives_sound_mentions(text: str) -> None:
    report = reading(text)
    ids = [entity.id for entity in report.of(Entity)]
    assert ids == [f"E{number}" for number in range(1, len(ids) + 1)]
    met = [mention.entity for mention in report.of(Mention) if mention.entity]
    assert list(dict.fromkeys(met)) == ids
    assert all(0 <= mention.span.start < mention.span.end <= len(text) for mention in report.of(Mention))
    assert [one.span.start for one in report.of(Mention)] == sorted(one.span.start for one in report.of(Mention))
    assert reading(text) == report
