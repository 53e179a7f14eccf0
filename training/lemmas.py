"""Tables of dictionary forms, counted in the treebanks."""

from collections import Counter, defaultdict
from typing import Any

from parsing import Tree

_SUFFIX = 4
_OFTEN = 3


def tables(sentences: list[Tree]) -> dict[str, Any]:
    """Count the lemmas.

    Returns:
        ``suffix``: for each fine part of speech, endings of up to four letters to [letters to take off, letters to put
        on]; ``form``: for each, the words whose ending would mislead.
    """
    counts: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for tree in sentences:
        for word, lemma, tag in zip(tree.words, tree.lemmas, tree.xpos, strict=True):
            counts[tag][word.lower()][lemma.lower()] += 1
    suffix = {tag: _suffixes(forms) for tag, forms in sorted(counts.items())}
    form = {tag: _exceptions(forms, suffix[tag]) for tag, forms in sorted(counts.items())}
    return {"suffix": suffix, "form": {tag: found for tag, found in form.items() if found}}


def applied(word: str, rules: dict[str, tuple[int, str]]) -> str:
    """Return the lemma that the longest known ending gives."""
    for length in range(min(_SUFFIX, len(word)), -1, -1):
        rule = rules.get(word[len(word) - length :])
        if rule is not None:
            return word[: len(word) - rule[0]] + rule[1]
    return word


def _suffixes(forms: dict[str, Counter[str]]) -> dict[str, tuple[int, str]]:
    """Return the commonest change of each ending, longer endings only where they differ from their own endings."""
    changes: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for word, lemmas in forms.items():
        change = _change(word, lemmas.most_common(1)[0][0])
        for length in range(min(_SUFFIX, len(word) - 1) + 1):
            if change[0] <= length or length == _SUFFIX:
                changes[word[len(word) - length :]][change] += 1
    found: dict[str, tuple[int, str]] = {}
    for ending in sorted(changes, key=lambda one: (len(one), one)):
        change, count = max(changes[ending].items(), key=lambda one: (one[1], one[0]))
        shorter = next((found[ending[i:]] for i in range(1, len(ending) + 1) if ending[i:] in found), None)
        if count >= _OFTEN and change != shorter and change[0] <= max(len(ending), 1):
            found[ending] = change
    return found


def _change(word: str, lemma: str) -> tuple[int, str]:
    """Return how many letters to take off and which to put on."""
    same = 0
    while same < min(len(word), len(lemma)) and word[same] == lemma[same]:
        same += 1
    return len(word) - same, lemma[same:]


def _exceptions(forms: dict[str, Counter[str]], rules: dict[str, tuple[int, str]]) -> dict[str, str]:
    """Return the words whose lemma the endings get wrong."""
    best = {word: lemmas.most_common(1)[0][0] for word, lemmas in sorted(forms.items())}
    return {word: lemma for word, lemma in best.items() if applied(word, rules) != lemma}
