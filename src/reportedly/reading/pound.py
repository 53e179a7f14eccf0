"""Pounds: money, or a weight where the words round them say so ("25 pounds of explosives", "a 500-pound bomb")."""

from collections.abc import Sequence

from reportedly.lexicon import load
from reportedly.model import Token

_WORDS = {section: frozenset(str(row["words"]["words"]).split()) for section, row in load("en", "weight").items()}
_NEAR = 6


def weighed(tokens: Sequence[Token], first: int, stop: int, *, scaled: bool) -> bool:
    """Say whether pounds are a weight here.

    Args:
        tokens: The report's words.
        first: Index of the number's first token.
        stop: One past the index of the last token of "pounds" or "-pound".
        scaled: Whether the number is told in millions or more, as weights seldom are.
    """
    if scaled:
        return False
    behind = [one.lower for one in tokens[stop : stop + 2]]
    if behind[:1] == ["of"]:
        return behind[-1] in _WORDS["of"]
    if tokens[stop - 1].lower.endswith("pound") and behind and behind[0] in _WORDS["thing"]:
        return True
    before = [one.lower for one in tokens[max(0, first - _NEAR) : first]]
    if "." in before:
        before = before[len(before) - before[::-1].index(".") :]
    return any(word in _WORDS["near"] for word in before)
