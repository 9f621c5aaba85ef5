"""Fits the encoder: `python -m training.fit --data ../shared/data --out build/encoder`.

Writes `checkpoint.pt` every few minutes and goes on from it when started again. On two CPU cores `--minutes` bounds the work: the
learning rate follows the share of the budget that is spent, so that a run always ends cooled down.
"""

import argparse
import json
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord.reading.wordpiece import Vocabulary
from training.articles import Article, Batch, batches, epoch, load
from training.model import Encoder, distance_classes, starting_weights


@dataclass(frozen=True)
class Settings:
    """How a run is made; the chosen values are in the model card with what they reached."""

    epochs: int = 10
    minutes: float = 100.0
    seed: int = 1
    longest: int = 320
    words_a_batch: int = 2000
    rate: float = 1.5e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    warm_up: float = 0.06
    masked: float = 0.08
    dropout: float = 0.12
    role_weight: float = 1.0
    average: float = 0.998
    checkpoint_minutes: float = 5.0


def tensors(batch: Batch, device: str) -> dict[str, Tensor]:
    """The arrays of a batch on `device`."""
    return {name: torch.from_numpy(getattr(batch, name)).to(device) for name in batch.__dataclass_fields__}


def losses(model: Encoder, x: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    """Tag loss (mean over words) and role loss (sum over words, mean over cues, by a typical statement's 40 words)."""
    tags, asked, given = model(x["pieces"], x["case"], x["place"], x["quote"], x["seen"])
    heads = x["heads"][..., None]
    tags = tags.gather(1, heads.expand(-1, -1, tags.shape[2]))
    tag_loss = F.cross_entropy(tags.flatten(0, 1), x["tags"].flatten(), ignore_index=-1)
    if not len(x["cue_word"]):
        return tag_loss, tag_loss.new_zeros(())
    window, word = x["cue_window"], x["cue_word"]
    given = given.gather(1, heads.expand(-1, -1, given.shape[2]))
    scores = model.role_scores(asked[window, x["heads"][window, word]], given[window], distance_classes(word, given.shape[1]))
    role_loss = F.cross_entropy(scores.flatten(0, 1), x["roles"].flatten(), ignore_index=-1, reduction="sum")
    return tag_loss, role_loss / len(word) / 40


def groups(model: Encoder, s: Settings) -> list[dict[str, object]]:
    """Parameters by learning rate: lower layers move less, new heads move most; the piece table stays as it was pre-trained."""
    model.piece.weight.requires_grad_(False)
    rows: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("layers."):
            rate = s.rate * s.layer_decay ** (5 - int(name.split(".")[1]))
        elif name.startswith(("position", "norm")):
            rate = s.rate * s.layer_decay**6
        else:
            rate = s.head_rate
        rows.setdefault(rate, []).append(parameter)
    return [{"params": parameters, "lr": rate, "peak": rate} for rate, parameters in rows.items()]


class Run:
    """One training run that can stop and go on. `begin`: fitted weights to begin with instead of the pre-trained ones."""

    def __init__(self, s: Settings, data: Path, start: Path, out: Path, files: list[str], begin: Path | None = None) -> None:
        self.s, self.out = s, out
        out.mkdir(parents=True, exist_ok=True)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self.vocabulary = Vocabulary.load(start / "vocab.txt")
        torch.manual_seed(s.seed)
        weights, pieces = starting_weights(start)
        self.model = Encoder(pieces, s.dropout)
        self.model.load_state_dict(weights, strict=False)
        if begin is not None:
            self.model.load_state_dict(torch.load(begin, map_location="cpu", weights_only=True))
        self.model.to(self.device)
        self.optimiser = torch.optim.AdamW(groups(self.model, s), weight_decay=0.01)
        self.mean = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
        self.articles: list[Article] = [a for f in files for a in load(data / f, self.vocabulary)]
        self.epoch = self.step = 0
        self.spent = 0.0
        self._resume()

    def _resume(self) -> None:
        path = self.out / "checkpoint.pt"
        if path.exists():
            kept = torch.load(path, map_location=self.device, weights_only=True)
            self.model.load_state_dict(kept["model"])
            self.optimiser.load_state_dict(kept["optimiser"])
            self.mean, self.epoch, self.step, self.spent = kept["mean"], kept["epoch"], kept["step"], kept["spent"]

    def save(self) -> None:
        """Write the checkpoint whole or not at all."""
        path = self.out / "checkpoint.pt"
        state = {"model": self.model.state_dict(), "optimiser": self.optimiser.state_dict(), "mean": self.mean}
        torch.save({**state, "epoch": self.epoch, "step": self.step, "spent": self.spent}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def rate(self, done: float) -> float:
        """Share of the peak learning rate when a share `done` of the run is over: up in a line, down in a line."""
        return done / self.s.warm_up if done < self.s.warm_up else max(0.0, (1 - done) / (1 - self.s.warm_up))

    def go(self) -> None:
        """Train until the epochs or the minutes are spent; then write `encoder.pt` (averaged weights) and `settings.json`."""
        last, saved = time.monotonic(), time.monotonic()
        done = 0.0
        while done < 1:
            chance = random.Random(self.s.seed * 1000 + self.epoch)
            todo = batches(
                epoch(self.articles, chance, longest=self.s.longest),
                chance,
                self.vocabulary,
                words=self.s.words_a_batch,
                masked=self.s.masked,
            )
            for n, batch in enumerate(todo):
                done = max((self.epoch + n / len(todo)) / self.s.epochs, self.spent / 60 / self.s.minutes)
                if done >= 1:
                    break
                tag, role = self._update(batch, done)
                now = time.monotonic()
                self.spent, last = self.spent + now - last, now
                if self.step % 20 == 0:
                    print(
                        f"epoch {self.epoch} {n}/{len(todo)} done {done:.3f} tag {tag:.4f} role {role:.4f} {self.spent / 60:.1f} min",
                        flush=True,
                    )
                if now - saved > 60 * self.s.checkpoint_minutes:
                    self.save()
                    saved = now
            else:
                self.epoch += 1
                done = self.epoch / self.s.epochs
                self.save()
        self.save()
        torch.save(self.mean, self.out / "encoder.pt")
        (self.out / "settings.json").write_text(
            json.dumps({**asdict(self.s), "epochs_done": self.epoch, "minutes_spent": self.spent / 60}, indent=1), "utf8"
        )

    def _update(self, batch: Batch, done: float) -> tuple[float, float]:
        self.model.train()
        for group in self.optimiser.param_groups:
            group["lr"] = group["peak"] * self.rate(done)
        tag, role = losses(self.model, tensors(batch, self.device))
        self.optimiser.zero_grad(set_to_none=True)
        (tag + self.s.role_weight * role).backward()
        torch.nn.utils.clip_grad_norm_((p for p in self.model.parameters() if p.requires_grad), 1.0)
        self.optimiser.step()
        self.step += 1
        keep = min(self.s.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                if name != "piece.weight":
                    self.mean[name].lerp_(value, 1 - keep)
        return float(tag.detach()), float(role.detach())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the data folder, with polnear/ in it")
    parser.add_argument("--start", type=Path, required=True, help="folder of the pre-trained weights (model.safetensors, vocab.txt)")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints and the fitted weights go")
    parser.add_argument("--files", nargs="+", default=["polnear/train.jsonl"])
    for name, value in asdict(Settings()).items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(value), default=value)
    given = vars(parser.parse_args())
    data, start, out, files = (given.pop(k) for k in ("data", "start", "out", "files"))
    Run(Settings(**given), data, start, out, files).go()


if __name__ == "__main__":
    main()
