"""Whether a source asserts, denies, cannot confirm, keeps silent or asks: by its cue, else by what it says."""

import re
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Attribution, Polarity, Report, cut
from reportedly.reading.cue import verb_forms

_CONFIRM = r"(?:confirm|verif|corroborat|substantiat)\w*"
_CONFIRMS = re.compile("confirm|verif|corrobor|substantia")
_CANNOT_CONFIRM = re.compile(
    rf"\b(?:can(?:not|['’]t| not)|could(?: not|n['’]t)|unable to|able to|(?:no|not any|without) (?:information|evidence|way|means) to|"
    rf"(?:difficult|impossible|hard|yet) to|neither|not (?:yet )?be(?:en)?|would not|will not|did not|has not|have not)\s+(?:\w+\s+){{0,3}}?{_CONFIRM}",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|no|never|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
_NOT_CLEAR = re.compile(
    r"^\W*(?:(?:he|she|it|they|we|i|the \w+) (?:would|could|will|did) (?:not|n['’]t) (?:comment|say|elaborate|discuss|disclose|speculate|give)\b|it (?:is|was|remains|remained) (?:not (?:yet |immediately )?(?:clear|known)|unclear|unknown)|(?:he|she|it|they|we|i) (?:did|do|does)(?: not|n['’]t) know|no comment\b|(?:he|she|it|they|we|i) (?:cannot|can['’]t|can not|could not|couldn['’]t|will not|won['’]t|would not|wouldn['’]t) (?:tell|say|name|comment|discuss|disclose|reveal|speculate|elaborate|go into|answer)\b)",
    re.IGNORECASE,
)
# The first verb group of the statement is negated and tells what is or was so, not what will be or should; what the
# speaker did not see or know is no denial of it.
_DENIAL = re.compile(
    r"\W*(?:there(?:['’]s| is| was| were| are| had been| has been) (?:no|nobody|nothing|not a)\b|(?:[\w’'.-]+[\s,\"“”]+){0,7}?(?:(?:is|are|was|were|had|did)(?:\s+[\"“‘]?not\b|n['’]t\b)|(?:had|has|have|was|were) never\b)"
    r"|(?:nobody|no one|none of)\b|(?:it|he|she|they|we|i) found no\b"
    r"|(?:[\w’'.-]+\s){1,4}[\"“‘]?never\b|(?:i|we) (?:have not|haven['’]t)\b|not\b(?![^.]{0,80}\bbut\b)(?! (?:one|only|just|all|every|even|until|yet|a single)\b))"
    r"(?!\s+(?:has been allowed|was allowed|were allowed|has been (?:arrested|charged|named)|knows?|knew|doubt|time|choice|need|reason|hurry|option|chance|hope|way|seen|heard|deny|rule|ruled|among|in a position|aware|"
    r"clear|known|sure|certain|able|immediately|yet|see|know|hear|want|think|expect|realise|realize|remember|say|comment|respond)\b)",
    re.IGNORECASE,
)
# "spoke of no losses": a short phrase, no clause.
_NONE = re.compile(r"no (?!more|fewer|less|longer|doubt|matter|immediate|further|new)\w+(?: \w+){0,3}$", re.IGNORECASE)
_ADMITS = re.compile(r"\b(?:admit|acknowledg|conced)", re.IGNORECASE)
_EARLIER_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|can|which|who|when|if|that|while|since|because)\b",
    re.IGNORECASE,
)
_HOLDS_BACK = re.compile(r"\b(?:yet|unable|failed|unwilling|reluctant)\b", re.IGNORECASE)
_DECLINES = re.compile(r"\b(?:declin|refus)\w*\b", re.IGNORECASE)
# Who is denied to be anybody: "no one has said", "neither side has confirmed", "none of the officials would confirm".
_NOBODY = re.compile(r"\b(?:nobody|none|neither|nor|no(?:[- ]one)?)\b", re.IGNORECASE)
# Cues that say by themselves that nothing is said, or that nothing is known.
_SILENT = re.compile(
    r"^without\b|\b(?:unanswered|unavailable|unreachable|silent|quiet|mum|mute|tight-lipped|coy|evasive|vague|nothing"
    r"|(?:ignor|avoid|sidestep|dodg|evad|duck|deflect)\w*|stop\w* short|be drawn|no \w+)\b|^no\b|(?:declin|refus)\w+$",
    re.IGNORECASE,
)
# "has no record", "no independent confirmation".
_LACKS = re.compile(
    r"\bno (?:\w+ )?(?:confirmation|evidence|indications?|information|knowledge|proof|records?|signs?|verification)\b",
    re.IGNORECASE,
)
# "declined to be interviewed".
_APPEARS = re.compile(r"to be (?:interviewed|quoted|named|identified|drawn)\b", re.IGNORECASE)
# "had no information about a strike", "no evidence that it leaked".
_NO_EVIDENCE = re.compile(
    r"\W*(?:(?:[\w’'-]+ ){0,4}?(?:(?:has|have|had|is|was|are|were|found|seen|received) |has been |had been ))?[\"“‘]?"
    r"no (?:\w+ )?(?:confirmation|evidence|indications?|information|knowledge|proof|record|verification)\b",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"\b(?:had|has|have) (?:absolutely )?nothing to do with\b|\bplayed no (?:part|role)\b|\b(?:had|has|have) no (?:hand|part|role) in\b|\bno such\b",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"^\W*(?:i|we)(?: am| are|['’]m|['’]re) (?:convinced|certain|sure|confident) (?:that )?", re.IGNORECASE
)
# What something is done about, and nothing that is called false: "would sue over the “slander”".
_OBLIQUE = re.compile(
    r"\b(?:over|about|against|for|of|by|from|with|in) (?:(?:the|a|an|these|those|such|this|his|her|their|its) )?[\"“‘']?$",
    re.IGNORECASE,
)
# "That sample is not mine": no clause opens with this "that".
_POINTING = re.compile(r"^\W*that (?=\w+ (?:is|was|are|were|does|did)\b)", re.IGNORECASE)
_NOT_WHAT = re.compile(r"\w+ not what\b", re.IGNORECASE)
_ASKS = re.compile(r"\?[\s”\"’']*$")
_OWN_VERB = re.compile(r"to \w+", re.IGNORECASE)
_QUESTION = re.compile(r"^\W*(?:whether|if|who|what|when|where|why|how)\b|\?", re.IGNORECASE)
_RULED_OUT = re.compile(r"\brul\w+\s+out\b", re.IGNORECASE)
# "no patient was there", "not one franc was paid", "nothing had been decided", "they neither paid nor negotiated".
_NO_SUCH = re.compile(
    r"\W*(?:no[.,!;]|no (?!doubt|matter|longer|immediate|further|new|more|fewer|less)(?:[\w’'-]+ ){1,6}(?:is|are|was|were|has|have|had|took|takes|came|happened|exists?|existed)\b"
    r"|(?:not (?:one|a single)|no such|none of|nothing) (?:[\w’'-]+ ){0,6}(?:is|are|was|were|has|have|had|took|came|happened|exists?|existed)\b"
    r"|(?:[\w’'-]+ ){1,4}[\"“‘]?(?:had |have |has )?neither\b[^.]{1,60}\bnor\b)",
    re.IGNORECASE,
)
_HEAD = 200
_NOBODY_REACH = 16


