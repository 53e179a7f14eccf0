"""Names: runs of capitalised words, what belongs to them, and what they seem to name."""

from collections.abc import Iterator

from reportedly.model import Kind, Span
from reportedly.reading.namekind import Run, headed_kind, kind_of, role_of
from reportedly.reading.office import titled
from reportedly.reading.phrase import Phrase, countries, national, spelled
from reportedly.reading.vocabulary import Known, Vocabulary
from reportedly.reading.word import Word, Words

_PARTICLES = frozenset(
    [
        "de",
        "la",
        "le",
        "du",
        "da",
        "dos",
        "das",
        "di",
        "del",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "ul",
        "ben",
        "ter",
    ]
)
_OWNED_INSIDE = frozenset(
    ["people", "women", "children", "men", "workers", "veterans", "peoples", "writers", "farmers", "states"]
)
_JOINING = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "de",
        "la",
        "le",
        "les",
        "des",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "van",
        "von",
        "der",
        "den",
    ]
)
_MARKS = frozenset((".", "/", "&", "'", "’"))
_DOMAINS = frozenset(("com", "org", "net", "uk", "info", "news", "tv", "eu", "gov", "edu", "io"))
_LONGEST_NAME = 12


def names(words: Words, vocabulary: Vocabulary) -> Iterator[Phrase]:
    """Find the names of one sentence.

    Args:
        words: The sentence.
        vocabulary: Its language.

    Yields:
        A Phrase for each name, in text order, disjoint; a capitalised title alone ("the President") is none.
    """
    at = 0
    while at < len(words):
        site = _site(words, at)
        if site > at:
            yield _phrase(Run(words, at, site), at, "organisation", vocabulary, role="outlet")
            at = site
            continue
        if not words[at].capital or (words[at].lower in vocabulary.calendar and not _issue(words, at, vocabulary)):
            at += 1
            continue
        run = _run(words, at, vocabulary)
        person, whole = _bearer(run, vocabulary)
        at = whole.last
        if whole.last > run.last:
            yield _phrase(whole, person, "person", vocabulary)
        elif person:
            yield from _parsed(Run(words, run.first, person), vocabulary)
            yield from _called(Run(words, person, run.last), person, vocabulary)
        else:
            yield from _parsed(run, vocabulary)


def named_by(words: Words, first: int, last: int, kind: Kind, vocabulary: Vocabulary) -> Phrase:
    """Return the phrase of a name that another reader has found.

    Args:
        words: The sentence.
        first: Index of the name's first word; titles inside it are told apart from the name.
        last: One past its last word.
        kind: What the other reader says it names; what the vocabulary knows of the name is added.
        vocabulary: The sentence's language.
    """
    run = Run(words, first, last)
    titles = [at for at in range(first, last) if words[at].lower in vocabulary.titles] if kind == "person" else []
    after = titles[-1] + 1 if titles and titles[-1] + 1 < last else first
    inner, known = _known(words, after, vocabulary)
    role = known.role if known is not None and inner == last else role_of(run, vocabulary)
    return _phrase(run, after, kind, vocabulary, role=role if kind == "organisation" else None)


def _site(words: Words, first: int) -> int:
    """Return where the name of a website that begins at ``first`` ends ("harbourpost.co.uk"); ``first`` for none."""
    last = first + 1
    while last + 1 < len(words) and words[last].text == "." and words[last].glued and words[last + 1].glued:
        last += 2
    found = last > first + 1 and words[last - 1].lower in _DOMAINS and words[first].text[0].isalnum()
    beside = first > 0 and words[first].glued and words[first - 1].text in {"@", "/", "."}
    return last if found and not beside else first


def _bearer(run: Run, vocabulary: Vocabulary) -> tuple[int, Run]:
    """Return where a person's name begins behind an office and what it is of, or behind a body; 0 for none.

    "Minister of Defence Ana Oren" is one run, office and all; "Institute of Mobility Ana Oren" holds two names.

    Returns:
        The name's first word, and the run that holds all of it.
    """
    words = run.words
    of = next((at for at in range(run.first + 1, run.last) if words[at].lower == "of"), 0)
    if of:
        return _given(words, of + 1, run.last, vocabulary), run
    office = words[run.last - 1].lower in vocabulary.titles and words[run.last - 1].lower in vocabulary.nouns
    if not office or run.last + 1 >= len(words) or words[run.last].lower != "of":
        return 0, run
    then = run.last + 1 + (words[run.last + 1].lower == "the")
    if then >= len(words) or not words[then].capital:
        return 0, run
    inner = _run(words, then, vocabulary)
    return (
        (person, Run(words, run.first, inner.last))
        if (person := _given(words, then, inner.last, vocabulary))
        else (0, run)
    )


def _given(words: Words, first: int, last: int, vocabulary: Vocabulary) -> int:
    """Return where a given name with a surname ends the words behind "of", one word or more before it; 0 for none."""
    for at in range(first + 1, last - 1):
        lower = words[at].lower
        if lower in vocabulary.given and lower not in vocabulary.common and words[at].capital:
            before = not any(word.lower in vocabulary.given or word.possessive for word in words[first:at])
            rest = not any(word.lower in vocabulary.heads or word.lower in vocabulary.places for word in words[at:last])
            return at if before and rest else 0
    return 0


