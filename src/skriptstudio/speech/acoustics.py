"""The acoustic model in the wheel of pocketsphinx (US English): what each phone sounds like.

A phone has three states; how likely a sound is in one of them is told by its senone, a mixture of the 128 Gaussians
that all states of the phone share ("phonetically tied"), apart for the cepstra and their first and second
differences. Senones belong to phones with certain neighbours; where the model knows no such triphone, the plain phone
stands for it. Only the files of the model are used: our own decoder (``decoder.py``) hears the same in half the time.
"""

import struct
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skriptstudio.speech.features import Features
from skriptstudio.speech.sounds.phones import SILENCE

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]

STATES = 3
"""States of each phone, gone through from the first to the last; each may be stayed in."""

DENSITIES = 128
"""Gaussians of each phone and stream."""

_LEAST_STEP, _LEAST_VARIANCE = 1e-4, 1e-4
_LEAST_LIKELIHOOD = np.float32(1e-4)
"""Of one stream, beside the best Gaussian of all phones: a sound that fits none of a phone's must not decide alone."""

_WEIGHT_UNIT = 1024 * np.log(1.0001)
"""Mixture weights are kept as whole numbers of this, negative natural logarithm."""

_FILLERS = frozenset((SILENCE, "+NSN+", "+SPN+"))
_CONTEXT = 64
"""More than there are phones: one digit of a triphone's number."""

BLOCK_FRAMES = 32
"""So many frames at most are computed at once: what stays in the processor's cache."""

_ONE_THREAD = 1 << 18
"""Products that OpenBLAS takes further threads for; with so little to do they cost more than they save (measured)."""


class Position(IntEnum):
    """Where in a word a phone stands, as the model numbers it."""

    INSIDE = 0
    BEGIN = 1
    END = 2
    ALONE = 3


@dataclass(frozen=True)
class Phone:
    """One phone between its neighbours.

    Attributes:
        senones: of its three states.
        stay, advance: log probability of staying in each state, and of going on from it.
    """

    senones: tuple[int, ...]
    stay: tuple[float, ...]
    advance: tuple[float, ...]


class AcousticModel:
    """The files of one model.

    Args:
        folder: with ``mdef``, ``means``, ``variances``, ``sendump`` and ``transition_matrices``.
    """

    def __init__(self, folder: Path) -> None:
        self._gaussians = _gaussians(folder)
        self._weights = _mixture_weights(folder / "sendump")
        self._steps = _transitions(folder / "transition_matrices")
        names, phones, senones = _definitions(folder / "mdef")
        self._phones: dict[tuple[str, str, str, Position | None], Phone] = {}
        self._number = {name: number for number, name in enumerate(names)}
        self._matrix = phones["matrix"]
        self._senones = senones[phones["sequence"]]
        contexts = phones["context"][len(names) :].astype(np.int64)
        numbers = contexts @ _CONTEXT ** np.arange(3, -1, -1)
        order = np.argsort(numbers)
        self._triphones, self._triphone_at = numbers[order], order + len(names)
        self.book = np.zeros(self._weights.shape[2], np.int64)
        """The phone whose Gaussians each senone mixes."""
        self.book[self._senones[: len(names)]] = np.arange(len(names))[:, None]
        self.book[self._senones[len(names) :]] = contexts[:, 1:2]

    def phone(self, name: str, left: str = SILENCE, right: str = SILENCE, position: Position | None = None) -> Phone:
        """A phone between its neighbours; without a position the plain one, whatever stands beside it."""
        key = (name, left, right, position)
        if key not in self._phones:
            at = self._number[name]
            if position is not None and name not in _FILLERS:
                at = self._nearest(at, self._number[left], self._number[right], position)
            stay, advance = self._steps[self._matrix[at]].tolist()
            self._phones[key] = Phone(tuple(self._senones[at].tolist()), tuple(stay), tuple(advance))
        return self._phones[key]

    def _nearest(self, phone: int, left: int, right: int, position: Position) -> int:
        """The triphone, else one elsewhere in a word, else one beside silence, else the plain phone."""
        silence = self._number[SILENCE]
        edge_left = silence if position in (Position.BEGIN, Position.ALONE) else left
        edge_right = silence if position in (Position.END, Position.ALONE) else right
        for before, after in ((left, right), (edge_left, edge_right)):
            for place in (position, *(other for other in Position if other != position)):
                number = ((place * _CONTEXT + phone) * _CONTEXT + before) * _CONTEXT + after
                at = int(np.searchsorted(self._triphones, number))
                if at < len(self._triphones) and self._triphones[at] == number:
                    return int(self._triphone_at[at])
        return phone

    def mixture(self, senones: Numbers) -> "Mixture":
        """What computes the likelihoods of some senones."""
        return Mixture(self._gaussians, self._weights, self.book, senones)


