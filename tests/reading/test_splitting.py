"""Letter shapes of the reading model's words."""

import pytest

from reportedly.reading.splitting import lowered, opening, shape


@pytest.mark.parametrize("word", ["Karsk", "NAVY", "iPhone", "dam", "12", ",", "A"])
def test_shapes_change_as_the_words_would(word: str) -> None:
    for opens in (False, True):
        assert lowered(shape(word, opens=opens)) == shape(word.lower(), opens=opens)
        assert opening(shape(word, opens=opens)) == shape(word, opens=True)