def _issue(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Say whether a day is the first word of an outlet's name ("the Sunday Bugle")."""
    then = words[at + 1] if at + 1 < len(words) else None
    if words[at].lower not in vocabulary.issues or then is None or not then.capital or words[at].possessive:
        return False
    return at > 0 and words[at - 1].lower == "the" and then.lower not in vocabulary.calendar


def _run(words: Words, first: int, vocabulary: Vocabulary) -> Run:
    """Return the run that begins at ``first``."""
    last, known = _known(words, first, vocabulary)
    last = last or first + 1
    alone = last
    while last - first < _LONGEST_NAME:
        step = _step(words, first, last, vocabulary)
        if not step:
            break
        last += step
    return Run(words, first, last, known if last == alone else None)


def _known(words: Words, first: int, vocabulary: Vocabulary) -> tuple[int, Known | None]:
    """Return where the longest known name from ``first`` on ends, and the name; 0 when there is none."""
    best: tuple[int, Known | None] = (0, None)
    if words[first].lower not in vocabulary.openers:
        return best
    for last in range(first + 1, min(first + vocabulary.longest, len(words)) + 1):
        known = vocabulary.known.get(spelled(words[first:last]))
        if known and known.exact in {None, " ".join(word.text for word in words[first:last])}:
            best = (last, known)
    return best


def _step(words: Words, first: int, last: int, vocabulary: Vocabulary) -> int:
    """Return how many further words the run takes in; 0 when it ends."""
    before = words[last - 1]
    if last >= len(words) or (before.possessive and before.lower not in _OWNED_INSIDE):
        return 0
    word = words[last]
    if word.capital and not word.initial:
        return int(word.lower not in vocabulary.calendar and not word.glued)
    after = words[last + 1] if last + 1 < len(words) else None
    if after is None or after.initial:
        return 0
    if word.text in _MARKS and after.capital:
        return 2 * int(_marked(before, word, after, vocabulary))
    return _joined(words, first, last, vocabulary)


def _marked(before: Word, mark: Word, after: Word, vocabulary: Vocabulary) -> bool:
    """Say whether a mark joins two words of one name: an initial's stop, a stroke, "&", the end of "Veterans’"."""
    if mark.text == ".":
        return len(before.text) == 1 or before.lower in vocabulary.titles
    if mark.text in {"'", "’"}:
        return mark.glued and before.lower in _OWNED_INSIDE
    return mark.text == "&" or after.glued


def _joined(words: Words, first: int, last: int, vocabulary: Vocabulary) -> int:
    """Return how many words a joining small word brings into the run ("of Defense"); 0 when it joins nothing."""
    word = words[last].lower
    then = last + 1
    if word == "and" and (end := _both(words, first, last, vocabulary)):
        return end - last
    if word in _JOINING:
        then += int(words[then].lower in _PARTICLES and then + 1 < len(words))
        return then + 1 - last if words[then].capital else 0
    if word not in {"of", "for", "on", "and"} or not _headed(words, first, last, vocabulary):
        return 0
    then += int(words[then].lower == "the" and then + 1 < len(words))
    if not words[then].capital or words[then].lower in vocabulary.calendar:
        return 0
    if word == "and" and not _goes_on(words, first, last, then, vocabulary):
        return 0
    return then + 1 - last


def _both(words: Words, first: int, last: int, vocabulary: Vocabulary) -> int:
    """Return where a name ends whose noun has two words before it ("the Veterinary and Food Agency"); 0 for two names."""
    alone = words[first].lower
    if last != first + 1 or not first or words[first].possessive or words[first - 1].lower != "the":
        return 0
    taken = (vocabulary.heads, vocabulary.known, vocabulary.demonyms, vocabulary.given, vocabulary.places)
    if any(alone in one for one in taken) or alone in vocabulary.titles or words[first].text.isupper():
        return 0
    end = last + 1
    while end < len(words) and words[end].capital and not words[end].glued and end - first < _LONGEST_NAME:
        end += 1
    owned = any(word.possessive for word in words[last + 1 : end - 1])
    return end if end > last + 2 and not owned and words[end - 1].lower in vocabulary.heads else 0


def _headed(words: Words, first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Say whether a noun that makes an organisation or a place stands in the run."""
    return any(word.lower in vocabulary.heads or word.lower in vocabulary.places for word in words[first:last])


def _goes_on(words: Words, first: int, last: int, then: int, vocabulary: Vocabulary) -> bool:
    """Say whether "and" stands inside a name ("Ministry of Trade and Industry") and not between two."""
    inside = any(word.lower in {"of", "for", "on"} for word in words[first:last])
    return inside and words[then].lower in vocabulary.common and words[then].lower not in vocabulary.heads


def _parsed(run: Run, vocabulary: Vocabulary) -> Iterator[Phrase]:
    """Yield what a run holds: one name, with a nationality and titles before it."""
    words, first, last = run.words, run.first, run.last
    if run.known:
        yield _phrase(run, first, run.known.kind, vocabulary, role=run.known.role)
        return
    nation = national(words[first:last], 0, vocabulary)
    if first + nation == last:
        yield from _people(run, vocabulary)
        return
    if last == first + 1 and (_generic(run, vocabulary) or _opens_description(run, vocabulary)):
        return
    kind = headed_kind(run, vocabulary)
    if kind:
        yield _phrase(run, first, kind, vocabulary, role=role_of(run, vocabulary))
        return
    yield from _called(run, first + nation, vocabulary)


def _generic(run: Run, vocabulary: Vocabulary) -> bool:
    """Say whether one word alone is a noun with a capital ("the Ministry"), to be read as a description."""
    lower = run.words[run.first].lower
    return lower in vocabulary.nouns and vocabulary.heads.get(lower, "official") != "outlet"


def _opens_description(run: Run, vocabulary: Vocabulary) -> bool:
    """Say whether a capital that only opens the sentence stands before a description: "State television", "Health officials"."""
    word, last = run.words[run.first], run.last
    if not word.initial or word.possessive or word.lower not in vocabulary.adjuncts or word.lower in vocabulary.given:
        return False
    after = run.words[last] if last < len(run.words) else None
    return (
        after is not None
        and after.text.islower()
        and (after.lower in vocabulary.nouns or after.lower in vocabulary.modifiers)
    )


def _people(run: Run, vocabulary: Vocabulary) -> Iterator[Phrase]:
    """Yield a country or a people; nothing for an adjective that goes with the noun after it ("Russian forces")."""
    key = spelled(run.words[run.first : run.last])
    if key in vocabulary.countries:
        yield _phrase(run, run.first, "place", vocabulary, role="official")
        return
    after = run.words[run.last] if run.last < len(run.words) else None
    adjective = after is not None and after.text[0].islower() and after.lower not in vocabulary.closed
    if not adjective or key.endswith("s"):
        yield _phrase(run, run.first, "group", vocabulary)


def _called(run: Run, first: int, vocabulary: Vocabulary) -> Iterator[Phrase]:
    """Yield the name after nationality and titles."""
    words = run.words[first : run.last]
    titles = [at for at, word in enumerate(words) if word.lower in vocabulary.titles]
    if titles and titles[-1] == len(words) - 1:
        # "Palestinian President" alone describes and does not name.
        return
    after = first + titles[-1] + 1 if titles else first
    after += int(run.words[after].text == "." and after + 1 < run.last)
    after += int(after == run.first and _trade(run, vocabulary))
    given = run.words[after].lower in vocabulary.given
    if after == first and not given:
        # "Saudi Aramco": the nationality belongs to the name.
        after = run.first
    inner, known = _known(run.words, after, vocabulary)
    kind = known.kind if known and inner == run.last else kind_of(run, after, vocabulary)
    if titles and kind in {"other", "organisation"}:
        kind = "person"
    found = _phrase(run, after, kind, vocabulary, role=known.role if known and inner == run.last else None)
    letters = run.words[after].lower not in vocabulary.given and run.words[after].text[0] != "@"
    found.guessed = kind == "person" and not titles and letters
    yield found


def _trade(run: Run, vocabulary: Vocabulary) -> bool:
    """Say whether a capital that only opens the sentence makes a trade look like part of a name: "Docker Anton Bly said"."""
    words = run.words[run.first : run.last]
    opens = len(words) > 2 and words[0].initial and words[0].lower not in vocabulary.given  # noqa: PLR2004 - a trade, a given name, a surname
    return opens and words[1].lower in vocabulary.given and words[2].text[0].isupper()


def _phrase(run: Run, first: int, kind: Kind, vocabulary: Vocabulary, *, role: str | None = None) -> Phrase:
    """Return the phrase of a run whose name begins at ``first``."""
    words = run.words[first : run.last]
    titles = run.words[run.first : first]
    title = " ".join(word.text for word in titles).replace(" .", ".") or None
    nouns = {word.lower for word in (*titles, *words) if word.lower in vocabulary.nouns}
    # A surname says nothing of gender, though many are given names too.
    telling = (vocabulary.gender.get(word.lower) for word in (*titles, *words[:-1]))
    gender = next(filter(None, telling), None)
    tied = countries(run.words[run.first : first if kind == "person" else run.last - 1] or words, vocabulary)
    span = Span(run.words[run.first].start, run.words[run.last - 1].end)
    return Phrase(
        span,
        "name",
        kind,
        run.first,
        run.last - 1,
        _text(run, first),
        description=title,
        gender=gender if kind == "person" else None,
        role=role
        or (titled([word.lower for word in titles], vocabulary, tied=bool(tied)) if kind == "person" else None),
        countries=tied,
        nouns=nouns,
    )


def _text(run: Run, first: int) -> str:
    """Return the name as written, white space made even."""
    parts = [
        ("" if word.glued else " ") + word.text + "’s" * int(word.possessive) for word in run.words[first : run.last]
    ]
    text = "".join(parts).strip()
    return text.removesuffix("’s") if run.words[run.last - 1].possessive else text
