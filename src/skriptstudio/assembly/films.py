"""Puts together what looks at films and makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from skriptstudio.assembly.kept import stand_ins
from skriptstudio.assembly.places import cache_folder, cards_folder
from skriptstudio.domain.errors import StandInMissing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from skriptstudio.domain.jobs import JobControl
    from skriptstudio.domain.ports.media import MediaProbe, Renderer, TakeInspector
    from skriptstudio.domain.ports.studio import Still
    from skriptstudio.domain.production import Production
    from skriptstudio.domain.take import Take
    from skriptstudio.media.apart.pictures import ApartPictures
    from skriptstudio.media.apart.stand_ins import StandIns
    from skriptstudio.media.render.layers import Layer
    from skriptstudio.media.render.text import Lettering


class Films:
    """Everything that looks at films and makes them, each part made when it is first asked for.

    Args:
        media_path: where a take of a production lies: of its id and the name of the take's file.
    """

    def __init__(self, media_path: Callable[[str, str], Path]) -> None:
        self._media_path = media_path

    @cached_property
    def probe(self) -> MediaProbe:
        """Looks at our own recordings; films from outside pass the ``gate``."""
        from skriptstudio.media.look.probe import PyAvProbe

        return PyAvProbe()

    @cached_property
    def gate(self) -> StandIns:
        """Lets films from outside in, and knows what is opened in their place."""
        return stand_ins()

    @cached_property
    def inspector(self) -> TakeInspector:
        from skriptstudio.content.room_thresholds import load_thresholds
        from skriptstudio.media.look.inspector import LocalInspector

        return LocalInspector(load_thresholds())

    @cached_property
    def inspector_apart(self) -> TakeInspector:
        from skriptstudio.content.room_thresholds import load_thresholds
        from skriptstudio.media.apart.asking import Apart
        from skriptstudio.media.apart.inspector import ApartInspector

        return ApartInspector(Apart(), load_thresholds())

    @cached_property
    def pictures(self) -> ApartPictures:
        from skriptstudio.media.apart.asking import Apart
        from skriptstudio.media.apart.pictures import ApartPictures

        return ApartPictures(Apart())

    @cached_property
    def renderer(self) -> Renderer:
        from skriptstudio.media.apart.asking import Apart
        from skriptstudio.media.apart.renderer import ApartRenderer
        from skriptstudio.media.render.renderer import PyAvRenderer

        cards, chunks = cards_folder(), cache_folder() / "chunks"
        return ApartRenderer(PyAvRenderer(cards=cards, chunks=chunks), Apart(), cards, chunks)

    def poster(self, production: Production, take: Take, control: JobControl | None = None) -> bytes:
        """A JPEG of 270x480 px from the first words of a take; call it in a job.

        Raises:
            Cancelled, MissingFile, NotMedia, DriveFault: the film can't be read.
        """
        from skriptstudio.domain.erasure import first_word
        from skriptstudio.media.look.poster import Posters

        path = self._media_path(production.id, take.file)
        stand_in = self.gate.film(take) if take.foreign else path
        drawn = partial(self.pictures.poster, control=control) if stand_in is None else None
        return Posters(cache_folder() / "posters").poster(stand_in or path, take.sha256, first_word(take), drawn)

    def clip_poster(self, production: Production, control: JobControl | None = None) -> bytes:
        """The poster of a clip's first take; empty without takes, and where boxes hide something in the clip.

        Raises like ``poster``.
        """
        if not production.takes or production.effective_cut().dressing.boxes:
            return b""
        return self.poster(production, production.takes_shown()[0], control)

    def film_to_watch(self, production: Production, take: Take) -> Path:
        """The film of a take as this process may open it: the take itself, or the stand-in of one from outside.

        Raises:
            StandInMissing: it isn't made yet; ``make_stand_in`` does.
        """
        path = self._media_path(production.id, take.file)
        if not take.foreign:
            return path
        found = self.gate.film(take)
        if found is None:
            raise StandInMissing(path=str(path))
        return found

    def fills_clip(self, production: Production, take: Take) -> bool:
        """Whether a take's picture has the clip's shape, so that all of it is seen anyway; call it in a job.

        Raises:
            StandInMissing, MissingFile, NotMedia, DriveFault.
        """
        from skriptstudio.domain.framing import fills_clip
        from skriptstudio.media.look.probe import shown_size

        return fills_clip(*shown_size(self.film_to_watch(production, take)))

    def make_stand_in(self, production: Production, take: Take, control: JobControl) -> Path:
        """Make what is watched in place of a take from outside; some 20 s a minute of film, so call it in a job.

        Raises:
            Cancelled, MissingFile, NotMedia, DiskFull, DriveFault, EncoderFault.
        """
        watched = {one.sha256 for one in production.takes_shown()}
        return self.gate.make(take, self._media_path(production.id, take.file), control, watched)

    def _sound_to_hear(self, production: Production, take: Take, control: JobControl) -> Path:
        path = self._media_path(production.id, take.file)
        return self.gate.sound(take, path, control) if take.foreign else path

    def waveform(self, production: Production, take: Take, control: JobControl | None = None) -> NDArray[np.float32]:
        """Peaks of a take's sound, see ``media/look/waveform.py``; call it in a job.

        Raises:
            Cancelled, MissingFile, NotMedia, DriveFault: the film can't be read.
        """
        from skriptstudio.domain.jobs import JobControl
        from skriptstudio.media.look.waveform import peaks

        return peaks(self._sound_to_hear(production, take, control or JobControl()))

    def film_strip(
        self, production: Production, take: Take, start: Fraction, end: Fraction, control: JobControl
    ) -> Iterator[tuple[Fraction, Still]]:
        """Small pictures along a take, see ``media/look/strip.py``; read it in a job.

        Raises:
            Cancelled, MissingFile, NotMedia, DriveFault: while it is read.
        """
        from skriptstudio.media.look.strip import film_strip

        return film_strip(self.film_to_watch(production, take), start, end, control)

    def lettering(self) -> Lettering:
        """Draws captions as they will stand in the clip."""
        from skriptstudio.media.render.renderer import PyAvRenderer

        return PyAvRenderer().lettering()

    def layers(self, production: Production) -> tuple[Layer, ...]:
        """Title, names and logo of a clip as they will stand in it, each with its frames; call it in a job.

        Raises:
            NothingRecorded, NotMedia.
        """
        from skriptstudio.domain.clip_plan import clip_plan
        from skriptstudio.domain.dressing import logo_name
        from skriptstudio.media.render.layers import layers_of

        media = partial(self._media_path, production.id)
        cut = production.effective_cut()
        logo = media(logo_name(cut.dressing.logo)) if cut.dressing.logo else None
        plan = clip_plan(production, media, (), logo if logo is not None and logo.is_file() else None)
        return layers_of(plan, self.lettering(), cut.frames + cut.card_frames)
