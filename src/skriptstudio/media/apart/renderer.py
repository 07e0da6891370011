"""The port ``Renderer`` for plans with films from outside: a child decodes them."""

from contextlib import ExitStack
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from skriptstudio.domain.clip import ClipPicture, RenderedClip, RenderPlan
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.errors import DecoderFell
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.legible import SmallText
from skriptstudio.domain.ports.media import Renderer
from skriptstudio.media.apart import orders
from skriptstudio.media.apart.asking import Apart
from skriptstudio.media.render.tagless import ENDINGS
from skriptstudio.media.render.whole import nothing_half


class ApartRenderer:
    """Plans of our own recordings go to a renderer in this process, all others to a child.

    Args:
        own: for our own recordings, and for finished clips.
        apart: runs the children.
        cards, chunks: folders in which pieces are kept, as ``PyAvRenderer`` takes them.
    """

    def __init__(self, own: Renderer, apart: Apart, cards: Path | None = None, chunks: Path | None = None) -> None:
        self._own = own
        self._apart = apart
        self._cards = cards
        self._chunks = chunks

    def render(self, plan: RenderPlan, target: Path, control: JobControl) -> RenderedClip:
        foreign = _foreign(plan)
        if not foreign:
            return self._own.render(plan, target, control)
        order = orders.Render(plan, target.absolute(), self._cards, self._chunks)
        with nothing_half(target):
            return self._apart.ask(order, RenderedClip, foreign, control)

    def prepare(self, plan: RenderPlan, control: JobControl) -> None:
        foreign = _foreign(plan)
        if not foreign:
            self._own.prepare(plan, control)
        elif self._chunks is not None:
            order = orders.Prepare(plan, self._cards, self._chunks)
            self._apart.ask(order, type(None), foreign, control, gentle=True)

    def still(self, plan: RenderPlan, at: Fraction, control: JobControl | None = None) -> ClipPicture:
        foreign = _foreign(plan)
        if not foreign:
            return self._own.still(plan, at, control)
        with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as folder:
            drawn = Path(folder) / "still.rgb"
            self._apart.ask(orders.Draw(plan, at, drawn), type(None), foreign, control)
            rgb = drawn.read_bytes()
        if len(rgb) != 3 * CLIP_WIDTH_PX * CLIP_HEIGHT_PX:
            raise DecoderFell(path=str(foreign[0]))
        return ClipPicture(rgb)

    def small_text(self, plan: RenderPlan) -> tuple[SmallText, ...]:
        return self._own.small_text(plan)

    def tagless(self, source: Path, target: Path, control: JobControl, foreign: bool = True) -> Path:
        if not foreign:
            return self._own.tagless(source, target, control, foreign)
        with ExitStack() as tidy:
            for ending in ENDINGS:
                tidy.enter_context(nothing_half(target.with_suffix(ending)))
            ending = self._apart.ask(orders.Untag(source.absolute(), target.absolute()), str, (source,), control)
            if ending not in ENDINGS:
                raise DecoderFell(path=str(source))
            return target.with_suffix(ending)

    def cover(self, clip: Path, at: Fraction, target: Path) -> None:
        self._own.cover(clip, at, target)


def _foreign(plan: RenderPlan) -> tuple[Path, ...]:
    """The films from outside, each once."""
    seen = (*plan.segments, *(insert.segment for insert in plan.inserts))
    return tuple(dict.fromkeys(one.path for one in seen if one.foreign))
