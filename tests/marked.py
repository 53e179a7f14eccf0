"""Expected marks written into the text itself: ``"about [12,000] soldiers"``."""


def unmark(marked: str, opening: str = "[", closing: str = "]") -> tuple[str, list[tuple[int, int]]]:
    """Return the text without brackets, and the (start, end) of each bracketed stretch in order of opening.

    Brackets nest. Raises ValueError when they do not match.
    """
    text: list[str] = []
    stack: list[int] = []
    found: list[list[int]] = []
    for character in marked:
        if character == opening:
            stack.append(len(found))
            found.append([len(text), -1])
        elif character == closing:
            if not stack:
                raise ValueError(f"a {closing!r} without {opening!r} in {marked!r}")
            found[stack.pop()][1] = len(text)
        else:
            text.append(character)
    if stack:
        raise ValueError(f"a {opening!r} without {closing!r} in {marked!r}")
    return "".join(text), [(start, end) for start, end in found]
