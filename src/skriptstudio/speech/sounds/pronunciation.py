"""From a sentence to the sounds of each of its words."""

from collections.abc import Callable, Sequence

from skriptstudio.speech.sounds.phones import UNSPOKEN, Phones
from skriptstudio.speech.sounds.rules import LetterToSound, german_sounds

Readings = Callable[[str], Sequence[Sequence[str]]]
"""How each blank-separated token of a sentence is spoken, likeliest first; none for what isn't. From ``language/``."""


class Pronouncer:
    """Sounds of whole sentences.

    Args:
        readings: what is said where something is written.
    """

    def __init__(self, readings: Readings, sounds: LetterToSound | None = None) -> None:
        self._readings = readings
        self._sounds = sounds or german_sounds()

    def __call__(self, sentence: str) -> tuple[tuple[Phones, ...], ...]:
        """For each blank-separated word its pronunciations, at least one; ``(UNSPOKEN,)`` for a dash or an emoji."""
        return tuple(self._of_token(said) for said in self._readings(sentence))

    def _of_token(self, said: Sequence[str]) -> tuple[Phones, ...]:
        found = dict.fromkeys(self._sounds(reading) for reading in said)
        return tuple(phones for phones in found if phones != UNSPOKEN) or (UNSPOKEN,)
