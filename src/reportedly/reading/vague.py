"""Times that no calendar holds: "now", "recently", "years ago", "days later"."""

import re

from reportedly.reading.timeform import GAP, WORDS, Form, Reading, Setting, form, one_of, row

_PLURAL = r"(?:moments|seconds|minutes|hours|days|weeks|months|years|decades|centuries)"
_AGO = (
    r"(?:long|(?:some|a"
    + GAP
    + r"(?:short|long))"
    + GAP
    + r"(?:time|while)|a"
    + GAP
    + r"while|many"
    + GAP
    + _PLURAL
    + "|"
    + _PLURAL
    + ")"
)
_END = re.compile(r"\s*(?:[.,;:!?)”\"]|$|(?:and|or|but|when|as|by|because|with)\b)")


def forms() -> tuple[Form, ...]:
    """Return the forms."""
    plurals = set(_PLURAL[3:-1].split("|"))
    return (
        form({*plurals, "long", "some", "a", "many"}, _AGO + GAP + "ago", _ago),
        form(plurals, _PLURAL + GAP + r"(?:later|earlier|afterwards?|beforehand)(?!" + GAP + "than)", _beside),
        form({word.split()[0] for word in WORDS["vague"]}, r"(?P<word>" + one_of(WORDS["vague"]) + ")", _vague),
    )  # fmt: skip


def _ago(match: re.Match[str], _: Setting) -> Reading:
    """Read "years ago", "long ago"."""
    return Reading(*match.span(), "DATE", "PAST_REF")


def _beside(match: re.Match[str], _: Setting) -> Reading:
    """Read "days later": after a time the text told of, nobody knows how long."""
    return Reading(*match.span(), "DATE", None)


def _vague(match: re.Match[str], setting: Setting) -> Reading | None:
    """Read "now", "recently", "in the past"; "the past" before anything else is part of a longer time."""
    if match["word"].lower() == "the past" and not (
        setting.previous(match.start()) == "in" and _END.match(setting.text, match.end())
    ):
        return None
    if match["word"][0] == "N" or setting.text[match.end() : match.end() + 1] == "-":
        # At the head of a sentence it takes up the thread ("Now, she said, …"); "the now-closed mill" tells no time.
        return None
    return Reading(*match.span(), "DATE", str(row("vague", match["word"])["value"]))
