"""Fitted weights to the file that travels in the wheel: ONNX, then int8."""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.model import Encoder

INPUTS = ("pieces", "case", "place", "quote", "seen")
OUTPUTS = ("tags", "asked", "given")
OPSET = 17


class Exported(nn.Module):
    """The encoder with its mask as numbers, which ONNX knows better than truth values."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, case: Tensor, place: Tensor, quote: Tensor, seen: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.encoder(pieces, case, place, quote, seen > 0)


def to_onnx(encoder: Encoder, path: Path) -> None:
    """Write the encoder in float32. Inputs (b, p) int64; outputs (b, p, ...) float32, see `training.model.Encoder`."""
    encoder.eval()
    example = tuple(torch.ones(2, 9, dtype=torch.int64) for _ in INPUTS)
    shapes = {name: {0: "windows", 1: "pieces"} for name in INPUTS + OUTPUTS}
    torch.onnx.export(
        Exported(encoder), example, path, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=shapes, opset_version=OPSET, dynamo=False
    )


def to_int8(path: Path, target: Path, *, keep: tuple[str, ...] = ()) -> None:
    """Weights to int8, one scale a column; activations are scaled as they come. `keep`: names of nodes left in float32."""
    quantize_dynamic(
        path, target, per_channel=True, reduce_range=False, weight_type=QuantType.QInt8, nodes_to_exclude=list(keep),
        op_types_to_quantize=["MatMul", "Gather"], extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def write_distances(encoder: Encoder, target: Path) -> None:
    """The distance table, which the role scorer adds outside the graph: shape (roles, classes)."""
    table: list[list[float]] = np.round(encoder.distance.detach().numpy().astype(float), 5).tolist()
    target.write_text(json.dumps(table), "utf8")


def check(path: Path) -> None:
    """Raise where the file is no valid ONNX."""
    onnx.checker.check_model(onnx.load(path))
