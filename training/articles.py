"""Annotated articles as numbers: word pieces and letter case in, role tags and cue-by-word roles out."""

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.reading.features import Featured, Integers, featured
from onrecord.reading.labels import ROLES, TAGS
from onrecord.reading.windows import Window, cut
from onrecord.reading.wordpiece import Vocabulary


@dataclass(frozen=True)
class Relation:
    """Who said what, as word numbers: the cue's words, and for each word of source or content its role number."""

    cue: tuple[int, ...]
    roles: dict[int, int]


@dataclass(frozen=True)
class Article:
    """One annotated text: `tags` has shape (words,)."""

    name: str
    featured: Featured
    tags: Integers
    relations: list[Relation]


def load(path: Path, vocabulary: Vocabulary) -> list[Article]:
    """Read articles from a PolNeAR file: one JSON object a line, spans in code points."""
    return [convert(json.loads(line), vocabulary) for line in path.read_text("utf8").splitlines()]


def convert(row: dict[str, Any], vocabulary: Vocabulary) -> Article:
    """One article's spans as word labels; a word belongs to a span that covers its first character."""
    seen = featured(row["text"], vocabulary)
    starts = np.array([w.start for w in seen.words], dtype=np.int64)
    tags = np.zeros(len(starts), dtype=np.int64)
    relations = []
    for told in row["attributions"]:
        roles: dict[int, int] = {}
        for role in ("source", "content"):
            for words in _words(told.get(role, []), starts):
                for n, word in enumerate(words):
                    roles[word] = ROLES.index(f"{'I' if n else 'B'}-{role}")
                    tags[word] = TAGS.index(f"{'I' if n else 'B'}-{role}")
        cue: list[int] = []
        for words in _words(told.get("cue", []), starts):
            for n, word in enumerate(words):
                tags[word] = TAGS.index("I-cue" if n else "B-cue")
            cue += words
        if cue:
            relations.append(Relation(tuple(cue), roles))
    return Article(row["id"], seen, tags, relations)


def _words(spans: list[list[int]], starts: Integers) -> list[list[int]]:
    found = (np.flatnonzero((starts >= start) & (starts < end)).tolist() for start, end in sorted(spans))
    return [words for words in found if words]


@dataclass(frozen=True)
class Batch:
    """Windows side by side, padded: b windows of p pieces and w words; c cues over all windows.

    `pieces`, `case`, `place`, `quote`, `seen`: (b, p). `heads`: (b, w), place of each word's first piece. `tags`: (b, w), -1 where
    there is no word. `cue_window`, `cue_word`: (c,). `roles`: (c, w), -1 where there is no word.
    """

    pieces: Integers
    case: Integers
    place: Integers
    quote: Integers
    seen: npt.NDArray[np.bool_]
    heads: Integers
    tags: Integers
    cue_window: Integers
    cue_word: Integers
    roles: Integers


def epoch(articles: list[Article], chance: random.Random, *, longest: int) -> list[tuple[Article, Window]]:
    """All articles cut into windows; the cuts fall elsewhere each time, so that no word is always at an edge."""
    windows = []
    for article in articles:
        size = chance.randint(longest // 2, longest)
        windows += [(article, window) for window in cut(article.featured, longest=size, overlap=size // 8)]
    return windows


def batches(
    windows: list[tuple[Article, Window]], chance: random.Random, vocabulary: Vocabulary, *, words: int, masked: float
) -> list[Batch]:
    """Windows of like length together, about `words` words a batch; a share `masked` of the pieces is hidden."""
    order = sorted(windows, key=lambda x: (x[1].last - x[1].first) + chance.random() * 40)
    groups: list[list[tuple[Article, Window]]] = [[]]
    for item in order:
        longest = max([item[1].last - item[1].first] + [w.last - w.first for _, w in groups[-1]])
        if groups[-1] and longest * (len(groups[-1]) + 1) > words:
            groups.append([])
        groups[-1].append(item)
    chance.shuffle(groups)
    return [build(group, chance, vocabulary, masked=masked) for group in groups]


def build(group: list[tuple[Article, Window]], chance: random.Random, vocabulary: Vocabulary, *, masked: float) -> Batch:
    """One batch out of `group`; see `Batch` for the shapes."""
    rows = []
    cue_window, cue_word, cue_roles = [], [], []
    for b, (article, window) in enumerate(group):
        rows.append(_row(article, window, chance, vocabulary, masked))
        for relation in article.relations:
            cue = [w - window.first for w in relation.cue if window.first <= w < window.last]
            if cue:
                cue_window.append(b)
                cue_word.append(cue[0])
                cue_roles.append({w - window.first: r for w, r in relation.roles.items() if window.first <= w < window.last})
    pieces = max(len(r[0]) for r in rows)
    words = max(len(r[4]) for r in rows)
    stack = [np.zeros((len(rows), pieces), dtype=np.int64) for _ in range(4)]
    seen = np.zeros((len(rows), pieces), dtype=bool)
    heads = np.zeros((len(rows), words), dtype=np.int64)
    tags = np.full((len(rows), words), -1, dtype=np.int64)
    roles = np.full((len(cue_window), words), -1, dtype=np.int64)
    for b, (numbers, case, place, quote, head, tag) in enumerate(rows):
        for target, values in zip(stack, (numbers, case, place, quote), strict=True):
            target[b, : len(values)] = values
        seen[b, : len(numbers)] = True
        heads[b, : len(head)] = head
        tags[b, : len(tag)] = tag
    for c, b in enumerate(cue_window):
        roles[c, : len(rows[b][4])] = 0
        for word, role in cue_roles[c].items():
            roles[c, word] = role
    pieces_of, case_of, place_of, quote_of = stack
    window_of, word_of = (np.array(numbers, dtype=np.int64) for numbers in (cue_window, cue_word))
    return Batch(pieces_of, case_of, place_of, quote_of, seen, heads, tags, window_of, word_of, roles)


def _row(article: Article, window: Window, chance: random.Random, vocabulary: Vocabulary, masked: float) -> tuple[list[int], ...]:
    numbers, case, place, quote = [vocabulary.first], [0], [0], [0]
    heads: list[int] = []
    f = article.featured
    for w in range(window.first, window.last):
        heads.append(len(numbers))
        hidden = chance.random() < masked
        for n, piece in enumerate(f.pieces[w]):
            numbers.append(vocabulary.mask if hidden else piece)
            case.append(int(f.case[w]))
            place.append(int(f.place[w]) if n == 0 else 0)
            quote.append(int(f.quote[w]))
    numbers.append(vocabulary.last)
    for extra in (case, place, quote):
        extra.append(0)
    return numbers, case, place, quote, heads, article.tags[window.first : window.last].tolist()
