"""The language a text is written in."""

from functools import cache
from typing import Any

from reportedly.intake.library import library

# Fewer letters name no language reliably: py3langid calls "Details to follow soon" Dutch.
_LETTERS = 40
# A page of furniture in two languages is told by its start; more text makes no difference.
_CHARACTERS = 1200


@cache
def _identifier() -> Any:
    """Load the model, once per process."""
    langid = library("py3langid.langid")
    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


def language(text: str) -> tuple[str | None, float]:
    """Tell a text's language.

    Returns:
        BCP 47 primary subtag and the model's probability, 0 to 1; None and 0 when the text is too short to tell.
    """
    head = text[:_CHARACTERS]
    if sum(map(str.isalpha, head)) < _LETTERS:
        return None, 0.0
    name, probability = _identifier().classify(head)
    return str(name), float(probability)
