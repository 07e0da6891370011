"""How likely the sound of one recording is in every state that its script needs, computed when it is asked for."""

from collections import OrderedDict

import numpy as np

from skriptstudio.speech.acoustics import AcousticModel, Floats, Numbers
from skriptstudio.speech.features import Cepstra, features
from skriptstudio.speech.network import Network

_FRAMES = 256
_KEPT_BYTES = 128 << 20
"""Several hearings share what was computed; of longer recordings the oldest goes."""


class Likelihoods:
    """Of one recording in one shape.

    Args:
        cepstra: the whole recording.
        senones: of all words of the script.
    """

    def __init__(self, cepstra: Cepstra, senones: Numbers, model: AcousticModel) -> None:
        self._features = features(cepstra)
        self._senones = senones
        self._model = model
        self._mixture = model.mixture(senones)
        self._kept: OrderedDict[int, Floats] = OrderedDict()

    def __len__(self) -> int:
        return len(self._features)

    def of(self, network: Network, start: int, end: int) -> Floats:
        """Shape (end - start, senones of the network), as ``Mixture`` gives them."""
        if len(np.setdiff1d(network.senones, self._senones)):
            return self._model.mixture(network.senones)(self._features[start:end])
        blocks = range(start // _FRAMES, -(-end // _FRAMES))
        columns = np.searchsorted(self._senones, network.senones)
        parts = [self._block(block)[:, columns] for block in blocks]
        first = start - start // _FRAMES * _FRAMES
        return np.concatenate(parts)[first : first + end - start] if parts else np.zeros((0, len(columns)), np.float32)

    def _block(self, block: int) -> Floats:
        if block not in self._kept:
            self._kept[block] = self._mixture(self._features[block * _FRAMES : (block + 1) * _FRAMES])
            while len(self._kept) > 1 and len(self._kept) * self._kept[block].nbytes > _KEPT_BYTES:
                self._kept.popitem(last=False)
        return self._kept[block]
