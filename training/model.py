"""The encoder: MiniLM-L6 with letter-case, line-start and quotation embeddings, a tag head and a cue-by-word role head.

Every word gets a tag (source, cue, content or none). Every pair of a cue and a word gets a role: what is this word to this
cue? The second is a biaffine scorer (Dozat and Manning 2017, arXiv:1611.01734) over first-piece vectors, as in span-based
semantic role labelling; because each cue asks on its own, one source can serve several cues. MiniLM: Wang et al. 2020,
arXiv:2002.10957.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.reading.features import CASES, PLACES, QUOTES
from onrecord.reading.labels import DISTANCES, ROLE_WIDTH, ROLES, TAGS

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
HIDDEN = 192
"""Width of the two small layers that look at a word as a cue and as a part."""


class Shared(nn.Module):
    """Dropout with one mask for a whole window (Gal and Ghahramani 2016): on a CPU nearly free, where per-token masks are not."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        mask = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - self.share) / (1 - self.share)
        return x * mask.to(x.device)


class Layer(nn.Module):
    """One transformer layer in BERT's order (normalise after adding)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mix = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Shared(dropout)

    def forward(self, x: Tensor, hide: Tensor) -> Tensor:
        b, p, _ = x.shape
        q, k, v = self.mix(x).view(b, p, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=hide)
        seen = seen.transpose(1, 2).reshape(b, p, WIDTH)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word pieces in, `(tags, asked, given)` out.

    `tags`: (b, p, tags) scores. `asked`: (b, p, roles x width), a piece as a cue; `given`: (b, p, roles x width + roles), a piece as
    part of a statement and its own leaning. `role_scores` puts the two together.
    """

    def __init__(self, pieces: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.piece = nn.Embedding(pieces, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        self.quote = nn.Embedding(QUOTES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Shared(dropout)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(LAYERS)])
        self.tag = nn.Linear(WIDTH, len(TAGS))
        self.as_cue = nn.Linear(WIDTH, HIDDEN)
        self.as_part = nn.Linear(WIDTH, HIDDEN)
        self.asked = nn.Linear(HIDDEN, len(ROLES) * ROLE_WIDTH)
        self.given = nn.Linear(HIDDEN, len(ROLES) * ROLE_WIDTH + len(ROLES))
        self.distance = nn.Parameter(torch.zeros(len(ROLES), 2 * len(DISTANCES) + 1))
        for extra in (self.case, self.place, self.quote):
            nn.init.normal_(extra.weight, std=0.01)

    def forward(self, pieces: Tensor, case: Tensor, place: Tensor, quote: Tensor, seen: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        at = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.piece(pieces) + self.position(at) + self.case(case) + self.place(place) + self.quote(quote)
        x = self.drop(self.norm(x))
        hide = torch.zeros(seen.shape, dtype=x.dtype, device=x.device).masked_fill(~seen, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hide)
        x = self.drop(x)
        return self.tag(x), self.asked(F.gelu(self.as_cue(x))), self.given(F.gelu(self.as_part(x)))

    def role_scores(self, asked: Tensor, given: Tensor, classes: Tensor) -> Tensor:
        """(c, words, roles) from `asked` (c, ...) of each cue, `given` (c, words, ...) of its words, distance classes (c, words)."""
        c, w, _ = given.shape
        inner, own = given[..., : len(ROLES) * ROLE_WIDTH], given[..., len(ROLES) * ROLE_WIDTH :]
        pair = torch.einsum("crd,cwrd->cwr", asked.view(c, len(ROLES), ROLE_WIDTH), inner.reshape(c, w, len(ROLES), ROLE_WIDTH))
        return pair / ROLE_WIDTH**0.5 + own + self.distance.t()[classes]


def distance_classes(cue: Tensor, words: int) -> Tensor:
    """(c, words): class of the distance from each cue's word to every word; the middle class is the cue itself."""
    away = torch.arange(words, device=cue.device)[None, :] - cue[:, None]
    edges = torch.tensor(DISTANCES, device=cue.device)
    size = torch.bucketize(away.abs(), edges, right=True)
    return torch.sign(away) * size + len(DISTANCES)


def starting_weights(folder: Path) -> tuple[dict[str, Tensor], int]:
    """The pre-trained weights in `folder` (a BERT-shaped `model.safetensors`), under our names; and how many pieces they know."""
    theirs = load_file(folder / "model.safetensors")
    ours = {
        "piece.weight": theirs["embeddings.word_embeddings.weight"],
        "position.weight": theirs["embeddings.position_embeddings.weight"] + theirs["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": theirs["embeddings.LayerNorm.weight"],
        "norm.bias": theirs["embeddings.LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for n in range(LAYERS):
        for kind in ("weight", "bias"):
            for here, there in names.items():
                ours[f"layers.{n}.{here}.{kind}"] = theirs[f"encoder.layer.{n}.{there}.{kind}"]
            parts = [theirs[f"encoder.layer.{n}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            ours[f"layers.{n}.mix.{kind}"] = torch.cat(parts)
    return ours, ours["piece.weight"].shape[0]
