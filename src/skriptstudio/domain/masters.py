"""Films and covers of one package: each is made once, however many channels take it."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from skriptstudio.domain.clip import PlatformProfile, RenderedClip, RenderPlan, fitting
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.legible import SmallText
from skriptstudio.domain.ports.media import Renderer


class Masters:
    """Renders what isn't there yet.

    Args:
        folder: where the films lie until the package is complete.

    Attributes:
        encoded, reused: closed pieces of picture that were encoded, or taken from before.
    """

    def __init__(self, renderer: Renderer, folder: Path) -> None:
        self._renderer, self._folder = renderer, folder
        self._made: dict[RenderPlan, RenderedClip] = {}
        self._small: dict[RenderPlan, tuple[SmallText, ...]] = {}
        self._covers: dict[tuple[Path, Fraction], Path] = {}
        self.encoded = self.reused = 0

    def film(self, plan: RenderPlan, profile: PlatformProfile, control: JobControl) -> RenderedClip:
        """The film for a channel: the common one, or where that is too large, one that differs in nothing but its rate.

        Raises:
            What ``Renderer.render`` raises.
        """
        film = self._rendered(plan, control.part(0.0, 0.95))
        limit = profile.max_megabytes
        if limit is None or film.path.stat().st_size <= limit * 1_000_000:
            return film
        smaller = fitting(plan.encode, film.seconds, limit)
        return film if smaller is None else self._rendered(replace(plan, encode=smaller), control.part(0.95, 1.0))

    def small_text(self, plan: RenderPlan) -> tuple[SmallText, ...]:
        """What ``Renderer.small_text`` finds; looked for once, because it draws every text."""
        if plan not in self._small:
            self._small[plan] = tuple(self._renderer.small_text(plan))
        return self._small[plan]

    def cover(self, film: RenderedClip, at: Fraction) -> Path:
        """The picture of a film at ``at`` seconds as JPEG; lies there until the package is complete, like the film.

        Raises:
            What ``Renderer.cover`` raises.
        """
        made = self._covers.get((film.path, at))
        if made is None:
            made = self._folder / f"cover-{len(self._covers)}.jpg"
            self._renderer.cover(film.path, at, made)
            self._covers[film.path, at] = made
        return made

    def _rendered(self, plan: RenderPlan, control: JobControl) -> RenderedClip:
        film = self._made.get(plan)
        if film is not None:
            self.reused += film.chunks_rendered + film.chunks_reused
            return film
        film = self._renderer.render(plan, self._folder / f"film-{len(self._made)}.mp4", control)
        self._made[plan] = film
        self.encoded += film.chunks_rendered
        self.reused += film.chunks_reused
        return film