class Mixture:
    """Log likelihoods of some senones.

    A Gaussian's log density is linear in the values and their squares, so all 128 of a phone are one product of
    matrices, and so is their mixing.
    """

    def __init__(self, gaussians: Floats, weights: NDArray[np.uint8], book: Numbers, senones: Numbers) -> None:
        phones, counts = np.unique(book[senones], return_counts=True)
        ends = np.cumsum(counts)
        by_phone = np.argsort(book[senones], kind="stable")
        self._back = np.argsort(by_phone)
        self._block = max(1, min(BLOCK_FRAMES, _ONE_THREAD // (DENSITIES * max(counts, default=1))))
        self._columns = [slice(end - count, end) for end, count in zip(ends, counts, strict=True)]
        mixed = np.exp(weights[:, :, senones[by_phone]] * np.float32(-_WEIGHT_UNIT))
        self._streams = [
            [
                (gaussians[number, phone], np.ascontiguousarray(mixed[number, :, columns]))
                for phone, columns in zip(phones, self._columns, strict=True)
            ]
            for number in range(len(weights))
        ]

    def __call__(self, features: Features) -> Floats:
        """Natural logarithms, shape (frames, senones); the likeliest senone of each frame has 0."""
        found = np.ones((len(features), len(self._back)), np.float32)
        for start in range(0, len(features), self._block):
            self._mix(features[start : start + self._block], found[start : start + self._block])
        np.log(found, out=found)
        found -= found.max(axis=1, keepdims=True, initial=-np.inf)
        return found[:, self._back]

    def _mix(self, features: Features, likelihoods: Floats) -> None:
        """Multiply by how likely each of the three streams is, the best Gaussian of all being 1."""
        one = np.ones((len(features), 1), np.float32)
        density = np.empty((len(self._columns), len(features), DENSITIES), np.float32)
        together = np.empty_like(likelihoods)
        for part, phones in zip(features.transpose(1, 0, 2), self._streams, strict=True):
            values = np.concatenate([part, part * part, one], axis=1)
            for (gaussians, _), into in zip(phones, density, strict=True):
                np.matmul(values, gaussians, out=into)
            density -= density.max(axis=(0, 2))[:, None]
            np.exp(density, out=density)
            for columns, (_, mixed), each in zip(self._columns, phones, density, strict=True):
                np.matmul(each, mixed, out=together[:, columns])
            together += _LEAST_LIKELIHOOD
            likelihoods *= together


@cache
def english() -> AcousticModel:
    """The model in the wheel; nothing is loaded from anywhere else, and no code of it either."""
    wheel = find_spec("pocketsphinx")
    if wheel is None or wheel.origin is None:
        raise ModuleNotFoundError("pocketsphinx is not installed", name="pocketsphinx")
    return AcousticModel(Path(wheel.origin).parent / "model" / "en-us" / "en-us")


# --- the files -------------------------------------------------------------------------------------------------------


def _gaussians(folder: Path) -> Floats:
    """Factors of value, square and one in each log density: shape (3 streams, phones, 27, 128)."""
    means, variances = _parameters(folder / "means"), _parameters(folder / "variances")
    sharp = 1 / np.maximum(variances, _LEAST_VARIANCE)
    constant = -0.5 * (np.log(2 * np.pi / sharp) + means * means * sharp).sum(axis=-1, keepdims=True)
    factors = np.concatenate([means * sharp, -0.5 * sharp, constant], axis=-1)
    return np.ascontiguousarray(factors.transpose(1, 0, 3, 2), np.float32)


def _parameters(path: Path) -> NDArray[np.float64]:
    """Shape (phones, 3 streams, 128, 13)."""
    data, at = _body(path)
    phones, streams, densities = struct.unpack_from("<3i", data, at)
    at += 12
    lengths = struct.unpack_from(f"<{streams}i", data, at)
    at += 4 * streams + 4
    values = np.frombuffer(data, "<f4", phones * densities * sum(lengths), at)
    return values.reshape(phones, streams, densities, lengths[0]).astype(np.float64)


def _transitions(path: Path) -> NDArray[np.float64]:
    """Log probabilities of staying in and leaving each state: shape (phones, 2, 3)."""
    data, at = _body(path)
    phones, rows, columns, _ = struct.unpack_from("<4i", data, at)
    counts = np.frombuffer(data, "<f4", phones * rows * columns, at + 16).reshape(phones, rows, columns)
    shares = np.maximum(counts / counts.sum(axis=-1, keepdims=True), _LEAST_STEP)
    state = np.arange(STATES)
    return np.stack([np.log(shares[:, state, state]), np.log(shares[:, state, state + 1])], axis=1).astype(np.float64)


def _body(path: Path) -> tuple[bytes, int]:
    """A file of numbers and where they begin, behind its header of text and the mark of its byte order."""
    data = path.read_bytes()
    return data, data.index(b"endhdr\n") + len(b"endhdr\n") + 4


def _mixture_weights(path: Path) -> NDArray[np.uint8]:
    """Shape (3 streams, 128, senones), see ``_WEIGHT_UNIT``."""
    data = path.read_bytes()
    at = 0
    while length := struct.unpack_from("<i", data, at)[0]:
        at += 4 + length
    densities, senones = struct.unpack_from("<2i", data, at + 4)
    return np.frombuffer(data, np.uint8, 3 * densities * senones, at + 12).reshape(3, densities, senones)


def _definitions(path: Path) -> tuple[list[str], NDArray[Any], NDArray[np.uint16]]:
    """Names of the plain phones; all phones with their places in the other tables; senones of each sequence."""
    data = path.read_bytes()
    at = 12 + struct.unpack_from("<I", data, 8)[0]
    plain, phones, states, _, _, _, sequences, _, tree, _ = struct.unpack_from("<10i", data, at)
    at += 40
    names = data[at:].split(b"\0", plain)[:plain]
    at += -(-sum(len(name) + 1 for name in names) // 4) * 4 + 8 * tree
    entry = np.dtype([("sequence", "<i4"), ("matrix", "<i4"), ("context", "u1", 4)])
    table = np.frombuffer(data, entry, phones, at)
    at += entry.itemsize * phones + 4
    senones = np.frombuffer(data, "<u2", sequences * states, at).reshape(sequences, states)
    return [name.decode() for name in names], table, senones
