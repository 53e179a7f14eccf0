#!/usr/bin/env python3
"""Make reports of invented events, as many as asked for, for measuring speed and growth (never quality).

    python benchmarks/synthetic.py 1000 --words 500 > reports.jsonl

Each story has an invented place, actors, a toll and a day of its own, everyday words that only it has much of, and about five
reports that tell it in different words, some quoting others. The same seed gives the same bytes.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from reportedly import lexicon

_ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "kr",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "z",
]
_NUCLEI = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
_CODAS = ["l", "n", "r", "s", "m", "nd", "rk", "lt", "sk", "v"]
_EVENTS = (
    ("an explosion", "tore through", "the fuel depot"),
    ("a flood", "swept away", "the river bridge"),
    ("shelling", "hit", "the rail yard"),
    ("a fire", "destroyed", "the grain store"),
    ("a landslide", "buried", "the mountain road"),
    ("an ambush", "struck", "a supply convoy"),
)
_ROLES = ("governor", "police chief", "army spokesman", "hospital director", "mayor", "head of the relief agency")
# Words that stand in many names, so that two stories do not share what looks like a name of their own.
_OUTLETS = ("News", "Post", "Press", "Radio", "Times")
_OPENINGS = (
    "{event} {verb} {what} in {place} on {weekday}, killing at least {dead} people, {name} said.",
    "At least {dead} people died when {event} {verb} {what} in {place}, according to {name}, the {role}.",
    "{name}, the {role}, said on {weekday} that {event} {verb} {what} near {place} and killed {dead}.",
)
_SENTENCES = (
    "{name} said the number of injured may have risen to {hurt}.",
    "The {org} said it could not confirm the figures given by the {role}.",
    "About {displaced} residents were reportedly moved to schools in {other}.",
    "“We heard two loud bangs and then everything shook,” said {witness}, who lives beside {what}.",
    "A security source told {outlet} that the cause was still unclear.",
    "According to {outlet}, citing two officials, repairs could take up to {weeks} weeks.",
    "The ministry denied that any of its units had been in {place} at the time.",
    "{name} added that rescue teams from {other} arrived late on {weekday}.",
    "Roads between {place} and {other} were closed, and the market did not open.",
    "The {org} has not commented on the reports.",
    "Officials estimated the damage at {cost} million dollars.",
    "Neighbours in {other} described smoke over the hills for most of the night.",
    "It was not clear who was responsible, and nobody has claimed to be.",
    "The {role} said that the number could grow to {more} in the coming days.",
    "An earlier statement by the {org} had put the number of dead at {fewer}.",
)
# Sentences in a story's own words: real reports share few words with reports of other events.
_OWN = (
    "The {0} of the {1} had been {2} since the {3} near the {4}.",
    "Few expected the {0}, and the {1} beside it was {2} by the {3}.",
    "A {0} with a {1} was found among the {2}, and the {3} was {4}.",
    "Those who {0} the {1} spoke of {2}, {3} and {4}.",
)
_OWN_WORDS = 60


@dataclass(frozen=True, slots=True)
class Happening:
    """One invented event: the words that every report of it shares.

    Attributes:
        words: What fills the sentences' places.
        day: When it happened.
        own: Everyday words that this story has much of.
    """

    words: dict[str, str]
    day: date
    own: tuple[str, ...]


def main() -> None:
    """Print the reports as JSON lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--words", type=int, default=500, help="words a report (500)")
    parser.add_argument("--each", type=int, default=5, help="reports a story (5)")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    for report in reports(given.count, words=given.words, each=given.each, seed=given.seed):
        sys.stdout.write(json.dumps(report, ensure_ascii=False) + "\n")


def reports(count: int, *, words: int = 500, each: int = 5, seed: int = 1) -> Iterator[dict[str, str]]:
    """Yield reports in the shape that `reportedly add` takes.

    Args:
        count: Number of reports.
        words: Least number of words in each.
        each: Reports of one story.
        seed: The same seed gives the same reports.
    """
    chance = random.Random(seed)
    happening = _happening(chance)
    for at in range(count):
        if at % each == 0:
            happening = _happening(chance)
        yield {
            "id": f"synthetic-{seed}-{at}",
            "text": _text(happening, words, chance),
            "published": (happening.day + timedelta(days=chance.randint(0, 2))).isoformat(),
            "outlet": f"{happening.words['other']} {chance.choice(_OUTLETS)}",
        }


def _happening(chance: random.Random) -> Happening:
    """Invent an event."""
    event, verb, what = chance.choice(_EVENTS)
    dead = chance.randint(2, 90)
    day = date(2031, 1, 1) + timedelta(days=chance.randint(0, 360))
    return Happening(
        own=tuple(chance.sample(_everyday(), _OWN_WORDS)),
        day=day,
        words={
            "event": event,
            "verb": verb,
            "what": what,
            "place": _name(chance),
            "other": _name(chance),
            "name": f"{_name(chance)} {_name(chance)}",
            "witness": f"{_name(chance)} {_name(chance)}",
            "role": chance.choice(_ROLES),
            "org": f"{_name(chance)} Committee",
            "outlet": f"the {_name(chance)} {chance.choice(_OUTLETS)}",
            "weekday": f"{day:%A}",
            "dead": str(dead),
            "hurt": f"{dead * 4:,}",
            "more": f"{dead * 9:,}",
            "fewer": str(max(1, dead - 3)),
            "displaced": f"{chance.randint(3, 90) * 100:,}",
            "weeks": str(chance.randint(2, 12)),
            "cost": str(chance.randint(2, 400)),
        },
    )


def _text(happening: Happening, words: int, chance: random.Random) -> str:
    """Tell the event in paragraphs until there are enough words."""
    opening = chance.choice(_OPENINGS).format(**happening.words)
    paragraphs, count = [opening[0].upper() + opening[1:]], len(opening.split())
    while count < words:
        told = [chance.choice(_OWN).format(*chance.sample(happening.own, 5)) for _ in range(3)]
        told.insert(chance.randint(0, 3), chance.choice(_SENTENCES).format(**happening.words))
        paragraphs.append(" ".join(told))
        count += len(paragraphs[-1].split())
    return "\n\n".join(paragraphs)


@cache
def _everyday() -> tuple[str, ...]:
    """Return everyday words of the lexicon."""
    rows = lexicon.load("en", "common")["initial"].values()
    return tuple(sorted(word for row in rows for word in row["words"].split() if word.isalpha() and len(word) > 3))  # noqa: PLR2004 - short words are grammar


def _name(chance: random.Random) -> str:
    """Invent a name of two or three syllables."""
    syllables = [chance.choice(_ONSETS) + chance.choice(_NUCLEI) for _ in range(chance.randint(1, 2))]
    return ("".join(syllables) + chance.choice(_ONSETS) + chance.choice(_NUCLEI) + chance.choice(_CODAS)).capitalize()


if __name__ == "__main__":
    main()
