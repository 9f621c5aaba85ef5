"""From the encoder's scores to statements as word ranges: legal tag sequences, one source a cue, no content told twice.

Two questions were scored: what is this word (tags), and what is it to this cue (roles). Cues come from the best legal tag
sequence (Viterbi 1967); then each cue takes its source and content by the best legal role sequence, in which both scores
count. Where two cues want the same words, the surer one keeps them and the other decodes again without them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.reading.encoder import Floats, Scores
from onrecord.reading.features import Featured, Integers
from onrecord.reading.labels import ROLES, TAGS
from onrecord.reading.windows import Window

Range = tuple[int, int]
"""Words `[first, last)`."""

_NEVER = np.float32(-1e9)
_CELLS = 50_000
"""Words, padding counted, that are decoded side by side."""
_CONTENT = np.array([ROLES.index("B-content"), ROLES.index("I-content")])
_ROUNDS = 12
"""Times that cues may settle who tells a word; two are enough for nearly every text."""
_HOPELESS = -9.0
"""A role worth this much less than `O` (natural log) is not searched."""
_CUE = tuple(i for i, tag in enumerate(TAGS) if tag.endswith("cue"))


@dataclass(frozen=True, slots=True)
class Rules:
    """Weights of the decoder, tuned on the development part. All but `least` are in natural-log units.

    `cue_bias`: added to the cue tags, finds more cues. `tag_weight`: how much the tags count when a cue takes its words.
    `piece_cost`: price of each piece of content. `source_bonus`: added where a source begins. `far_content` and `far_source`: price
    of a piece of content outside quotation marks, and of a source, in another line than the cue. `least`: statements with a lower score are
    dropped.
    """

    cue_bias: float = 0.0
    tag_weight: float = 0.3
    piece_cost: float = 0.5
    source_bonus: float = 0.0
    far_content: float = 0.0
    far_source: float = 0.0
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as word ranges; `score` in 0..1 is the geometric mean of what the model gives the cue and the content."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float


def decode(windows: Sequence[Window], scores: Sequence[Scores], seen: Featured, rules: Rules) -> list[Told]:
    """The statements of one text, in order of their cues."""
    words = len(seen.line)
    if not words:
        return []
    tags = merge_tags(windows, scores, words)
    cues = find_cues(tags, seen.line, rules.cue_bias)
    answers = [(cue, _roles_of(cue, windows, scores)) for cue in cues]
    cues, asked = [c for c, a in answers if a is not None], [a for _, a in answers if a is not None]
    paths = _take(cues, asked, tags, seen, rules)
    found = []
    for cue, (first, roles), path in zip(cues, asked, paths, strict=True):
        told = _told(cue, first, roles, path, tags)
        if told is not None and told.score >= rules.least:
            found.append(told)
    return found


def merge_tags(windows: Sequence[Window], scores: Sequence[Scores], words: int) -> Floats:
    """(words, tags) log-probabilities; where windows overlap, a word counts more the further it is from the window's edge."""
    total = np.zeros((words, len(TAGS)), dtype=np.float32)
    weight = np.zeros((words, 1), dtype=np.float32)
    for window, score in zip(windows, scores, strict=True):
        n = window.last - window.first
        inside = np.minimum(np.arange(n), np.arange(n)[::-1]).astype(np.float32)[:, None] + 1
        total[window.first : window.last] += inside * score.tags
        weight[window.first : window.last] += inside
    return total / weight


def _legal_tags() -> Floats:
    """(from, to) 0 or -1e9: an inside tag follows only its own kind."""
    table = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for j, to in enumerate(TAGS):
        if to.startswith("I-"):
            for i, origin in enumerate(TAGS):
                if origin[2:] != to[2:]:
                    table[i, j] = _NEVER
    return table


_TAG_STEPS = _legal_tags()
_TAG_START = np.array([_NEVER if tag in ("I-cue", "I-source") else 0 for tag in TAGS], dtype=np.float32)


def find_cues(tags: Floats, lines: Integers, bias: float) -> list[Range]:
    """Cues on the best legal tag sequence of each line, with `bias` added to the cue tags. `lines`: (words,), the line of each word.

    Content runs on over line ends, cues and sources do not; so lines can be decoded side by side.
    """
    leaning = tags.copy()
    leaning[:, _CUE] += bias
    borders = [0, *(np.flatnonzero(np.diff(lines)) + 1).tolist(), len(tags)]
    paths = _side_by_side([leaning[first:last] for first, last in pairwise(borders)], _TAG_STEPS, _TAG_START, (0,))
    path = np.concatenate(paths)
    begin, inside = (TAGS.index(t) for t in ("B-cue", "I-cue"))
    cues: list[Range] = []
    for first in np.flatnonzero(path == begin).tolist():
        last = first + 1
        while last < len(path) and path[last] == inside and lines[last] == lines[first]:
            last += 1
        cues.append((first, last))
    return cues


