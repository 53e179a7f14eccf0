"""Any report, story and withdrawal the model allows, for hypothesis; references between marks hold."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st

from reportedly import model as m
from reportedly.model.claim import DriftKind, FigureRelation, Status
from reportedly.model.statement import StatementKind

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
NAMES = st.text("abcdefgh é", min_size=1, max_size=8)
SPANS = st.tuples(st.integers(0, 50), st.integers(0, 9)).map(lambda at: m.Span(at[0], at[0] + at[1]))
PIECES = st.lists(SPANS, max_size=2).map(tuple)
NUMBERS = st.none() | st.integers(-(10**12), 10**12).map(Decimal) | st.decimals(-(10**6), 10**6, places=2)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=2))])
INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=ZONES)  # noqa: DTZ001 - zones are drawn
DAYS = st.none() | st.dates(date(1990, 1, 1)) | INSTANTS
IDS = st.sampled_from(["A1", "A2", "V1"])


def some(kind: Any) -> st.SearchStrategy[Any]:
    """Draw a word of a Literal."""
    return st.sampled_from(get_args(kind))


def many(one: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw a short tuple."""
    return st.lists(one, max_size=3).map(tuple)


DOCUMENTS = st.builds(
    m.Document,
    id=NAMES,
    sha256=st.just("0" * 64),
    text=st.text(st.characters(codec="utf-8"), max_size=60),
    url=st.none() | NAMES,
    title=st.none() | WORDS,
    outlet=st.none() | WORDS,
    authors=many(WORDS),
    published=DAYS,
    modified=DAYS,
    section=st.none() | WORDS,
    dateline=st.none() | WORDS,
    language=st.sampled_from([None, "en", "de"]),
    captions=PIECES,
    credits=many(st.builds(m.Credit, SPANS, WORDS)),
    origins=many(st.tuples(NAMES, NAMES)),
    offsets=many(st.builds(m.Run, st.integers(0, 9), st.integers(0, 9), st.integers(1, 9))).map(m.Offsets),
    elements=many(st.tuples(st.integers(0, 60), WORDS)),
    notes=many(st.tuples(NAMES, WORDS)),
)
SOURCES = st.builds(
    m.Source, name=st.none() | WORDS, kind=some(m.SourceKind), named=st.booleans(), entity=st.none() | NAMES
)
LAYERS: dict[type, st.SearchStrategy[Any]] = {
    m.Sentence: st.builds(m.Sentence, SPANS, st.integers(0, 9)),
    m.Mention: st.builds(m.Mention, SPANS, some(m.Kind), st.none() | NAMES, st.sampled_from(["name", "pronoun"])),
    m.Entity: st.builds(m.Entity, NAMES, WORDS, some(m.Kind), st.none() | WORDS, st.booleans(), st.none() | NAMES),
    m.Attribution: st.builds(
        m.Attribution,
        id=IDS,
        source=PIECES,
        cue=PIECES,
        content=PIECES,
        kind=some(m.AttributionKind),
        by=SOURCES,
        parent=st.none() | IDS,
        inherited=st.booleans(),
        via=st.none() | WORDS,
        said=st.none() | NAMES,
    ),
    m.Factuality: st.builds(
        m.Factuality,
        of=IDS,
        polarity=some(m.Polarity),
        certainty=st.floats(-3, 3),
        hedges=PIECES,
        basis=st.none() | some(m.Basis),
        basis_span=st.none() | SPANS,
        because=WORDS,
    ),
    m.Timex: st.builds(
        m.Timex,
        SPANS,
        some(m.TimexType),
        st.none() | NAMES,
        st.none() | INSTANTS,
        st.none() | INSTANTS,
        st.sampled_from([None, "published", "text", "absolute"]),
    ),
    m.Place: st.builds(
        m.Place,
        SPANS,
        WORDS,
        st.none() | st.integers(1, 10**7),
        st.none() | st.floats(-90, 90),
        st.none() | st.floats(-180, 180),
        st.none() | st.floats(0, 9000),
        st.none() | NAMES,
        WORDS,
    ),
    m.Statement: st.builds(
        m.Statement,
        id=NAMES,
        attribution=st.none() | IDS,
        content=PIECES,
        kind=some(StatementKind),
        headline=st.booleans(),
        events=many(NAMES),
        quantities=PIECES,
        timexes=PIECES,
        places=PIECES,
        entities=many(NAMES),
    ),
}


