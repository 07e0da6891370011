"""The port ``Renderer``: from a plan to a finished MP4."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import av
from av.video.frame import VideoFrame

from skriptstudio.domain.assets import asset
from skriptstudio.domain.clip import RenderedClip, RenderPlan, SourceSegment
from skriptstudio.domain.errors import EncoderFault
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.timecode import from_frames
from skriptstudio.media.look.opening import picture_start
from skriptstudio.media.render.compose import Overlay
from skriptstudio.media.render.mastering import Master, master
from skriptstudio.media.render.mux import ClipWriter, packet_count
from skriptstudio.media.render.picture import frame_count, segment_pictures
from skriptstudio.media.render.sound import cut_sound
from skriptstudio.media.render.text import Lettering
from skriptstudio.media.render.whole import whole_or_nothing

STAGE = "render"
_SOUND_SHARE = 0.1
_PICTURE_SHARE = 0.98


class PyAvRenderer:
    """Crops, scales, letters and encodes with PyAV; cards by MoviePy.

    Attributes:
        font: TrueType file of all text in the picture; None for the program's own.
        cards: folder in which animated cards are kept; None to make them anew each time.
    """

    def __init__(self, font: Path | None = None, cards: Path | None = None) -> None:
        self._font = font
        self._cards = cards

    def render(self, plan: RenderPlan, target: Path, control: JobControl) -> RenderedClip:
        with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as scratch:
            segments = self._with_card(plan, self._cards or Path(scratch), control)
            if not sum(map(frame_count, segments)):
                raise ValueError("a plan without a single frame")
            with whole_or_nothing(target) as path:
                return replace(self._written(replace(plan, segments=segments), path, control), path=target)

    def lettering(self) -> Lettering:
        """The text of this renderer, e.g. for a preview."""
        return Lettering(self._font or asset("fonts/Figtree-SemiBold.ttf"))

    def _with_card(self, plan: RenderPlan, folder: Path, control: JobControl) -> tuple[SourceSegment, ...]:
        if not plan.end_card.strip():
            return plan.segments
        from skriptstudio.media.render.cards import CARD_SECONDS, end_card  # MoviePy is slow to import

        card = end_card(plan.end_card, self.lettering(), folder, control)
        return (*plan.segments, SourceSegment(card, Fraction(0), CARD_SECONDS))

    def _written(self, plan: RenderPlan, path: Path, control: JobControl) -> RenderedClip:
        """Write the clip to ``path`` and say what became of it."""
        control.report(STAGE, 0.0)
        origins = {source: picture_start(source) for source in {segment.path for segment in plan.segments}}
        sound = master(partial(cut_sound, plan.segments, origins), plan.lufs, plan.encode.audio_kbit, control)
        control.report(STAGE, _SOUND_SHARE)
        overlay = Overlay(plan.captions, plan.draft_mark, self.lettering)
        pictures = (picture for s in plan.segments for picture in segment_pictures(s, origins[s.path]))
        with closing(pictures):
            frames = self._encoded(plan, pictures, overlay.draw, sound, path, control)
        control.report(STAGE, 1.0)
        return RenderedClip(
            path=path,
            frames=frames,
            seconds=from_frames(frames),
            lufs=sound.loudness.lufs,
            true_peak_db=sound.loudness.true_peak_db,
            gain_db=sound.gain_db,
            chunks_rendered=1,
            chunks_reused=0,
        )

    def _encoded(
        self,
        plan: RenderPlan,
        pictures: Iterable[VideoFrame],
        draw: Callable[[VideoFrame, int], None],
        sound: Master,
        path: Path,
        control: JobControl,
    ) -> int:
        """Write all pictures and return how many there are."""
        total = _total(plan.segments)
        try:
            with ClipWriter(path, plan.encode, sound.file) as writer:
                for index, picture in enumerate(pictures):
                    _report(control, index, total)
                    draw(picture, index)
                    writer.write(picture)
                control.report(STAGE, _PICTURE_SHARE)
                frames = writer.finish()
            control.checkpoint()
            if frames != total or packet_count(path) != total:
                raise EncoderFault(reason=f"{frames} of {total} frames written")
        except OSError:
            raise  # FFmpeg's own are both; a full disk isn't the encoder's fault
        except av.FFmpegError as error:
            raise EncoderFault(reason=str(error)) from error
        return frames


def _total(segments: Sequence[SourceSegment]) -> int:
    return sum(map(frame_count, segments))


def _report(control: JobControl, index: int, total: int) -> None:
    """Stop here if asked to, at every picture; tell the listener at every fifth."""
    control.checkpoint()
    if index % 5 == 0:
        control.report(STAGE, _SOUND_SHARE + (_PICTURE_SHARE - _SOUND_SHARE) * index / total)
