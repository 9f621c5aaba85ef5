"""Words a second: the whole pipeline, the bare session on the same runs, and a BERT-base-sized tagger in PyTorch."""

import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import onrecord
from benchmarks.printing import Row
from benchmarks.texts import some
from onrecord import pipeline, sources
from onrecord.reading.encoder import Encoder
from onrecord.reading.features import Featured, featured
from onrecord.reading.windows import Window, cut
from onrecord.settings import settings


def measure(data: Path | None) -> Iterator[Row]:
    texts = some(data, 64)
    words = sum(len(text.split()) for text in texts)
    pipeline.read(texts[0])
    # The three take turns, and the best of each counts: other work on the machine slows now one, now another.
    whole, bare = [], []
    for _ in range(3):
        whole.append(_whole(texts))
        bare.append(_bare(texts))
    pace, best = words / min(whole), words / min(bare)
    yield Row("words a second, whole pipeline", f"{pace:,.0f}")
    yield Row("words a second, bare session on the same runs", f"{best:,.0f}")
    yield Row("whole pipeline against bare session", f"{pace / best:.2f}", ".75 / .9")
    if find_spec("torch") is None:
        yield Row(
            "against a BERT-base-sized tagger in PyTorch", "not measured: PyTorch is not installed (make train installs it)", "8 / 15"
        )
        return
    large = words_a_second_of_bert_base(texts[:4])
    yield Row("words a second, BERT-base-sized tagger in PyTorch float32", f"{large:,.0f}")
    yield Row("whole pipeline against that tagger", f"{pace / large:.1f} times", "8 / 15")


def _timed(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _whole(texts: list[str]) -> float:
    """From files to a story, archive and record included."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "reports"
        folder.mkdir()
        for n, text in enumerate(texts):
            (folder / f"{n:04}.txt").write_text(text, "utf8")
        with onrecord.Story.make(Path(place) / "story") as story:
            return _timed(lambda: list(pipeline.add(story, sources.find([folder]))))


def _bare(texts: list[str]) -> float:
    """The encoder session alone, on the runs that the pipeline makes of the same texts."""
    encoder = Encoder(settings().models_folder, threads=settings().threads)
    inputs = [encoder.pack(seen, window)[0] for seen, window in _windows(encoder, texts)]
    return _timed(lambda: [encoder.run(one) for one in inputs])


def _windows(encoder: Encoder, texts: list[str]) -> Iterator[tuple[Featured, Window]]:
    """The windows that reading these texts makes."""
    for text in texts:
        seen = featured(text, encoder.vocabulary)
        for window in cut(seen, longest=encoder.longest, overlap=encoder.overlap):
            yield seen, window


def words_a_second_of_bert_base(texts: list[str]) -> float:
    """A tagger of BERT-base's size (12 layers, 768 wide) with random weights: speed asks nothing of their values."""
    import torch  # noqa: PLC0415  heavy, and only installed for training
    from torch import nn  # noqa: PLC0415

    torch.set_num_threads(2)
    layer = nn.TransformerEncoderLayer(768, 12, 3072, activation="gelu", batch_first=True)
    model = nn.Sequential(nn.Embedding(30522, 768), nn.TransformerEncoder(layer, 12, enable_nested_tensor=False), nn.Linear(768, 7)).eval()
    encoder = Encoder(settings().models_folder, threads=1)
    batches = [torch.from_numpy(encoder.pack(seen, window)[0]["pieces"]) for seen, window in _windows(encoder, texts)]
    with torch.inference_mode():
        model(batches[0])
        seconds = _timed(lambda: [model(pieces) for pieces in batches])
    return sum(len(text.split()) for text in texts) / seconds
