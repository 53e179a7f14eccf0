"""One counted thing through time and sources."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from reportedly.model import Figure, Quantity, Rung
from reportedly.reconciling.accord import accord, plain
from reportedly.reconciling.comparison import Comparison
from reportedly.reconciling.count import PEOPLE, Count, counts, people
from reportedly.reconciling.estimate import estimate
from reportedly.reconciling.modality import bids
from reportedly.reconciling.numeral import goes_on, multitude, says_another
from reportedly.reconciling.passage import Passage, times
from reportedly.reconciling.standing import standing
from reportedly.reconciling.structure import distorted, otherwise
from reportedly.reconciling.word import countries, rivals

_HELD = frozenset({"capture", "arrest", "abduct"})
# Terms for what befell people: given with every count of a harm.
_HARMS = frozenset({"kill", "wound", "capture", "arrest", "vanish"})
# Units of areas: a story of a fire or a flood has one.
_AREAS = frozenset({"ha", "km2", "m2", "mi2", "ft2", "[acr_us]", "acre"})
# Units of times and ways.
_WHERE_AND_WHEN = frozenset(
    {"s", "min", "h", "day", "week", "month", "year", "mm", "cm", "m", "km", "mi", "nmi", "ft", "yd", "in"}
)
# Below this a number is given by many statements of different things.
_TELLING_NUMBER = 13
_FEW = 3


def same_thing_counted(left: Count, right: Count) -> Comparison:
    """Both figures count the same thing: one noun, one unit, one harm, and somebody or something narrowing it in common."""
    one, two = left.quantity, right.quantity
    what = one.counted or two.counted or "people"
    if not _compatible(left, right):
        return Comparison(0.0, f"{_described(one)} against {_described(two)}", same=False)
    shared = (left.around & right.around) - {left.head, right.head} - _HARMS
    told = _told_alike(left, right, what)
    if told:
        return told
    differs = otherwise(left.said, right.said) if one.projection == two.projection else None
    differs = differs or _undone(left, right) or _asked(left, right)
    if differs:
        return Comparison(0.2, f"both count {what}, but {differs}", same=False)
    if _equal(one, two) and left.head == right.head and (one.unit is None or shared):
        return Comparison(0.9, f"both give {plain(one.low or one.high or Decimal(0))} {what}", same=True)
    # What befell them must be said of both to be in common: "five were sent home" are no evacuees who went home.
    harmed = (one.harm is not None and one.harm == two.harm) or (left.ill and right.ill)
    bare = harmed and not (_telling(left) and _telling(right))
    voice = left.passage.attribution and right.passage.attribution and _one_voice(left, right)
    noun = left.head == right.head and left.head not in {PEOPLE, None}
    again = says_another(left.passage) or says_another(right.passage)
    needed = 1 if harmed or voice or noun or again or left.narrowed & right.narrowed else 2
    if bare or len(shared) >= needed or (left.narrowed & right.narrowed and left.head != PEOPLE):
        return Comparison(min(0.8, 0.4 + 0.1 * len(shared)), f"both count {what}", same=True)
    return _unshared(left, right, what)


def _told_alike(left: Count, right: Count, what: str) -> Comparison | None:
    """Compare two numbers of one statement, or of the same words; None where they are of neither.

    Two numbers of one statement count one thing only where one goes on with the other ("up from nine").
    """
    if left.passage.key == right.passage.key:
        if _once(left, right):
            return Comparison(1.0, f"one statement gives both for {what}", same=True)
        return Comparison(0.0, f"one statement gives two numbers of {what}", same=False)
    alike = left.said.terms.keys() == right.said.terms.keys() and _ends(left.quantity) == _ends(right.quantity)
    if alike and distorted(left.said, right.said) is None:
        return Comparison(1.0, f"the same words give both for {what}", same=True)
    return None


def _once(left: Count, right: Count) -> bool:
    """Say whether two numbers of one statement can count one thing: one goes on with the other, or is taken back for it."""
    if _ends(left.quantity) == _ends(right.quantity):
        return True
    return any(
        goes_on(one.passage, one.quantity) or standing(one.passage, one.quantity) == "withdrawn"
        for one in (left, right)
    )


def _ends(quantity: Quantity) -> tuple[object, object]:
    """Return both ends of a number."""
    return quantity.low, quantity.high


def _unshared(left: Count, right: Count, what: str) -> Comparison:
    """Compare two numbers whose statements have nothing else in common."""
    if (left.quantity.harm == right.quantity.harm is not None or left.ill) and _of_the_story(left, right):
        befell = left.quantity.harm or "ill"
        return Comparison(0.35, f"both count the {befell}, and nothing says of what else", same=True)
    if left.quantity.unit in _AREAS and left.head == right.head:
        return Comparison(0.35, "both measure an area, and nothing says of what else", same=True)
    return Comparison(0.3, f"both count {what}, but of different things", same=False)


def _undone(left: Count, right: Count) -> str | None:
    """Say that one statement tells of the release of those held: "two kidnapped", "two kidnapped were freed"."""
    held = left.around & right.around & _HELD
    apart = left.around ^ right.around
    told = any((held & one and apart & two) or (held & two and apart & one) for one, two, _ in rivals())
    return "of one it is said that they are free" if told else None


def _asked(left: Count, right: Count) -> str | None:
    """Say that of the one thing it is only asked for: money asked for is not paid, while people told to leave mostly have left."""
    apart = left.quantity.unit is not None and bids(left.passage.text) != bids(right.passage.text)
    return "in the one it is only asked for" if apart else None


def _compatible(left: Count, right: Count) -> bool:
    """Say whether two numbers can count one thing at all."""
    one, two = left.quantity, right.quantity
    if _sort(left) != _sort(right):
        return False
    harms = {one.harm, two.harm}
    unsaid = (
        None in harms
        and left.around & right.around & _HARMS
        and left.head == right.head
        and (one.low, one.high) == (two.low, two.high)
    )
    if len(harms) > 1 and harms != {None, "displaced"} and not unsaid:
        return False
    countries_apart = left.narrowed & countries(), right.narrowed & countries()
    if all(countries_apart) and not countries_apart[0] & countries_apart[1]:
        return False
    heads = {left.head, right.head}
    if None in heads:
        return one.harm is not None or left.ill or one.unit is not None
    if len(heads) == 1:
        return True
    # Whoever was killed is "people" to the next report; unharmed, only soldiers and nouns for persons are.
    return PEOPLE in heads and (
        one.harm is not None or all(head in {PEOPLE, "troops"} or people(str(head)) for head in heads)
    )


def _sort(count: Count) -> tuple[object, ...]:
    """Return what two numbers of one thing have in common whatever their nouns."""
    return count.quantity.unit, count.quantity.role == "change", count.among, count.rate, count.ill


def _telling(count: Count) -> frozenset[str]:
    """Return what a statement says besides who was harmed and how."""
    return count.around - _HARMS - {count.head} - count.narrowed


def _of_the_story(left: Count, right: Count) -> bool:
    """Say whether two tolls can only be of the event that the story is about: people, and one of them names no place or party."""
    plain = {left.head, right.head} <= {PEOPLE, None} and not (left.narrowed or right.narrowed)
    return plain and any(not any(word.name for word in one.passage.words) for one in (left, right))


def _one_voice(left: Count, right: Count) -> bool:
    """Say whether one named source gives both."""
    one, two = left.passage.attribution, right.passage.attribution
    return bool(one and two and one.by.named and one.by.name == two.by.name)


def _equal(left: Quantity, right: Quantity) -> bool:
    """Say whether both give one number that is seldom given by chance."""
    return left.low == right.low and left.high == right.high and (left.low or left.high or 0) >= _TELLING_NUMBER


def _described(quantity: Quantity) -> str:
    """Describe what a number counts, for a reason."""
    return " ".join(part for part in (quantity.unit, quantity.counted or "things", quantity.harm) if part)


def ladders(passages: Sequence[Passage]) -> tuple[tuple[Count, ...], ...]:
    """Group the numbers of a story by what they count.

    The surest pairs are joined first; two groups stay apart while any two of their numbers cannot count one thing.

    Returns:
        Groups worth a claim of their own: people counted, a harm, or two statements, and at least one source besides the
        writer.
    """
    held = [one for one in counts(passages) if one.passage.polarity == "asserts" and _valued(one)]
    alike = _Kinds(held)
    pairs = sorted(
        (-found.score, left, right)
        for places in alike.places()
        for left, right in combinations(places, 2)
        if alike.compatible(left, right) and (found := same_thing_counted(held[left], held[right])).same
    )
    roots = list(range(len(held)))
    groups = {at: [at] for at in roots}
    for _, left, right in pairs:
        one, two = sorted((roots[left], roots[right]))
        if one != two and alike.all_compatible(groups[one], groups[two]):
            for at in groups[two]:
                roots[at] = one
            groups[one] += groups.pop(two)
    made = [[held[at] for at in sorted(group)] for _, group in sorted(groups.items())]
    return tuple(tuple(group) for group in made if _worth_a_claim(group))


class _Kinds:
    """Which numbers can count one thing at all, each kind of number compared once.

    Args:
        held: The numbers; they are named by their places.
    """

    def __init__(self, held: Sequence[Count]) -> None:
        self._held = held
        numbers: dict[tuple[object, ...], int] = {}
        self._kinds = [numbers.setdefault(_kind(one), len(numbers)) for one in held]
        self._known: dict[tuple[int, int], bool] = {}

    def places(self) -> Iterable[Sequence[int]]:
        """Return the places of the numbers of each unit, which alone can count one thing."""
        found: dict[tuple[str | None, bool], list[int]] = {}
        for at, one in enumerate(self._held):
            found.setdefault((one.quantity.unit, one.quantity.role == "change"), []).append(at)
        return found.values()

    def compatible(self, left: int, right: int) -> bool:
        """Say whether the numbers at two places can count one thing."""
        pair = self._kinds[left], self._kinds[right]
        found = self._known.get(pair)
        if found is None:
            found = self._known[pair] = _compatible(self._held[left], self._held[right])
        return found

    def all_compatible(self, left: Sequence[int], right: Sequence[int]) -> bool:
        """Say whether each number of two groups can count one thing with each of the other."""
        said: dict[tuple[str, str], list[Count]] = {}
        for at in left:
            said.setdefault(self._held[at].passage.key, []).append(self._held[at])
        if any(not _once(one, self._held[at]) for at in right for one in said.get(self._held[at].passage.key, ())):
            return False
        one, two = ({self._kinds[at]: at for at in places}.values() for places in (left, right))
        return all(self.compatible(a, b) for a in one for b in two)


def _kind(count: Count) -> tuple[object, ...]:
    """Return all that `_compatible` looks at."""
    one = count.quantity
    return (
        *(one.unit, one.role, one.harm, one.low, one.high, count.head, count.narrowed, count.around & _HARMS),
        *(count.among, count.rate, count.ill),
    )


def figure(group: Sequence[Count]) -> Figure:
    """Lay the values of one counted thing side by side.

    Args:
        group: Numbers that count one thing.

    Returns:
        The ladder, by when each was said, then by report; its relation is that of the totals that are no projections.
    """
    statements = Counter(one.passage.key for one in group)
    rungs = tuple(
        sorted(
            (
                _rung(one, beside=statements[one.passage.key] > 1)
                for one in group
                if not multitude(one.passage, one.quantity)
            ),
            key=lambda rung: (rung.said or "9999", rung.evidence.report, rung.span),
        )
    )
    harm = next((one.quantity.harm for one in group if one.quantity.harm), None)
    name = max(
        (one.quantity.counted for one in group if one.quantity.counted),
        key=lambda text: (len(text), text),
        default=PEOPLE if harm else "things",
    )
    totals = [rung for rung in rungs if rung.role == "total" and not rung.projection and rung.standing != "withdrawn"]
    relation, because = accord(totals, harmed=harm is not None)
    return Figure(f"{name} {harm}" if harm else name, rungs, relation, because, estimate(rungs))


def _rung(one: Count, *, beside: bool) -> Rung:
    """Return one number as a value of the ladder."""
    by = one.passage.attribution.by if one.passage.attribution else None
    about = next((time.value for time in times(one.passage)), None)
    quantity = one.quantity
    return Rung(
        one.passage.evidence(), quantity.span, quantity.low, quantity.high, quantity.bound, quantity.unit, quantity.counted,
        by.name if by and by.kind != "author" else None, one.passage.said, about, quantity.projection,
        "part" if quantity.part_of else quantity.role,
        standing(one.passage, quantity, beside=beside),
    )  # fmt: skip


def _valued(count: Count) -> bool:
    """Say whether it gives a number worth a ladder: one or two of something that befell nobody is mostly an article."""
    quantity = count.quantity
    if quantity.low is None and quantity.high is None:
        return False
    few = max(quantity.low or 0, quantity.high or 0) < _FEW and quantity.unit is None
    return bool(quantity.harm) or not few


def _worth_a_claim(group: Sequence[Count]) -> bool:
    """Say whether the numbers make a claim of their own."""
    voiced = any(one.passage.attribution for one in group)
    totals = any(one.quantity.role == "total" and not multitude(one.passage, one.quantity) for one in group)
    # A time or a way says when and where, and is a figure only where two are set against each other.
    idle = all(one.quantity.unit in _WHERE_AND_WHEN and one.head is None for one in group)
    if idle and len({_ends(one.quantity) for one in group}) == 1:
        return False
    return voiced and totals and (_told_twice(group) or stands_alone(group))


def _told_twice(group: Sequence[Count]) -> bool:
    """Say whether two statements give it, or it counts people or what befell them."""
    harmed = any(one.quantity.harm or one.head in {PEOPLE, "troops"} for one in group)
    return len({one.passage.key for one in group}) > 1 or (harmed and group[0].quantity.unit is None)


def stands_alone(group: Sequence[Count]) -> bool:
    """Say whether it is one statement's number of something that is no people: a claim only where nothing else is said of it."""
    about = any((one.passage.statement.kind == "figure" and one.head is not None) or one.quantity.unit for one in group)
    return about and not _told_twice(group)