def polarity_of(report: Report, attribution: Attribution) -> tuple[Polarity, str]:
    """Return the stance of the source and the words that decided; no words for a plain assertion."""
    cue, content = cut(attribution.cue, report.text), cut(attribution.content, report.text, gap=" ")
    if attribution.by.kind == "author" and not attribution.cue:
        return "cannot confirm", "the writer says that it is unconfirmed"
    by_cue = _by_cue(cue, content)
    if by_cue != "asserts":
        return by_cue, f"the cue {cue!r} decides"
    if nobody := _nobody(report, attribution):
        return "cannot confirm" if _CONFIRMS.search(cue) else "does not say", f"its subject is {nobody!r}"
    if unsaid := _unsaid(content):
        return unsaid
    denial = _denial(content, indirect=attribution.kind == "indirect")
    if not denial and not _ADMITS.search(cue) and not (attribution.kind == "direct" and _ASKS.search(content)):
        denial = _plain_denial(_SURE.sub("", content)[:_HEAD])
    return ("denies", denial) if denial else ("asserts", "")


def _unsaid(content: str) -> tuple[Polarity, str] | None:
    """Return the stance of one who cannot confirm or does not know, by what is said; None for any other."""
    if _CONFIRMS.search(content) and (found := _CANNOT_CONFIRM.search(content)):
        return "cannot confirm", f"says {found[0]!r}"
    if found := _NOT_CLEAR.search(content):
        return "does not say", f"says {found[0]!r}"
    found = _NO_EVIDENCE.match(content[:_HEAD])
    return ("cannot confirm", f"says {found[0]!r}") if found else None


