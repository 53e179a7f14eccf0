"""Chains of voices written for training: who reported, citing whom, relying on what.

The open corpora hold about eighty pairs of voices that both speak; too few to learn from. Here are templates of the usual
forms, filled with invented words, and, while training, with sources and contents of the attributions at hand (they are
never written to a file).
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

# A bracket opens a part: s source, c cue, t content, then the voices it belongs to, 0 the outermost. Braces are filled.
TEMPLATES = (
    "[s0 {outlet}] [c0 {reported}], [c1 citing] [s1 {source}], [t01 that {clause}].",
    "[s0 {outlet}] [c0 {reported}] [t01 that {clause}], [c1 citing] [s1 {source}].",
    "[s0 {outlet}] [c0 {reported}] [t01 {clause}], [c1 quoting] [s1 {source}].",
    "[t01 {Clause}], [s0 {outlet}] [c0 {reported}], [c1 citing] [s1 {source}].",
    "[t01 {Clause}], [s0 {outlet}] [c0 {reported}] on {day}, [c1 quoting] [s1 {source}].",
    "[s0 {outlet}] [c0 {reported}] on {day} [t012 that {clause}], [c1 citing] [s1 {person}], who [c2 relies on] [s2 {basis}].",
    "[s0 {outlet}] [c0 {reported}] [t012 that {clause}], [c1 citing] [s1 {person}], [c2 relying on] [s2 {basis}].",
    "[s0 {outlet}] [c0 {reported}], [c1 citing] [s1 {person}], who [c2 cited] [s2 {basis}], [t012 that {clause}].",
    "[c2 Relying on] [s2 {basis}], [s1 {person}] [c1 told] [s0 {outlet}] [t12 that {clause}].",
    "[c1 Citing] [s1 {source}], [s0 {outlet}] [c0 {reported}] [t01 that {clause}].",
    "[c1 Quoting] [s1 {source}], [s0 {outlet}] [c0 {reported}] [t01 {clause}].",
    "[s0 {outlet}] [c0 cited] [s1 {source}] [c1 as saying] [t01 {clause}].",
    "[s0 {outlet}] [c0 quoted] [s1 {source}] [c1 as saying] [t01 that {clause}].",
    "[s0 {outlet}] [c0 quoted] [s1 {source}] [c1 as saying]: [t01 “{Clause}.”]",
    "[t01 “{Clause},”] [s0 {outlet}] [c0 quoted] [s1 {source}] [c1 as saying].",
    "[c0 According to] [s0 {outlet}], [t0 [s1 {source}] [c1 {said}] [t1 that {clause}]].",
    "[c0 According to] [s0 {outlet}], [t0 [s1 {source}] [c1 {said}] [t1 {clause}]].",
    "[c0 According to] [s0 {outlet}], [c1 quoting] [s1 {source}], [t01 {clause}].",
    "[c0 According to] [s0 {outlet}], [c1 which cited] [s1 {source}], [t01 {clause}].",
    "[c0 According to] a report by [s0 {outlet}], [t0 [s1 {source}] [c1 {said}] [t1 {clause}]].",
    "[t0 [t1 {Clause}], [s1 {source}] [c1 {said}]], [c0 according to] [s0 {outlet}].",
    "[t0 [s1 {source}] [c1 {said}] [t1 that {clause}]], [s0 {outlet}] [c0 {reported}].",
    "[s0 {person}] [c0 {said}] [t0 he had [c1 told] {person} [t1 that {clause}]].",
    "[s0 {person}] [c0 {said}] [t0 that [s1 {source}] had [c1 told] him [t1 that {clause}]].",
    "[s0 {person}] [c0 {said}] [t0 [s1 {source}] [c1 {believed}] [t1 that {clause}]].",
    "[s0 {person}] [c0 {said}] on {day} [t0 that [s1 {source}] had [c1 {warned}] [t1 that {clause}]].",
    "[s0 {person}] [c0 told] {outlet} [t0 that [c1 according to] [s1 {basis}] [t1 {clause}]].",
    "[s0 {outlet}] [c0 {reported}] [t0 that [s1 {source}] [c1 {warned}] [t1 that {clause}]].",
    "[s0 {outlet}] [c0 {said}] [t0 it had received [c1 [s1 reports]] [t1 that {clause}]].",
    "[s0 {person}] [c0 {said}] [t0 they were investigating [c1 [s1 reports]] [t1 that {clause}]].",
    "[s0 {person}] [c0 denied] [c1 [s1 reports]] [t01 that {clause}].",
    "[s0 {person}] [c0 could not confirm] [c1 [s1 reports]] [t01 that {clause}].",
    "[s0 {person}] [c0 dismissed] [c1 [s1 claims]] by [s2 {outlet}] [t01 that {clause}].",
    "[s0 {person}] [c0 confirmed] [c1 [s1 rumours]] [t01 that {clause}].",
    "[s0 {outlet}] [c0 {reported}], [c0 based on] [s1 {basis}], [t0 that {clause}].",
    "In a statement, [s0 {person}] [c0 {said}] [t0 that [s1 {source}] had [c1 confirmed] [t1 that {clause}]].",
    "[s0 {outlet}] [c0 {reported}] [t0 that, [c1 according to] [s1 {source}], [t1 {clause}]].",
    "[s0 {outlet}] [c0 {reported}] [t0 that [t1 {clause}], [c1 according to] [s1 {source}]].",
    # One voice only, in forms that look like two.
    "[s0 {source}] [c0 told] {outlet} [t0 that {clause}].",
    "[s0 {source}] [c0 told] {outlet} on {day} [t0 {clause}].",
    "[t0 {Clause}], [s0 {source}] [c0 told] {outlet}.",
    "[t0 “{Clause},”] [s0 {source}] [c0 told] {outlet}.",
    "[t0 {Clause}], [c0 according to] [s0 {source}].",
    "[s0 {source}] [c0 {said}] in an interview with {outlet} [t0 that {clause}].",
    "[s0 {person}] [c0 did not say] [t0 whether {clause}].",
    "[s0 {person}] [c0 had no information to substantiate] [t0 that {clause}].",
    "[c0 Reportedly], [t0 {clause}].",
    "[s0 {source}] have [c0 reportedly] [c0 {said}] [t0 that {clause}].",
    "{Clause}.",
    "{Clause}, and {clause}.",
)

_FILL: dict[str, tuple[str, ...]] = {
    "outlet": (
        "Pelagos Wire", "the Harbour Post", "the Orlenz Gazette", "Meridian Radio", "Vetrans TV", "the Daily Lantern", "broadcaster KTV", "the VNA news agency",
        "state news agency Tarsa", "the Morning Beacon", "public broadcaster ORT", "Channel 9", "the weekly Spektar", "the Telegram channel Rybnik", "local media",
        "the newspaper Nova Dela", "Radio Sarnik", "Inter-Press", "the Sunday Courier", "the Hallin Times", "the agency", "the paper",
    ),
    "person": (
        "Defence Minister Aron Velik", "Mira Tolvanen", "Colonel Dag Ostrem", "Prime Minister Ilse Karst", "Governor Petr Hallan", "Jonah Brekt, head of the aid group Open Bridge",
        "spokeswoman Lena Marsk", "Foreign Ministry spokesman Oleg Dorin", "Ruslan Temir, a local official", "the mayor of Velgrad", "General Yusuf Haran", "Kim Dae-jung Rho",
        "analyst Tomas Erdel", "Dr. Amina Sohl", "President Nadir Khal", "lawmaker Hana Wirz", "the head of the region", "the ministry", "the army", "police", "he", "she", "they",
    ),
    "basis": (
        "credible sources", "two security officials", "intercepted calls", "satellite images", "eyewitness accounts", "a leaked document", "an unnamed nurse", "military intelligence",
        "people familiar with the matter", "a report by the border service", "hospital records", "its own sources", "a witness", "unconfirmed reports", "local residents",
    ),
    "source": (
        "a security source", "an unnamed official", "two people familiar with the matter", "a statement from the defence ministry", "the governor", "a senior commander", "South Velan officials",
        "intelligence sources", "a report by the Institute for Border Studies", "the military’s general staff", "residents", "Aron Velik", "Mira Tolvanen, who runs a clinic in Orlenz",
        "the country’s spy agency", "a spokesman for the governor", "his deputy", "a witness", "the national water service", "a source close to the talks", "hospital staff",
    ),
    "reported": ("reported", "reports", "said", "wrote", "has reported", "claimed", "revealed", "announced", "says"),
    "said": ("said", "says", "stated", "claimed", "confirmed", "insisted", "added", "explained", "announced", "argued", "noted"),
    "believed": ("believed", "thought", "assumed", "knew", "feared", "hoped", "was convinced"),
    "warned": ("warned", "told him", "claimed", "suggested", "promised", "admitted", "complained", "alleged", "said"),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "4 November", "Oct. 12"),
}  # fmt: skip

_WHO = (
    "the convoy", "three battalions", "about 200 soldiers", "the rebels", "both ministers", "the ferry", "government forces", "two drones", "the dam at Sarnik", "more than 1,200 people",
    "the pipeline", "foreign troops", "the suspect", "the company", "the talks", "several villages near Orlenz", "the bridge over the Tarn", "the militia", "the bank", "the president",
)  # fmt: skip
_DID = (
    "had crossed the border near {place}", "were killed in {place} on {day}", "was badly damaged in the attack", "would leave {place} within days", "had not been paid since spring",
    "could be moved to {place}", "may have been wounded in the strike", "was under control again", "had been sent to {place} for training", "will not take part in the vote",
    "clashed with local fighters in {place}", "was losing about 40 litres a second", "had agreed to withdraw from {place}", "is recovering from an operation", "were seen on the road to {place}",
    "had refused the offer", "was hit by a missile late on {day}", "would cost twice as much as planned", "were taken to hospital and then driven to {place}", "is preparing a new law",
)  # fmt: skip
_PLACE = (
    "Orlenz",
    "Velgrad",
    "the Tarn valley",
    "Sarnik province",
    "the east of the country",
    "Kolmar",
    "the port of Hallin",
    "the capital",
)
_TAIL = (
    "",
    "",
    "",
    " and that more would follow",
    ", the first such case this year",
    " despite the ceasefire",
    " because of the floods",
    " in the early hours",
    " after weeks of fighting",
)

_PART = re.compile(r"\[([sct])(\d+) |\]")


@dataclass(frozen=True, slots=True)
class Material:
    """Sources and contents to fill templates with beside the invented ones."""

    sources: Sequence[str] = ()
    contents: Sequence[str] = ()


@dataclass(slots=True)
class _Written:
    """A text as it grows, with the stretches of its parts by (role, voice)."""

    text: str = ""
    parts: dict[tuple[str, int], list[list[int]]] = field(default_factory=dict)


def documents(count: int, chance: random.Random, material: Material) -> Iterator[dict[str, Any]]:
    """Write documents of one to four paragraphs of one or two sentences each, in the shape of the benchmark."""
    for number in range(count):
        written = ""
        attributions: list[dict[str, Any]] = []
        for _ in range(chance.randint(2, 5)):
            one = _sentence(chance, material)
            glue = "" if not written else chance.choice(("\n\n", " "))
            offset = len(written) + len(glue)
            written += glue + one.text
            attributions += _attributions(one, offset, len(attributions))
        yield {"id": f"chain-{number}", "text": written, "attributions": attributions}


def _attributions(one: _Written, offset: int, before: int) -> Iterator[dict[str, Any]]:
    """Yield the attributions of one sentence."""
    for voice in sorted({voice for _, voice in one.parts}):
        spans = {role: [[a + offset, b + offset] for a, b in one.parts.get((role, voice), [])] for role in "sct"}
        if spans["c"]:
            yield {
                "eid": f"E{before + voice}",
                "source": spans["s"],
                "cue": spans["c"],
                "content": spans["t"],
                "nested": voice > 0,
            }


def _sentence(chance: random.Random, material: Material) -> _Written:
    """Fill one template."""
    template = chance.choice(TEMPLATES)
    filled = re.sub(r"\{(\w+)\}", lambda match: _filled(match[1], chance, material), template)
    written = _Written()
    opened: list[tuple[str, str, int]] = []
    last = 0
    for match in _PART.finditer(filled):
        written.text += filled[last : match.start()]
        last = match.end()
        if match[1]:
            opened.append((match[1], match[2], len(written.text)))
        else:
            role, voices, start = opened.pop()
            for voice in voices:
                written.parts.setdefault((role, int(voice)), []).append([start, len(written.text)])
    written.text += filled[last:]
    written.text = written.text[:1].upper() + written.text[1:]
    return written


def _filled(name: str, chance: random.Random, material: Material) -> str:
    """Return words for one brace."""
    if name in {"clause", "Clause"}:
        clause = chance.choice(material.contents) if material.contents and chance.random() < 0.7 else _clause(chance)
        return clause[:1].upper() + clause[1:] if name == "Clause" else clause
    if name in {"source", "person"} and material.sources and chance.random() < 0.5:
        return chance.choice(material.sources)
    return chance.choice(_FILL[name])


def _clause(chance: random.Random) -> str:
    """Return an invented statement."""
    did = chance.choice(_DID).format(place=chance.choice(_PLACE), day=chance.choice(_FILL["day"]))
    return f"{chance.choice(_WHO)} {did}{chance.choice(_TAIL)}"


_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|could|can|may|might|should|did|does|do|[a-z]{2,}ed)\b"
)
_PRONOUNS = frozenset({"i", "we", "you", "it", "who", "which", "this", "that", "one"})


def material(found: Sequence[dict[str, Any]]) -> Material:
    """Collect short sources and plain contents from documents with attributions."""
    sources, contents = [], []
    for document in found:
        text = document["text"]
        for one in document["attributions"]:
            if len(one["source"]) == 1:
                words = text[slice(*one["source"][0])]
                if len(words.split()) <= 10 and words.lower() not in _PRONOUNS and not re.search(r"[\[\]\n{}]", words):
                    sources.append(re.sub(r"^(The|A|An|His|Her)\b", lambda match: match[0].lower(), words.rstrip(" ,")))
            if len(one["content"]) == 1 and one.get("kind") == "indirect":
                words = re.sub(r"^that\s+", "", text[slice(*one["content"][0])]).rstrip(" ,.;:!?’”")
                if (
                    _FINITE.search(words)
                    and 5 <= len(words.split()) <= 32
                    and not re.search(r"[\[\]\n{}“”\"]", words)
                    and re.match(r"(?:the|a|an|it|he|she|they|his|her|there|[A-Z]\w+)\b", words)
                ):
                    contents.append(words)
    return Material(tuple(sources), tuple(contents))
