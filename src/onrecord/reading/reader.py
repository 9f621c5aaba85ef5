"""Text in, statements out: cuts, encodes, decodes, and names act and quotation of each statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from onrecord.reading.acts import find_act
from onrecord.reading.decoding import Range, Rules, Told, decode
from onrecord.reading.encoder import Encoder
from onrecord.reading.features import Featured, featured
from onrecord.reading.quotation import how_quoted, quotations
from onrecord.reading.relays import Relay, find_relays, inside, without
from onrecord.reading.windows import Window, cut
from onrecord.settings import settings
from onrecord.vocabulary import Notice, Reading, Span, Statement

LANGUAGES = frozenset({"en"})
"""Languages that the encoder was fitted on (ISO 639-1)."""

NOT_READ_YET = tuple(
    Notice(f"not-read:{kind}", f"This version does not read {words}.")
    for kind, words in (("figures", "figures"), ("dates", "dates"), ("entities", "people, bodies and places"), ("norms", "norms"))
)
"""What a person might look for in a reading and will not find there."""


@dataclass(frozen=True, slots=True)
class Passages:
    """A text and which of its lines to read (None: all).

    `headlines`: which of these lines are headlines: nothing told there goes on in the body. `language`: ISO 639-1, None where unknown.
    `agencies`: whom the text credits, each form of a name with the usual name.
    """

    text: str
    lines: tuple[Span, ...] | None = None
    headlines: tuple[Span, ...] = ()
    language: str | None = None
    agencies: Mapping[str, str] = field(default_factory=dict)


class Reader:
    """Reads texts with one loaded encoder; safe to keep for the life of a process. ModelError where the encoder is unusable."""

    def __init__(self, models: Path, *, threads: int, longest: int) -> None:
        self._encoder = Encoder(models, threads=threads)
        self._rules = Rules(**self._encoder.decoding)
        self._longest = longest
        self.model = self._encoder.name

    def read(self, passages: Passages) -> Reading:
        """The reading of one text."""
        return self.read_all([passages])[0]

    def read_all(self, texts: Sequence[Passages]) -> list[Reading]:
        """The readings of several texts, in order; what one says never depends on the others."""
        prepared = [self._prepare(t) for t in texts]
        decoded = self._decode([p for p in prepared if p is not None])
        found = iter(self._through_relays([p for p in prepared if p is not None], decoded))
        readings = []
        for passages, ready in zip(texts, prepared, strict=True):
            if ready is None:
                readings.append(Reading(model=self.model, notices=(_unread(passages.language),)))
            else:
                readings.append(Reading(model=self.model, statements=next(found), notices=(*ready.notices, *NOT_READ_YET)))
        return readings

    def _prepare(self, passages: Passages) -> "_Ready | None":
        if passages.language is not None and passages.language not in LANGUAGES:
            return None
        lines = passages.lines if passages.lines is not None else (Span(0, len(passages.text)),)
        lines, repeated = _without_repeats(passages.text, lines, passages.headlines)
        lines, beyond = _within(lines, self._longest)
        return self._cut(passages, lines, (*repeated, *beyond))

    def _cut(self, passages: Passages, lines: tuple[Span, ...], notices: tuple[Notice, ...] = ()) -> "_Ready":
        seen = featured(passages.text, self._encoder.vocabulary, lines, passages.headlines)
        windows = cut(seen, longest=self._encoder.longest, overlap=self._encoder.overlap)
        return _Ready(passages, lines, seen, windows, notices)

    def _decode(self, texts: Sequence["_Ready"]) -> list[list[Told]]:
        scores = iter(self._encoder.scores([(t.featured, w) for t in texts for w in t.windows]))
        return [decode(t.windows, [next(scores) for _ in t.windows], t.featured, self._rules) for t in texts]

    def _through_relays(self, texts: Sequence["_Ready"], decoded: list[list[Told]]) -> list[tuple[Statement, ...]]:
        """Statements of every text, those inside a relay told by their own source."""
        relays = [find_relays(t.passages.text, t.featured, told, t.passages.agencies) for t, told in zip(texts, decoded, strict=True)]
        anew = [self._cut(t.passages, without(t.passages.text, t.featured, t.lines, r)) for t, r in zip(texts, relays, strict=True) if r]
        again = iter(zip(anew, self._decode(anew), strict=True))
        found = []
        for ready, told, relaying in zip(texts, decoded, relays, strict=True):
            second = next(again) if relaying else None
            found.append(self._joined(ready, told, relaying, second))
        return found

    def _joined(
        self, ready: "_Ready", told: list[Told], relays: list[Relay], second: "tuple[_Ready, list[Told]] | None"
    ) -> tuple[Statement, ...]:
        text = ready.passages.text
        if second is None:
            return self._statements(text, ready, told)
        anew, again = second
        replaced: set[int] = set()
        inner: list[Statement] = []
        for relay in relays:
            nested = inside(text, told[relay.number], ready.featured, again, anew.featured)
            if nested:
                replaced.add(relay.number)
                inner += self._statements(text, anew, nested, via=(relay.name,))
        kept = self._statements(text, ready, [one for n, one in enumerate(told) if n not in replaced])
        return tuple(sorted([*kept, *inner], key=lambda statement: statement.cue))

    def _statements(self, text: str, ready: "_Ready", told: list[Told], via: tuple[str, ...] = ()) -> tuple[Statement, ...]:
        seen = ready.featured
        marks = quotations(text, ready.lines) if told else []
        found = []
        for one in told:
            content = _spans(seen, one.content)
            cue = _spans(seen, (one.cue,))
            act, word = find_act(" ".join(span.of(text) for span in cue))
            source = _spans(seen, one.source)
            found.append(
                Statement(
                    source=source,
                    cue=cue,
                    content=content,
                    act=act,
                    quoted=how_quoted(text, content, marks),
                    score=one.score,
                    why=f"encoder {self.model}; act by {word!r}" if word else f"encoder {self.model}; act: none known, taken as say",
                    speaker=" ".join(source[0].of(text).split()) if source else None,
                    via=via,
                )
            )
        return tuple(found)


@dataclass(frozen=True, slots=True)
class _Ready:
    passages: Passages
    lines: tuple[Span, ...]
    featured: Featured
    windows: list[Window]
    notices: tuple[Notice, ...]


def _unread(language: str | None) -> Notice:
    known = ", ".join(sorted(LANGUAGES))
    message = (
        f"Not read for statements: its language ({language}) is none that the encoder knows ({known}). It is kept and can be searched."
    )
    return Notice("unread:language", message)


def _without_repeats(text: str, lines: Sequence[Span], headlines: Sequence[Span]) -> tuple[tuple[Span, ...], tuple[Notice, ...]]:
    """Lines without those that repeat a headline word for word: pages print it twice, and it was said once."""
    titles = {" ".join(span.of(text).split()) for span in headlines}
    seen: set[str] = set()
    kept = []
    for span in lines:
        key = " ".join(span.of(text).split()) if titles else ""
        if key not in seen:
            kept.append(span)
        if key in titles:
            seen.add(key)
    if len(kept) == len(lines):
        return tuple(kept), ()
    return tuple(kept), (Notice("headline:again", "The headline stands in the text more than once; it was read once."),)


def _within(lines: tuple[Span, ...], longest: int) -> tuple[tuple[Span, ...], tuple[Notice, ...]]:
    """The first `longest` code points of `lines`, with a notice where that is not all."""
    kept, room = [], longest
    for span in lines:
        if room <= 0:
            break
        kept.append(Span(span.start, min(span.end, span.start + room)))
        room -= span.end - span.start
    if room >= 0:
        return tuple(kept), ()
    beyond = "the rest is kept and can be searched; ONRECORD_LONGEST_READING raises the limit."
    message = f"Only the first {longest:,} characters were read for statements; {beyond}"
    return tuple(kept), (Notice("unread:length", message),)


def _spans(seen: Featured, ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(Span(seen.words[first].start, seen.words[last - 1].end) for first, last in ranges)


@cache
def shared_reader() -> Reader:
    """The one reader of this process, with the settings of the environment."""
    chosen = settings()
    return Reader(chosen.models_folder, threads=chosen.threads, longest=chosen.longest_reading)
