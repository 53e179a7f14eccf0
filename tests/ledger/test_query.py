"""Words to search for."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import InputInvalid
from reportedly.ledger.query import query


@pytest.mark.parametrize("words", ["", "  ", '"', "* - ,"])
def test_no_word_is_no_query(words: str) -> None:
    with pytest.raises(InputInvalid, match="no word"):
        query(words)


@given(st.text(st.characters(exclude_characters="\x00", codec="utf-8"), min_size=1))
def test_no_words_break_the_index(words: str) -> None:
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE search USING fts5 (text)")
    try:
        asked = query(words)
    except InputInvalid:
        return
    finally:
        index.commit()
    assert index.execute("SELECT count(*) FROM search WHERE search MATCH ?", (asked,)).fetchone() == (0,)
    index.close()
