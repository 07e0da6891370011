"""What a video team or an agency gets to go on cutting: the cut as a list of stretches of files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.cut import CROSSFADE_FRAMES
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
        card: the end card, which is no take: the last pictures of the finished film; None without one.
        crossfade: clip frames over which the sounds of neighbours in ``cut`` go over into each other, half of them on
            either side; 0 for none.
    """

    title: str
    cut: tuple[Stretch, ...]
    over: tuple[Stretch, ...]
    subtitles: tuple[Subtitle, ...]
    files: tuple[str, ...]
    card: Stretch | None = None
    crossfade: int = 0

    def with_files(self, names: Mapping[str, str]) -> "EditList":
        """The same list, where takes lie under other names."""

        def named(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
            return tuple(replace(one, file=names.get(one.file, one.file)) for one in stretches)

        files = tuple(names.get(file, file) for file in self.files)
        return replace(self, cut=named(self.cut), over=named(self.over), files=files)


def edit_list(production: Production, cues: tuple[Cue, ...], film: str) -> EditList:
    """The cut of a production with its inserts, captions, crossfades and end card.

    Args:
        production: whose cut.
        cues: captions.
        film: file name of the finished clip, which holds the end card.

    Raises:
        NothingRecorded: there is no take.
    """
    cut = tuple(
        Stretch(take.file, to_frames(s.start), s.frames, to_frames(take.seconds))
        for s, take in segments_with_takes(production)
    )
    files = dict.fromkeys(take.file for take in production.takes_shown())
    subtitles = tuple(Subtitle(" ".join(cue.lines), to_frames(cue.start), to_frames(cue.end)) for cue in cues)
    made = production.effective_cut()
    length, rest = made.frames, made.card_frames
    card = Stretch(film, length, rest, length + rest) if rest else None
    fade = CROSSFADE_FRAMES if made.crossfade else 0
    return EditList(production.title, cut, _over(production), subtitles, tuple(files), card, fade)


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
