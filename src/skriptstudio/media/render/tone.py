"""HDR films (phones record HLG, some PQ) shown as everybody's screen can: by a table of colours.

The filters at hand can't undo these curves (no zscale, measured.md), but ``lut3d`` applies any table.
The table leaves skin and paper as they are and bends only what is brighter than paper.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from av.filter import Graph
from av.filter.context import FilterContext
from numpy.typing import NDArray

from skriptstudio.media.look.opening import open_media, picture_stream

PQ, HLG = 16, 18
"""Transfer characteristics of ISO/IEC 23091-4."""

_SIZE = 65
_PEAK_NITS, _PAPER_NITS = 1000.0, 203.0
"""Brightest of a usual HDR film, and its white paper (ITU-R BT.2408-4)."""
_KNEE = 0.7
"""Share of paper white above which the brightness is bent."""
_SDR_GAMMA = 2.4
"""ITU-R BT.1886."""
_2020_TO_709 = np.array([[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]])
"""ITU-R BT.2407-0, annex 2."""
_2020_LUMA = np.array([0.2627, 0.6780, 0.0593])

Colours = NDArray[np.float64]
"""Shape (n, 3): red, green, blue."""


def is_hdr(transfer: int) -> bool:
    """Whether a film of this transfer characteristic needs the table."""
    return transfer in (PQ, HLG)


def films_hdr(path: Path) -> bool:
    """Whether a file says that it is HDR.

    Raises:
        MissingFile, NotMedia, DriveFault.
    """
    with open_media(path) as container:
        stream = picture_stream(container)
        return stream is not None and is_hdr(stream.codec_context.color_trc or 0)


def tone_table(graph: Graph, transfer: int) -> FilterContext:
    """A filter from HDR to BT.709, both as full-range RGB."""
    with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "tone.cube"
        path.write_text(_cube(transfer), encoding="ascii")
        return graph.add("lut3d", file=path.as_posix(), interp="trilinear")


@cache
def _cube(transfer: int) -> str:
    steps = np.linspace(0, 1, _SIZE)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    signal = np.stack([red.ravel(), green.ravel(), blue.ravel()], axis=1)
    lines = [f"{r:.5f} {g:.5f} {b:.5f}" for r, g, b in shown(signal, transfer)]
    return "\n".join([f"LUT_3D_SIZE {_SIZE}", *lines, ""])


def shown(signal: Colours, transfer: int) -> Colours:
    """BT.709 signal, 0 to 1, for HDR signals of 0 to 1."""
    nits = _nits_of_pq(signal) if transfer == PQ else _nits_of_hlg(signal)
    light = nits / _PAPER_NITS
    brightest = light.max(axis=1, keepdims=True)
    light = light * _bent(brightest) / np.maximum(brightest, 1e-6)
    return np.asarray(np.clip(light @ _2020_TO_709.T, 0, 1) ** (1 / _SDR_GAMMA))


def _bent(light: Colours) -> Colours:
    """Brightness in papers, where the peak becomes one paper; what is darker than the knee stays."""
    over = (light - _KNEE) / (1 - _KNEE)
    most = (_PEAK_NITS / _PAPER_NITS - _KNEE) / (1 - _KNEE)
    bent = over * (1 + over / most**2) / (1 + over)
    return np.where(light <= _KNEE, light, _KNEE + (1 - _KNEE) * np.minimum(bent, 1))


def _nits_of_hlg(signal: Colours) -> Colours:
    """ITU-R BT.2100-2, table 5: inverse OETF, then the OOTF of a screen of 1000 nits."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene = np.where(signal <= 0.5, signal**2 / 3, (np.exp((signal - c) / a) + b) / 12)
    luma = (scene @ _2020_LUMA)[:, None]
    return np.asarray(_PEAK_NITS * np.maximum(luma, 1e-9) ** 0.2 * scene)


def _nits_of_pq(signal: Colours) -> Colours:
    """ITU-R BT.2100-2, table 4, up to the peak."""
    m1, m2, c1, c2, c3 = 0.1593017578125, 78.84375, 0.8359375, 18.8515625, 18.6875
    power = signal ** (1 / m2)
    nits = 10_000 * (np.maximum(power - c1, 0) / (c2 - c3 * power)) ** (1 / m1)
    return np.asarray(np.minimum(nits, _PEAK_NITS))
