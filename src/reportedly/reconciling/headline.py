"""Headlines without their tellers: "Blast hits dam, official says" says that a blast hit a dam."""

import re
from functools import cache

from reportedly import lexicon
from reportedly.reconciling.grammar import finite
from reportedly.reconciling.word import words

# Words of the longest line that is taken for a heading.
_LINE = 16
_WORD = r"[\w’'./-]+"
# Whoever tells it, set off at the end or the beginning; a teller takes few words.
_TAIL = re.compile(rf"\s*[,–—]\s*(?:{_WORD}\s+){{1,6}}(?P<cue>[a-z]+)\s*$")
_TURNED = re.compile(rf"\s*[,–—]\s*(?P<cue>[a-z]+)\s+(?:{_WORD}\s*){{1,6}}$")
_AFTER = re.compile(rf"^(?P<rest>.{{12,}}?)\s*(?::|\s[-–—]|,\s+according to)\s+(?P<teller>(?:{_WORD}\s*){{1,4}})$")
_SHOUT = re.compile(
    r"^(?:breaking|exclusive|update|updated|watch|video|live|just in|report|revealed|urgent)\s*[:|–—-]\s+",
    re.IGNORECASE,
)
# Words that open a page about the news, not the news.
_ABOUT = re.compile(
    r"^(?:what|how|why|who|where|when|which|here|live|timeline|explainer|explained|analysis|opinion|watch)\b",
    re.IGNORECASE,
)
_HARMS = frozenset({"kill", "wound", "explode", "attack", "crash"})
_LABEL = re.compile(rf"^(?P<label>(?:{_WORD}\s*){{1,3}}):\s+(?P<rest>.{{12,}})$")


def bare_headline(text: str) -> str:
    """Return a headline without whoever tells it.

    A hedge that belongs to what is told stays ("may have"); "reports", "official says" and "BREAKING:" go.

    >>> bare_headline("Blast may have damaged Kolven dam, border official says")
    'Blast may have damaged Kolven dam'
    >>> bare_headline("Dam gatehouse destroyed, most of garrison killed: reports")
    'Dam gatehouse destroyed, most of garrison killed'
    """
    line = " ".join(text.split())
    for pattern in (_TAIL, _TURNED):
        tail = pattern.search(line)
        if tail and tail["cue"] in _cues() and _tells(line[: tail.start()]):
            line = line[: tail.start()]
    after = _AFTER.match(line)
    if after and _tells(after["rest"]) and not finite(after["teller"]):
        line = after["rest"]
    line = _SHOUT.sub("", line)
    label = _LABEL.match(line)
    if label and _tells(label["rest"]) and not finite(label["label"]):
        line = label["rest"]
    return line.strip(" ,:–—-")


def claims_something(text: str) -> bool:
    """Say whether a headline tells what happened: no question, no label of a page, no bare subject.

    >>> claims_something("Blast hits dam"), claims_something("A week at the dam"), claims_something("Dam: what we know")
    (True, False, False)
    """
    bare = bare_headline(text)
    if bare.endswith("?") or _ABOUT.match(bare.rsplit(": ", 1)[-1]):
        return False
    return _tells(bare) or any(word.term in _HARMS for word in words(bare))


def _tells(text: str) -> bool:
    """Say whether a headline's words hold a verb; its infinitive tells of what is to come ("Monitors to reach dam")."""
    return finite(text) or bool(re.search(r"\w\s+to\s+[a-z]+", text))


@cache
def _cues() -> frozenset[str]:
    """Return verbs of saying as headlines have them: "says", "say", "claims"."""
    verbs = [verb for verb in lexicon.load("en", "cue")["verbs"] if verb.isalpha()]
    past = {form for row in lexicon.load("en", "cue")["verbs"].values() for form in row.get("forms", "").split()}
    made = {form for verb in verbs for form in (verb, verb + "s", verb + "es", verb + "ed", verb + "d")}
    return frozenset(made | past | {"said", "told", "says"})


def in_heading(text: str, place: int) -> bool:
    """Say whether a place stands in a line that is no sentence: a headline, or a heading within the text."""
    end = text.find("\n", place)
    line = text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)].strip()
    return len(line.split()) <= _LINE and not line.endswith((".", "!", "?", "”", '"'))
