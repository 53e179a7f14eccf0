"""A spaCy pipeline as a reader: sentences, parts of speech, lemmas, names; who says what stays with the rules.

What is taken over is what the pipeline's components say they assign; a blank pipeline with one entity ruler gives names and
nothing else.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportedly.backend.folder import digest
from reportedly.backend.label import KINDS
from reportedly.backend.library import library
from reportedly.backend.piece import Piece, paragraphs
from reportedly.errors import SettingsInvalid
from reportedly.model import Problem, Provenance, Report, Sentence, Span, Token
from reportedly.reading import Reader
from reportedly.reading.analysis import tagged, tokens
from reportedly.reading.named import Named

_LONGEST = 100_000
"""Most code points shown to a pipeline at once; parsers and recognisers hold about 1 GB for 100,000 (spaCy's own warning)."""

_SENTENCES = frozenset(("doc.sents", "token.is_sent_start"))
_WORDS = frozenset(("token.pos", "token.tag", "token.lemma"))
_NAMES = frozenset(("doc.ents",))

Mark = Token | Sentence | Named | Problem


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as spaCy cuts it, in code points of the report."""

    span: Span
    pos: str
    lemma: str


def reader(path: str) -> Reader:
    """Load a pipeline.

    Args:
        path: A folder that ``nlp.to_disk`` wrote, or the name of an installed package ("en_core_web_sm").

    Raises:
        SettingsInvalid: spaCy is not installed, there is no such pipeline, or it assigns nothing that is read here.
    """
    spacy = library("spacy", extra="spacy")
    try:
        nlp = spacy.load(path)
    except (OSError, ValueError, ImportError) as fault:
        raise SettingsInvalid(f"the spaCy pipeline {path!r} cannot be loaded: {_first_line(fault)}") from fault
    assigned = {what for name in nlp.pipe_names for what in nlp.get_pipe_meta(name).assigns}
    finds = tuple(_found(assigned, nlp.pipe_names))
    if not finds:
        names = ", ".join(nlp.pipe_names) or "none"
        raise SettingsInvalid(
            f"the spaCy pipeline {path!r} finds nothing that is read here (components: {names}); expected a parser, a "
            "sentence finder, a tagger or an entity recogniser"
        )
    return Reader(finds, (), _read(nlp, frozenset(finds)), _provenance(nlp, spacy.__version__, Path(path).expanduser()))


def _found(assigned: set[str], components: list[str]) -> Iterator[type]:
    """Yield the layers that a pipeline fills."""
    if assigned & _WORDS or "attribute_ruler" in components:
        yield Token
    if assigned & _SENTENCES:
        yield Sentence
    if assigned & _NAMES:
        yield Named


def _read(nlp: Any, finds: frozenset[type]) -> Callable[[Report], Iterator[Mark]]:
    """Return what shows a report to the pipeline, paragraph by paragraph."""

    def read(report: Report) -> Iterator[Mark]:
        pieces = list(paragraphs(report.text, longest=_LONGEST))
        docs = list(nlp.pipe(piece.text for piece in pieces))
        if Token in finds:
            words = [word for piece, doc in zip(pieces, docs, strict=True) for word in _words(doc, piece.span.start)]
            yield from tagged(list(tokens(report)), words)
        for piece, doc in zip(pieces, docs, strict=True):
            if Sentence in finds:
                yield from _sentences(doc, piece)
            if Named in finds:
                yield from _names(doc, piece.span.start)

    return read


def _words(doc: Any, base: int) -> Iterator[_Word]:
    """Yield the words of one paragraph."""
    for token in doc:
        if not token.is_space:
            yield _Word(Span(base + token.idx, base + token.idx + len(token)), token.pos_, token.lemma_)


def _sentences(doc: Any, piece: Piece) -> Iterator[Sentence]:
    """Yield the sentences of one paragraph, without the white space around them."""
    for one in doc.sents:
        words = piece.text[one.start_char : one.end_char]
        left = one.start_char + len(words) - len(words.lstrip())
        if words.strip():
            base = piece.span.start
            yield Sentence(Span(base + left, base + left + len(words.strip())), piece.paragraph)


def _names(doc: Any, base: int) -> Iterator[Named]:
    """Yield the names of one paragraph; labels of times, numbers and works are left to others."""
    for one in doc.ents:
        kind = KINDS.get(one.label_.upper())
        if kind is not None:
            yield Named(Span(base + one.start_char, base + one.end_char), kind)


def _provenance(nlp: Any, version: str, path: Path) -> Provenance:
    """Return what the pipeline is, by its own name and version."""
    name = f"spacy {nlp.meta.get('lang', 'xx')}_{nlp.meta.get('name', 'pipeline')}"
    found = f"{nlp.meta.get('version', '0')}, spaCy {version}"
    return Provenance(name, f"{found}, sha256:{digest(path)}" if path.is_dir() else found)


def _first_line(fault: Exception) -> str:
    """Return the first line of what a library says."""
    return str(fault).strip().partition("\n")[0]