def _side_by_side(sequences: list[Floats], steps: Floats, start: Floats, rest: tuple[int, ...]) -> list[Integers]:
    """The best state path of each sequence (n, states); sequences of like length go together, so that padding stays small.

    `rest`: the states in which a sequence that has ended may stay.
    """
    paths: dict[int, Integers] = {}
    group: list[int] = []
    for i in sorted(range(len(sequences)), key=lambda i: len(sequences[i])):
        if group and len(sequences[i]) * (len(group) + 1) > _CELLS:
            paths.update(_padded(group, sequences, steps, start, rest))
            group = []
        group.append(i)
    if group:
        paths.update(_padded(group, sequences, steps, start, rest))
    return [paths[i] for i in range(len(sequences))]


def _padded(group: list[int], sequences: list[Floats], steps: Floats, start: Floats, rest: tuple[int, ...]) -> dict[int, Integers]:
    longest = len(sequences[group[-1]])
    padded = np.full((len(group), longest, len(start)), _NEVER, dtype=np.float32)
    padded[:, :, rest] = 0
    for n, i in enumerate(group):
        padded[n, : len(sequences[i])] = sequences[i]
    states = _viterbi(padded, steps, start=start)
    return {i: states[n, : len(sequences[i])] for n, i in enumerate(group)}


def _roles_of(cue: Range, windows: Sequence[Window], scores: Sequence[Scores]) -> tuple[int, Floats] | None:
    """First word and (words, roles) log-probabilities of the window in which the cue is most central; None if none asked about it."""

    def room(i: int) -> int:
        before = cue[0] - windows[i].first if i else len(windows) * 10**6
        after = windows[i].last - cue[0] if i + 1 < len(windows) else len(windows) * 10**6
        return min(before, after)

    asked = [i for i, w in enumerate(windows) if w.first <= cue[0] < w.last and cue[0] - w.first in scores[i].cues]
    if not asked:
        return None
    best = max(asked, key=room)
    return windows[best].first, scores[best].cues[cue[0] - windows[best].first]


# States of a cue's role sequence: the role, and whether a source was taken already; so a cue has one source at most.
_STATES = (("O", 0), ("B-content", 0), ("I-content", 0), ("B-source", 1), ("I-source", 1), ("O", 1), ("B-content", 1), ("I-content", 1))
_STATE_ROLE = [ROLES.index(role) for role, _ in _STATES]


_ROLE_REST = tuple(n for n, (role, _) in enumerate(_STATES) if role == "O")


def _legal_roles() -> Floats:
    table = np.full((len(_STATES), len(_STATES)), _NEVER, dtype=np.float32)
    for i, (origin, before) in enumerate(_STATES):
        for j, (to, after) in enumerate(_STATES):
            opens = to == "B-source"
            if after != (1 if opens else before) or (opens and before):
                continue
            if to.startswith("I-") and origin[2:] != to[2:]:
                continue
            table[i, j] = 0
    return table


_ROLE_STEPS = _legal_roles()
_ROLE_START = np.array([0 if s in (("O", 0), ("B-content", 0), ("B-source", 1)) else _NEVER for s in _STATES], dtype=np.float32)


def _emissions(cue: Range, first: int, roles: Floats, tags: Floats, seen: Featured, rules: Rules) -> Floats:
    """(words, roles): what each role of each word is worth to this cue."""
    worth = roles.copy()
    for r, role in enumerate(ROLES[1:], start=1):
        worth[:, r] += rules.tag_weight * tags[first : first + len(roles), TAGS.index(role)]
    worth[:, ROLES.index("B-content")] -= rules.piece_cost
    worth[:, ROLES.index("B-source")] += rules.source_bonus
    here = seen.line[first : first + len(roles)]
    far = here != seen.line[cue[0]]
    # A quotation may go on in paragraphs of its own; plain words in another line seldom belong to this telling.
    worth[far & (seen.quote[first : first + len(roles)] == 0), ROLES.index("B-content")] -= rules.far_content
    worth[far, ROLES.index("B-source")] -= rules.far_source
    worth[seen.headline[first : first + len(roles)] != seen.headline[cue[0]], 1:] = _NEVER
    # No name and no piece of content runs over a line end (1 of 20,000 in the training data).
    starts = np.flatnonzero(np.diff(here)) + 1
    worth[np.ix_(starts, np.array([ROLES.index("I-source"), ROLES.index("I-content")]))] = _NEVER
    worth[max(0, cue[0] - first) : cue[1] - first, 1:] = _NEVER
    return worth


