"""What the person at the keyboard has ticked; for this run of the program, version by version."""

from collections.abc import Sequence
from fractions import Fraction

from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.production import Production
from skriptstudio.domain.seals import cut_seal
from skriptstudio.ui.pages.review.facts import is_confirmed

_CueKey = tuple[Fraction, Fraction, tuple[str, ...]]


class Judgement:
    """Ticks on captions and on the points that only a person sees.

    Another cut or script is another version, and begins without ticks. The ticks on
    captions become a stored confirmation as soon as all are set; those on the points
    end in the release.
    """

    def __init__(self) -> None:
        self._cues: dict[tuple[str, str], set[_CueKey]] = {}
        self._points: dict[tuple[str, str, str], set[str]] = {}

    def is_ticked(self, production: Production, captions: Captions, cue: Cue) -> bool:
        """Whether the caption counts as checked."""
        return is_confirmed(captions) or _key(cue) in self._cues.get(_version(production), set())

    def tick(self, production: Production, captions: Captions, number: int, on: bool) -> None:
        """Tick a caption or take its tick away; from confirmed captions the others keep theirs."""
        ticked = self._cues.setdefault(_version(production), set())
        if is_confirmed(captions):
            ticked |= {_key(cue) for cue in captions.cues}
        if not captions.cues:
            return
        if on:
            ticked.add(_key(captions.cues[number]))
        else:
            ticked.discard(_key(captions.cues[number]))

    def keep(self, production: Production, captions: Captions) -> None:
        """Remember the ticks of confirmed captions, for they are about to change.

        A changed caption is another one and has none; brought back as it was, it has its tick again.
        """
        if is_confirmed(captions):
            self._cues.setdefault(_version(production), set()).update(_key(cue) for cue in captions.cues)

    def unticked(self, production: Production, captions: Captions | None) -> list[int]:
        """Numbers of the captions that nobody has checked."""
        cues = captions.cues if captions is not None else ()
        assert captions is not None or not cues
        return [n for n, cue in enumerate(cues) if captions and not self.is_ticked(production, captions, cue)]

    def set_point(self, production: Production, person: str, key: str, on: bool) -> None:
        """Tick a point."""
        done = self._points.setdefault((*_version(production), person), set())
        if on:
            done.add(key)
        else:
            done.discard(key)

    def points(self, production: Production, person: str) -> frozenset[str]:
        """Keys of the points that this person has ticked."""
        return frozenset(self._points.get((*_version(production), person), set()))

    def open_points(
        self, production: Production, person: str, points: Sequence[tuple[str, str]]
    ) -> list[tuple[str, str]]:
        """The points that are left, as key and text."""
        done = self.points(production, person)
        return [(key, text) for key, text in points if key not in done]


def _key(cue: Cue) -> _CueKey:
    return cue.start, cue.end, cue.lines


def _version(production: Production) -> tuple[str, str]:
    return production.id, cut_seal(production)