@st.composite
def quantities(draw: st.DrawFn) -> tuple[m.Quantity, ...]:
    """Draw quantities; one is part of another of the same list."""
    places = draw(st.lists(SPANS, max_size=3))
    return tuple(
        draw(
            st.builds(
                m.Quantity,
                span=st.just(span),
                low=NUMBERS,
                high=NUMBERS,
                bound=some(m.Bound),
                unit=st.none() | NAMES,
                counted=st.none() | WORDS,
                part_of=st.sampled_from([None, *places]),
                role=st.sampled_from(["total", "part", "change"]),
                projection=st.booleans(),
                harm=st.none() | some(m.Harm),
                exception=st.booleans(),
                excepted=NUMBERS,
            )
        )
        for span in places
    )


@st.composite
def reports(draw: st.DrawFn) -> m.Report:
    """Draw a report with some of the layers read."""
    read = draw(st.lists(st.sampled_from([*LAYERS]), unique=True))
    layers: dict[type, tuple[Any, ...]] = {kind: draw(many(LAYERS[kind])) for kind in read}
    if draw(st.booleans()):
        layers[m.Quantity] = draw(quantities())
    if draw(st.booleans()):
        where = [None, *(one.span for one in layers.get(m.Place, ()))]
        when = [None, *(one.span for one in layers.get(m.Timex, ()))]
        event = st.builds(
            m.Event,
            id=IDS,
            trigger=SPANS,
            type=NAMES,
            agents=PIECES,
            patients=PIECES,
            place=st.sampled_from(where),
            time=st.sampled_from(when),
        )
        layers[m.Event] = draw(many(event))
    problems = draw(many(st.builds(m.Problem, NAMES, WORDS, st.none() | SPANS)))
    return m.Report(draw(DOCUMENTS), layers, problems)


EVIDENCE = st.builds(m.Evidence, NAMES, st.none() | IDS, NAMES, WORDS)
RUNGS = st.builds(
    m.Rung,
    evidence=EVIDENCE,
    span=SPANS,
    low=NUMBERS,
    high=NUMBERS,
    bound=some(m.Bound),
    unit=st.none() | NAMES,
    counted=st.none() | WORDS,
    origin=st.none() | WORDS,
    said=st.none() | NAMES,
    about=st.none() | NAMES,
    projection=st.booleans(),
    role=st.sampled_from(["total", "part", "change"]),
)


def claims(story: str) -> st.SearchStrategy[m.Claim]:
    """Draw a claim of one story."""
    return st.builds(
        m.Claim,
        id=NAMES,
        story=st.just(story),
        text=WORDS,
        kind=some(StatementKind),
        support=many(EVIDENCE),
        contest=many(EVIDENCE),
        observe=many(EVIDENCE),
        origins=many(st.builds(m.Origin, WORDS, st.booleans(), NAMES, many(NAMES), WORDS, st.booleans())),
        outlets=st.integers(0, 9),
        texts=st.integers(0, 9),
        status=some(Status),
        status_by=many(NAMES),
        because=WORDS,
        credibility=st.builds(m.Credibility, st.integers(1, 6), WORDS, st.none() | st.integers(1, 6)),
        drift=many(st.builds(m.Drift, EVIDENCE, EVIDENCE, some(DriftKind), WORDS, WORDS, WORDS)),
        figure=st.none() | st.builds(m.Figure, WORDS, many(RUNGS), some(FigureRelation), WORDS),
        first=st.none() | NAMES,
        last=st.none() | NAMES,
        flags=many(WORDS),
    )


COPIES = st.builds(
    m.Copy,
    NAMES,
    NAMES,
    st.sampled_from(["copy", "contains", "shares"]),
    many(st.tuples(SPANS, SPANS)),
    st.floats(0, 1),
    WORDS,
)


@st.composite
def stories(draw: st.DrawFn) -> tuple[m.Story, ...]:
    """Draw stories with ids of their own; a source is graded alike in all of them."""
    ids = draw(st.lists(NAMES, unique=True, max_size=2))
    return tuple(
        m.Story(
            id=one,
            title=draw(WORDS),
            reports=draw(many(NAMES)),
            first=draw(st.none() | NAMES),
            last=draw(st.none() | NAMES),
            copies=draw(many(COPIES)),
            claims=draw(many(claims(one))),
            sources=tuple(_voice(name, draw(many(NAMES))) for name in draw(st.lists(NAMES, unique=True, max_size=3))),
            because=draw(many(st.tuples(NAMES, WORDS))),
        )
        for one in ids
    )


def _voice(name: str, cited: tuple[str, ...]) -> m.Voice:
    """Return a source whose grade follows from its name."""
    grade = m.Voice(name, name.upper(), "official", len(name) > 3, cited)
    return grade if "a" in name else m.Voice(name, name, "person", True, cited, "B", (("2024-11-04", "C", "Ada"),))


WITHDRAWALS = st.builds(m.Withdrawal, NAMES, st.just("0" * 64), INSTANTS, WORDS, WORDS)