def _take(cues: list[Range], asked: list[tuple[int, Floats]], tags: Floats, seen: Featured, rules: Rules) -> list[Integers]:
    """A role path for each cue, such that no word is content of two."""
    worth = [_emissions(cue, first, roles, tags, seen, rules) for cue, (first, roles) in zip(cues, asked, strict=True)]
    paths = _paths(worth)
    for _ in range(_ROUNDS):
        losers = _settle(asked, paths, worth)
        if not losers:
            break
        for i, path in zip(losers, _paths([worth[i] for i in losers]), strict=True):
            paths[i] = path
    return paths


def _settle(asked: list[tuple[int, Floats]], paths: list[Integers], worth: list[Floats]) -> list[int]:
    """Bar words that two cues took as content from the one less sure of them; the cues that must decode again."""
    taken = [{first + int(w) for w in np.flatnonzero(np.isin(path, _CONTENT))} for (first, _), path in zip(asked, paths, strict=True)]
    sure = [np.exp(roles[:, _CONTENT]).sum(axis=1) for _, roles in asked]
    losers: set[int] = set()
    for i in range(len(paths)):
        for j in range(i + 1, len(paths)):
            if asked[j][0] >= asked[i][0] + len(asked[i][1]):
                break
            both = sorted(taken[i] & taken[j])
            if both:
                mine, theirs = (float(sum(sure[k][w - asked[k][0]] for w in both)) for k in (i, j))
                loser = j if mine >= theirs else i
                worth[loser][np.ix_(np.array(both) - asked[loser][0], _CONTENT)] = _NEVER
                losers.add(loser)
    return sorted(losers)


def _paths(worth: list[Floats]) -> list[Integers]:
    """Best legal role sequence of each cue; only the stretch in which anything but `O` has a chance is searched."""
    stretches = [_stretch(w) for w in worth]
    searched = [w[first:last, _STATE_ROLE] for w, (first, last) in zip(worth, stretches, strict=True)]
    roles = np.array(_STATE_ROLE)
    paths = []
    for w, (first, last), states in zip(worth, stretches, _side_by_side(searched, _ROLE_STEPS, _ROLE_START, _ROLE_REST), strict=True):
        path = np.zeros(len(w), dtype=np.int64)
        path[first:last] = roles[states]
        paths.append(path)
    return paths


def _stretch(worth: Floats) -> Range:
    """From the first to the last word that may be source or content of this cue; at least one word."""
    hopeful = np.flatnonzero(worth[:, 1:].max(axis=1) - worth[:, 0] > _HOPELESS)
    return (int(hopeful[0]), int(hopeful[-1]) + 1) if len(hopeful) else (0, 1)


def _viterbi(emissions: Floats, steps: Floats, *, start: Floats) -> Integers:
    """Best state sequences (b, n) for emissions (b, n, states) under additive `steps` (from, to)."""
    b, n, _ = emissions.shape
    back = np.zeros(emissions.shape, dtype=np.int8)
    best = emissions[:, 0] + start
    for t in range(1, n):
        via = best[:, :, None] + steps
        back[:, t] = via.argmax(axis=1)
        best = via.max(axis=1) + emissions[:, t]
    path = np.zeros((b, n), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    rows = np.arange(b)
    for t in range(n - 1, 0, -1):
        path[:, t - 1] = back[rows, t, path[:, t]]
    return path


def _told(cue: Range, first: int, roles: Floats, path: Integers, tags: Floats) -> Told | None:
    """The statement on a cue's role path; None where it has no content."""
    content = _ranges(path, "content")
    if not content:
        return None
    where = np.concatenate([np.arange(a, b) for a, b in content])
    sure = np.exp(roles[where][:, _CONTENT]).sum(axis=1).mean()
    cue_sure = np.exp(tags[cue[0] : cue[1]][:, _CUE]).sum(axis=1).mean()
    source = tuple((a + first, b + first) for a, b in _ranges(path, "source"))
    return Told(cue, source, tuple((a + first, b + first) for a, b in content), round(float((sure * cue_sure) ** 0.5), 4))


def _ranges(path: Integers, kind: str) -> list[Range]:
    begin, inside = ROLES.index(f"B-{kind}"), ROLES.index(f"I-{kind}")
    ranges: list[Range] = []
    for i in np.flatnonzero(path == begin).tolist():
        last = i + 1
        while last < len(path) and path[last] == inside:
            last += 1
        ranges.append((i, last))
    return ranges