def _denial(content: str, *, indirect: bool) -> str:
    """Return why words deny whatever verb they stand behind: a short "no losses", "nothing to do with", "a lie"; "" where they do not."""
    found = (_NONE.match(content) if indirect else None) or _NO_PART.search(content[:_HEAD])
    if found:
        return f"a plain denial: {found[0]!r}"
    word = _predicated(content)
    return f"says {word!r}" if word else ""


def _plain_denial(content: str) -> str:
    """Return why a statement denies by its first verb group; "" where it does not."""
    if found := _NO_SUCH.match(content):
        return f"a plain denial: {found[0]!r}"
    found = _DENIAL.match(_POINTING.sub("", content))
    return f"a plain denial: {found[0]!r}" if found and not _EARLIER_VERB.search(found[0].rsplit(maxsplit=2)[0]) else ""


def _nobody(report: Report, attribution: Attribution) -> str:
    """Return the word by which a source is denied to be anybody, at its beginning or right before it; "" for a source."""
    if not attribution.source or not attribution.cue:
        return ""
    first = attribution.source[0]
    before = report.text[max(0, first.start - _NOBODY_REACH) : first.start].rpartition("\n")[2]
    opens = re.split(r"[.;:!?,“”\"]", before)[-1].split()
    words = " ".join([*opens[-2:], *first.cut(report.text).split()[:1]])
    found = _NOBODY.search(words)
    return found[0] if found else ""


def _predicated(content: str) -> str:
    """Return the first word by which something is called false; "" where such words only name what is spoken about."""
    for found in _called_false().finditer(content):
        if not _OBLIQUE.search(content[: found.start()]) or found[0].lower().startswith(("no ", "not ", "without ")):
            return found[0]
    return ""


@cache
def _called_false() -> re.Pattern[str]:
    """Return the pattern of words that say of a report that it is not so."""
    words = "|".join(re.escape(word) for word in load("en", "denial")["words"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _by_cue(cue: str, content: str) -> Polarity:  # noqa: PLR0911 - one return a stance
    """Return the stance that the cue alone gives."""
    words = re.findall(r"[\w’']+", cue.lower())
    lemmas = [verb_forms()[word][0] for word in words if word in verb_forms()]
    table = load("en", "cue")
    if _RULED_OUT.search(cue):
        return "asserts" if _NOT.search(cue) else "denies"
    if cue.strip() == ":" and content.rstrip().endswith("?"):
        return "asks"
    if _NOT_WHAT.match(cue):
        return "denies"
    if _LACKS.search(cue):
        return "cannot confirm"
    if _SILENT.search(cue) and not (_DECLINES.search(cue) and _OWN_VERB.match(content)):
        return "does not say"
    if _NOT.search(cue) or _HOLDS_BACK.search(cue):
        if any(verb.lemma in table["confirmation"] for verb in lemmas):
            return "cannot confirm"
        return "does not say"
    if _DECLINES.search(cue):
        own = _declined(" ".join(words[1:]).removeprefix("to "))
        return own if own != "asserts" else _declined(content)
    if any(verb.polarity == "denies" for verb in lemmas):
        return "denies"
    return "asks" if any(verb.polarity == "asks" for verb in lemmas) and _QUESTION.search(content) else "asserts"


def _declined(content: str) -> Polarity:
    """Return the stance of one who declines to do what the content says."""
    if _APPEARS.match(content):
        return "does not say"
    known = (verb_forms().get(word) for word in re.findall(r"\w+", content.lower())[:3])
    lemmas = [found[0].lemma for found in known if found]
    table = load("en", "cue")
    if any(lemma in table["confirmation"] for lemma in lemmas):
        return "cannot confirm"
    return "does not say" if any(lemma in table["silence"] for lemma in lemmas) else "asserts"
