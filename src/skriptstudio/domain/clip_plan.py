"""From a cut to the plan of its clip: the same for the export and for a preview."""

from collections.abc import Callable, Sequence
from pathlib import Path

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import PictureInsert, RenderPlan, SourceSegment
from skriptstudio.domain.cut import CROSSFADE_FRAMES
from skriptstudio.domain.dressing import Insert
from skriptstudio.domain.production import Production, segments_with_takes
from skriptstudio.domain.timecode import to_frames


def clip_plan(
    production: Production, media: Callable[[str], Path], captions: Sequence[Cue] = (), logo: Path | None = None
) -> RenderPlan:
    """Everything that is seen and heard in the clip, with the usual loudness and without a draft's mark.

    Args:
        production: with at least one take.
        media: where a take's file lies, by its name.
        captions: to be burned in.
        logo: picture file of the house's logo; None for none.
    """
    cut = production.effective_cut()

    def insert_of(one: Insert) -> PictureInsert:
        take = production.take(one.take)
        end = one.source + one.end - one.start
        source = SourceSegment(media(take.file), one.source, end, foreign=take.foreign)
        return PictureInsert(source, to_frames(one.start))

    return RenderPlan(
        segments=tuple(
            SourceSegment(media(take.file), s.start, s.end, s.across, s.all_of_it, take.foreign)
            for s, take in segments_with_takes(production)
        ),
        captions=tuple(captions),
        end_card=cut.end_card,
        title=cut.dressing.title,
        names=cut.dressing.names,
        inserts=tuple(map(insert_of, cut.dressing.inserts)),
        boxes=cut.dressing.boxes,
        logo=logo,
        denoise=cut.denoise,
        crossfade=CROSSFADE_FRAMES if cut.crossfade else 0,
    )
