"""The language of a text."""

import pytest

from reportedly.intake.language import language


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
