"""Other tools, asked the same question as ours: dateparser, Recognizers-Text, quantulum3, and the largest place of a name.

All but the last are installed by `pip install --group bench`; what is not installed is left out and named. Each function
turns a tool's own answer into the shape that the scorers read, losing nothing that they would count as right.
"""

import logging
import re
import warnings
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any

Row = dict[str, Any]

_DISTRIBUTIONS = {
    "dateparser": ("dateparser",),
    "Recognizers-Text": ("recognizers_date_time", "recognizers_number_with_unit", "emoji"),
    "quantulum3": ("quantulum3",),
}
_TIMEX_TYPES = {
    "date": "DATE",
    "daterange": "DATE",
    "time": "TIME",
    "datetime": "TIME",
    "duration": "DURATION",
    "set": "SET",
}
_SUPERSCRIPT = re.compile(r"^\((?P<from>[^,]+),(?P<to>[^,]+),(?P<length>[^)]+)\)$")


def installed(name: str) -> bool:
    """Say whether a peer can be asked here."""
    return all(find_spec(module) is not None for module in _DISTRIBUTIONS.get(name, ()))


def times() -> dict[str, Callable[[str, datetime], list[Row]]]:
    """Return the peers that read times, by name."""
    return {"dateparser": _dateparser, "Recognizers-Text": _recognized_times}


def quantities() -> dict[str, Callable[[str], list[Row]]]:
    """Return the peers that read quantities, by name."""
    return {"quantulum3": _quantulum, "Recognizers-Text": _recognized_quantities}


def _dateparser(text: str, moment: datetime) -> list[Row]:
    """Ask `dateparser.search` for English dates that lie in the year of publication; past dates only did worse."""
    search = import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": moment, "PREFER_DATES_FROM": "current_period"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = search(text, languages=["en"], settings=settings) or []
    rows, at = [], 0
    for words, when in found:
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        rows.append({"start": start, "end": at, "type": "DATE", "value": when.date().isoformat()})
    return rows


def _recognized_times(text: str, moment: datetime) -> list[Row]:
    """Ask Recognizers-Text; of several readings the last one in the past, as news is told, else the first."""
    recognized = import_module("recognizers_date_time").recognize_datetime
    rows = []
    for one in recognized(text, "en-us", reference=moment):
        values = [row for row in (one.resolution or {}).get("values", []) if "timex" in row]
        if values:
            kind = one.type_name.rpartition(".")[2]
            value = _value(kind, values, moment)
            rows.append(
                {"start": one.start, "end": one.end + 1, "type": _TIMEX_TYPES.get(kind, "DATE"), "value": value}
            )
    return rows


def _value(kind: str, values: list[dict[str, str]], moment: datetime) -> str:
    """Return the TIMEX3 value of a recognized time."""
    timex = values[0]["timex"]
    if kind in {"duration", "set"}:
        return timex
    if "XXXX" in timex or timex.startswith("T"):
        past = [one for one in values if (one.get("value") or one.get("start") or "9") <= moment.isoformat(" ")]
        chosen = (past or values)[-1 if past else 0]
        plain = chosen.get("value") or chosen.get("start") or timex
        if "TO" in timex or timex.startswith("T"):
            return f"{moment.date().isoformat()}{timex}" if timex.startswith("T") else timex
        return plain[:7] if kind == "daterange" and re.fullmatch(r"XXXX-\d\d", timex) else plain[:10]
    ends = _SUPERSCRIPT.match(timex)
    if ends is None:
        return timex
    return ends["from"][:4] if ends["length"] == "P1Y" else ends["from"]


def _quantulum(text: str) -> list[Row]:
    """Ask quantulum3, without its classifier."""
    logging.getLogger("quantulum3").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = import_module("quantulum3.parser").parse(text)
    rows = []
    for one in found:
        start, end = one.span
        row = {"start": start, "end": end, "bound": "=", "unit": one.unit.name.replace("dimensionless", "-")}
        if one.uncertainty:
            rows.append({**row, "low": one.value - one.uncertainty, "high": one.value + one.uncertainty})
        else:
            rows.append({**row, "value": one.value})
    return rows


def _recognized_quantities(text: str) -> list[Row]:
    """Ask Recognizers-Text for numbers with units, and for numbers where no unit was found."""
    rows: list[Row] = []
    for row in _recognized(text):
        if all(row["end"] <= one["start"] or one["end"] <= row["start"] for one in rows):
            rows.append(row)
    return sorted(rows, key=lambda one: one["start"])


def _recognized(text: str) -> Iterator[Row]:
    """Yield all that Recognizers-Text has, numbers with units first."""
    units, numbers = import_module("recognizers_number_with_unit"), import_module("recognizers_number")
    for ask in (units.recognize_currency, units.recognize_age, units.recognize_temperature, units.recognize_dimension,
                numbers.recognize_percentage, numbers.recognize_number):  # fmt: skip
        for one in ask(text, "en-us"):
            value = str((one.resolution or {}).get("value") or "").rstrip("%")
            if re.fullmatch(r"-?[\d.]+(?:[eE][+-]?\d+)?", value):
                unit = (one.resolution or {}).get("unit") or ("percentage" if "percent" in one.type_name else "-")
                yield {"start": one.start, "end": one.end + 1, "bound": "=", "unit": unit, "value": float(value)}


def largest(text: str, find: Callable[[str], Any]) -> list[Row]:
    """Take the longest runs of capitalised words that name a place, and of those places the one with most people.

    A word that the report has in small letters too begins no name.

    Args:
        text: A report.
        find: The gazetteer's.
    """
    words = list(re.finditer(r"\w[\w'’.-]*\w|\w", text))
    small = {one[0] for one in words if one[0].islower()}
    rows, at = [], 0
    while at < len(words):
        found = _longest(text, words, at, find) if words[at][0].lower() not in small else None
        if found is None:
            at += 1
            continue
        stop, one = found
        rows.append({"start": words[at].start(), "end": words[stop - 1].end(), "lat": one.lat, "lon": one.lon})
        at = stop
    return rows


def _longest(text: str, words: list[re.Match[str]], at: int, find: Callable[[str], Any]) -> tuple[int, Any] | None:
    """Return where the longest name that begins at a word stops, and the place of that name with most people."""
    if not words[at][0][0].isupper():
        return None
    for stop in range(min(len(words), at + 5), at, -1):
        candidates = find(text[words[at].start() : words[stop - 1].end()])
        if words[stop - 1][0][0].isupper() and candidates:
            return stop, max(candidates, key=lambda one: one.population)
    return None
