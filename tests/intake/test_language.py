"""The language of a text."""

import pytest

from reportedly.intake.language import language, plainly_english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norlandic officials said on Monday that soldiers had entered the Kestrel valley.", "en"),
        ("Die Behörden in Grünau bestätigten am Dienstag, dass Menschen geflüchtet waren.", "de"),
        ("Власти сообщили, что в долину вошли около трёх тысяч солдат, но не назвали источник.", "ru"),
        ("Too short to tell.", None),
        ("", None),
    ],
)
def test_languages(text: str, expected: str | None) -> None:
    name, probability = language(text)
    assert name == expected
    assert 0 <= probability <= 1
    assert (probability > 0.5) is (expected is not None)


ENGLISH = (
    "Norlandic officials said on Monday that soldiers had entered the Kestrel valley and that about forty families were moved to the"
    " schools of the next town, where they were given food and blankets by those who live there, while the road was closed."
)


def test_plain_english_is_told_without_the_model_and_the_model_agrees() -> None:
    assert plainly_english(ENGLISH)
    assert language(ENGLISH)[0] == "en"


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH[:120],  # too short for a quick look
        "Die Behörden in Grünau bestätigten am Dienstag, dass Menschen geflüchtet waren und die Straße gesperrt ist. "
        * 3,
        "Kestrel Norland Sorrin Varn Tolbek Harbour Post Watershed Monthly Alpine Dispatch Askrel Meridian Radio " * 3,
        "",
    ],
)
def test_what_is_not_plainly_english_is_put_to_the_model(text: str) -> None:
    assert not plainly_english(text)
