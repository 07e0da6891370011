"""What a video team or an agency gets to go on cutting: the cut as a list of stretches of files."""

from dataclasses import dataclass

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.production import Production, segments_with_takes
from skriptstudio.domain.take import Take
from skriptstudio.domain.timecode import to_frames

TAKES_FOLDER = "takes"


@dataclass(frozen=True)
class Stretch:
    """Frames of a take, or a gap where ``file`` is empty; all counted on the clip's 30 a second.

    Attributes:
        first: first frame of the take that is seen.
        frames: how many are seen, at least 1.
        available: length of the take.
    """

    file: str
    first: int
    frames: int
    available: int


@dataclass(frozen=True)
class Subtitle:
    """A caption and the clip frames that show it, the last one not included."""

    text: str
    first: int
    end: int


@dataclass(frozen=True)
class EditList:
    """A cut for another program.

    Attributes:
        cut: picture and sound, one after the other.
        over: pictures over the voice with the gaps between them; empty for none.
        files: all takes that are needed, each once.
    """

    title: str
    cut: tuple[Stretch, ...]
    over: tuple[Stretch, ...]
    subtitles: tuple[Subtitle, ...]
    files: tuple[str, ...]


def edit_list(production: Production, cues: tuple[Cue, ...]) -> EditList:
    """The cut of a production with its inserts and captions.

    Raises:
        NothingRecorded: there is no take.
    """
    cut = tuple(
        Stretch(take.file, to_frames(s.start), s.frames, to_frames(take.seconds))
        for s, take in segments_with_takes(production)
    )
    files = dict.fromkeys(take.file for take in production.takes_shown())
    subtitles = tuple(Subtitle(" ".join(cue.lines), to_frames(cue.start), to_frames(cue.end)) for cue in cues)
    return EditList(production.title, cut, _over(production), subtitles, tuple(files))


def _over(production: Production) -> tuple[Stretch, ...]:
    """Where inserts overlap, the one that begins first is seen to its end, as in the clip."""
    found: list[Stretch] = []
    at = 0
    for insert in sorted(production.effective_cut().dressing.inserts, key=lambda one: one.start):
        begin, end = max(at, to_frames(insert.start)), to_frames(insert.end)
        if begin >= end:
            continue
        if begin > at:
            found.append(Stretch("", 0, begin - at, begin - at))
        take: Take = production.take(insert.take)
        first = to_frames(insert.source) + begin - to_frames(insert.start)
        found.append(Stretch(take.file, first, end - begin, to_frames(take.seconds)))
        at = end
    return tuple(found)
