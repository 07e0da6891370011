"""The port ``Renderer``: from a plan to a finished MP4."""

from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import av

from skriptstudio.domain.assets import asset
from skriptstudio.domain.clip import ClipPicture, RenderedClip, RenderPlan, SourceSegment
from skriptstudio.domain.cut import END_CARD_SECONDS
from skriptstudio.domain.errors import EncoderFault
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.legible import SmallText
from skriptstudio.domain.timecode import CLIP_FPS, from_frames, to_frames
from skriptstudio.media.look.opening import picture_start
from skriptstudio.media.render.before_card import before_card
from skriptstudio.media.render.beside import beside
from skriptstudio.media.render.cards import end_card
from skriptstudio.media.render.chunked import ChunkedPicture, Sources
from skriptstudio.media.render.cover import write_cover
from skriptstudio.media.render.identity import content_hash
from skriptstudio.media.render.kept import KeptFolder
from skriptstudio.media.render.layers import layers_of, margins_of, small_text
from skriptstudio.media.render.looking import stillness
from skriptstudio.media.render.mastering import Master
from skriptstudio.media.render.mux import ClipWriter, packet_count
from skriptstudio.media.render.picture import frame_count
from skriptstudio.media.render.seen import inserted
from skriptstudio.media.render.sound_kept import kept_master
from skriptstudio.media.render.still import still
from skriptstudio.media.render.tagless import write_tagless
from skriptstudio.media.render.text import Lettering
from skriptstudio.media.render.tone import films_hdr
from skriptstudio.media.render.whole import whole_or_nothing

STAGE = "render"
_PICTURE_SHARE = 0.95
_GENTLE_THREADS = 1
"""Of the encoder while somebody works beside it: the window stays quick."""


class PyAvRenderer:
    """Crops, scales, letters and encodes with PyAV; cards by MoviePy.

    Attributes:
        font: TrueType file of all text in the picture; None for the program's own.
        cards: folder in which animated cards are kept; None to make them anew each time.
        chunks: folder in which encoded pictures and finished sound are kept; None to keep nothing.
    """

    def __init__(self, font: Path | None = None, cards: Path | None = None, chunks: Path | None = None) -> None:
        self._font = font
        self._cards = cards
        self._chunks = chunks

    def render(self, plan: RenderPlan, target: Path, control: JobControl) -> RenderedClip:
        with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as scratch:
            whole = self._with_card(plan, self._cards or Path(scratch), control)
            if not sum(map(frame_count, whole.segments)):
                raise ValueError("a plan without a single frame")
            kept = KeptFolder(self._chunks or Path(scratch) / "chunks")
            with whole_or_nothing(target) as path:
                clip = self._written(whole, kept, path, control)
            return replace(clip, path=target)

    def prepare(self, plan: RenderPlan, control: JobControl) -> None:
        if self._chunks is None:
            return
        with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as scratch:
            whole = self._with_card(plan, self._cards or Path(scratch), control)
            kept = KeptFolder(self._chunks)
            picture, _ = self._parts(whole, kept, control, _GENTLE_THREADS)
            kept.trim(spare=set(picture.keys))

    def still(self, plan: RenderPlan, at: Fraction, control: JobControl | None = None) -> ClipPicture:
        picture = still(plan, to_frames(at), self.lettering())
        return ClipPicture(picture.to_ndarray(format="rgb24").tobytes())

    def small_text(self, plan: RenderPlan) -> tuple[SmallText, ...]:
        return tuple(small_text(plan, self.lettering()))

    def tagless(self, source: Path, target: Path, control: JobControl, foreign: bool = True) -> Path:
        return write_tagless(source, target, control)

    def cover(self, clip: Path, at: Fraction, target: Path) -> None:
        write_cover(clip, at, target)

    def lettering(self) -> Lettering:
        """The text of this renderer, e.g. for a preview."""
        return Lettering(self._font or asset("fonts/Figtree-SemiBold.ttf"))

    def _with_card(self, plan: RenderPlan, folder: Path, control: JobControl) -> RenderPlan:
        plan = before_card(plan)
        if not plan.end_card.strip():
            return plan
        card = end_card(plan.end_card, self.lettering(), folder, control)
        return replace(plan, segments=(*plan.segments, SourceSegment(card, Fraction(0), END_CARD_SECONDS)))

    def _written(self, plan: RenderPlan, kept: KeptFolder, path: Path, control: JobControl) -> RenderedClip:
        """Write the clip to ``path`` and say what became of it."""
        control.report(STAGE, 0.0)
        picture, sound = self._parts(plan, kept, control)
        total = sum(map(frame_count, plan.segments))
        card = frame_count(plan.segments[-1]) if plan.end_card.strip() else 0
        _join(plan, picture, sound, path, control, total)
        kept.trim(spare=set(picture.keys))
        control.report(STAGE, 1.0)
        return RenderedClip(
            path=path,
            frames=total,
            seconds=from_frames(total),
            lufs=sound.loudness.lufs,
            true_peak_db=sound.loudness.true_peak_db,
            gain_db=sound.gain_db,
            chunks_rendered=len(picture.missing),
            chunks_reused=len(picture.chunks) - len(picture.missing),
            stillness=stillness(picture.looks(total - card), inserted(plan.inserts, total)),
            silence=max(sound.silence, sound.tail - card / CLIP_FPS),
            given_up=sound.given_up,
            margins=margins_of(picture.layers, plan, self.lettering()),
            hdr=any(map(films_hdr, _files(plan))),
        )

    def _parts(
        self, plan: RenderPlan, kept: KeptFolder, control: JobControl, threads: int = 0
    ) -> tuple[ChunkedPicture, Master]:
        """Picture and sound, complete and kept."""
        files = _files(plan)
        starts, hashes = {one: picture_start(one) for one in files}, {one: content_hash(one, kept) for one in files}
        sources = Sources(starts, hashes)
        with beside(partial(kept_master, plan, sources, kept), control) as (strand, finished_sound):
            layers = layers_of(plan, self.lettering(), sum(map(frame_count, plan.segments)))
            picture = ChunkedPicture(plan, layers, sources, kept)
            picture.encode_missing(strand, 0.0, _PICTURE_SHARE, threads)
            return picture, finished_sound.result()


def _files(plan: RenderPlan) -> set[Path]:
    return {one.path for one in (*plan.segments, *(insert.segment for insert in plan.inserts))}


def _join(
    plan: RenderPlan, picture: ChunkedPicture, sound: Master, path: Path, control: JobControl, total: int
) -> None:
    """Write all chunks and the sound, and make sure that nothing is missing."""
    try:
        with ClipWriter(path, plan.encode, sound.file) as writer:
            for index in range(len(picture.chunks)):
                control.checkpoint()
                writer.write(picture.coded(index))
            control.report(STAGE, (1 + _PICTURE_SHARE) / 2)
            frames = writer.finish()
        control.checkpoint()
        if frames != total or packet_count(path) != total:
            raise EncoderFault(reason=f"{frames} of {total} frames written")
    except OSError:
        raise  # FFmpeg's own are both; a full disk isn't the encoder's fault
    except av.FFmpegError as error:
        raise EncoderFault(reason=str(error)) from error
