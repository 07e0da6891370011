"""The picture of a clip as kept chunks: what is missing is encoded, everything else is there already."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from pathlib import Path

import av
from av.video.frame import VideoFrame

from skriptstudio.domain.clip import RenderPlan, SourceSegment
from skriptstudio.domain.errors import EncoderFault
from skriptstudio.domain.hiding import hidden_of
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.timecode import CLIP_FPS, from_frames, to_frames
from skriptstudio.media.render.chunking import Chunk, chunks
from skriptstudio.media.render.compose import Overlay
from skriptstudio.media.render.encoding import CodedPicture, encoded_chunks, encoder_mark, x264_options
from skriptstudio.media.render.hiding import hide
from skriptstudio.media.render.kept import Kept, KeptFolder, key_of
from skriptstudio.media.render.layers import Layer
from skriptstudio.media.render.looking import LOOK_DESIGN, Look, Looker, looks_as_json, looks_from_json
from skriptstudio.media.render.picture import PICTURE_DESIGN, segment_pictures
from skriptstudio.media.render.seen import seen_segments
from skriptstudio.media.render.whole import drive_error


@dataclass(frozen=True)
class Sources:
    """What is known about the files of a cut.

    Attributes:
        origins: moment of each file's first picture on its own clock, in seconds.
        hashes: SHA-256 of each file.
    """

    origins: Mapping[Path, Fraction]
    hashes: Mapping[Path, str]


class ChunkedPicture:
    """All chunks of one clip.

    Attributes:
        chunks: in order; they fill the clip.
        keys: the name of each in the folder of kept things.
        missing: indices of those that have to be encoded.
        layers: what is drawn over them.
    """

    def __init__(self, plan: RenderPlan, layers: Sequence[Layer], sources: Sources, kept: KeptFolder) -> None:
        self._plan, self.layers, self._sources, self._kept = plan, layers, sources, kept
        self._segments = seen_segments(plan.segments, plan.inserts)
        self._hidden = tuple(map(hidden_of, plan.boxes))
        self._looks: dict[int, Look] = {}
        self.chunks = chunks(self._segments, plan.captions, plan.encode.gop_seconds * CLIP_FPS)
        mark = encoder_mark(plan.encode)
        self.keys = [self._key(chunk, mark) for chunk in self.chunks]
        self.missing = [index for index, key in enumerate(self.keys) if not kept.has(key)]

    def _key(self, chunk: Chunk, encoder: str) -> str:
        """Everything that the chunk's packets depend on."""
        segment = self._segments[chunk.segment]
        hidden = [
            (max(0, box.first - chunk.at), min(chunk.frames, box.end - chunk.at), box.place)
            for box in self._hidden
            if box.first < chunk.at + chunk.frames and box.end > chunk.at
        ]
        drawn = [
            (max(0, layer.first - chunk.at), min(chunk.frames, layer.end - chunk.at), layer.mark)
            for layer in self.layers
            if layer.first < chunk.at + chunk.frames and layer.end > chunk.at
        ]
        source = self._sources.hashes[segment.path]
        place = (to_frames(segment.start) + chunk.skip, chunk.frames, str(segment.across), segment.all_of_it)
        versions = (av.__version__, sorted(av.library_versions.items()))
        options = x264_options(self._plan.encode)
        designs = (PICTURE_DESIGN, LOOK_DESIGN)
        return key_of(["picture", designs, source, place, hidden, drawn, encoder, options, versions])

    def encode_missing(self, control: JobControl, start: float, end: float, threads: int = 0) -> None:
        """Encode and keep what isn't there; each chunk is safe as soon as it is complete.

        Args:
            control: told of progress.
            start: share of the whole job that is done before.
            end: and after.
            threads: of the encoder; 0 for as many as the computer can run.

        Raises:
            Cancelled, MissingFile, NotMedia, DiskFull, DriveFault, EncoderFault.
        """
        wanted = [self.chunks[index] for index in self.missing]
        total = sum(chunk.frames for chunk in wanted)
        with closing(self._pictures(wanted)) as pictures:
            watched = _watched(pictures, total, control, start, end)
            encoded = encoded_chunks(watched, [chunk.frames for chunk in wanted], self._plan.encode, threads)
            with closing(encoded):
                for index, coded in zip(self.missing, encoded, strict=True):
                    self._keep(index, coded)

    def coded(self, index: int) -> list[CodedPicture]:
        """The packets of one chunk, in the order in which they are decoded.

        Raises:
            EncoderFault: it vanished since.
        """
        kept = self._kept.get(self.keys[index])
        if kept is None:
            raise EncoderFault(reason="a kept chunk vanished")
        ends = list(accumulate(size for size, _, _ in kept.facts["pictures"]))
        return [
            CodedPicture(kept.data[end - size : end], at, bool(key))
            for end, (size, at, key) in zip(ends, kept.facts["pictures"], strict=True)
        ]

    def looks(self, frames: int) -> list[Look]:
        """How each picture looks, as far as that is kept, of the first ``frames`` of the clip."""
        found: list[Look] = []
        for chunk, key in zip(self.chunks, self.keys, strict=True):
            if chunk.at < frames:
                kept = self._kept.get(key)
                found += looks_from_json(kept.facts["looks"]) if kept else []
        return found[:frames]

    def _keep(self, index: int, coded: Sequence[CodedPicture]) -> None:
        source = self._sources.hashes[self._segments[self.chunks[index].segment].path]
        chunk = self.chunks[index]
        facts = {
            "pictures": [(len(one.data), one.at, int(one.key)) for one in coded],
            "looks": looks_as_json([self._looks.pop(at) for at in range(chunk.at, chunk.at + chunk.frames)]),
        }
        kept = Kept(b"".join(one.data for one in coded), facts, (source,))
        try:
            self._kept.put(self.keys[index], kept)
        except OSError as error:
            raise drive_error(error, self._kept.folder) from error

    def _pictures(self, wanted: Sequence[Chunk]) -> Generator[VideoFrame, None, None]:
        """The finished pictures of these chunks; neighbours are read in one go."""
        overlay, looker = Overlay(self.layers), Looker()
        begins = {chunk.at for chunk in wanted}
        for at, segment in _stretches(wanted, self._segments):
            with closing(segment_pictures(segment, self._sources.origins[segment.path])) as pictures:
                for index, picture in enumerate(pictures, at):
                    looker = Looker() if index in begins else looker
                    self._looks[index] = looker.look(picture)
                    self._hide(picture, index)
                    overlay.draw(picture, index)
                    yield picture

    def _hide(self, picture: VideoFrame, index: int) -> None:
        """Before anything is drawn: a box must not make a caption unreadable."""
        for box in self._hidden:
            if box.first <= index < box.end:
                picture.make_writable()
                hide(picture, box)


def _stretches(wanted: Sequence[Chunk], segments: Sequence[SourceSegment]) -> Iterator[tuple[int, SourceSegment]]:
    """Chunks that follow each other in one segment as one piece of it, with its first clip frame."""
    joined: list[Chunk] = []
    for chunk in wanted:
        last = joined[-1] if joined else None
        if last is not None and last.segment == chunk.segment and last.at + last.frames == chunk.at:
            joined[-1] = Chunk(last.at, last.segment, last.skip, last.frames + chunk.frames)
        else:
            joined.append(chunk)
    for chunk in joined:
        segment = segments[chunk.segment]
        first = to_frames(segment.start) + chunk.skip
        yield chunk.at, replace(segment, start=from_frames(first), end=from_frames(first + chunk.frames))


def _watched(
    pictures: Iterator[VideoFrame], total: int, control: JobControl, start: float, end: float
) -> Iterator[VideoFrame]:
    """Stop here if asked to, at every picture; tell the listener at every fifth."""
    for index, picture in enumerate(pictures):
        control.checkpoint()
        if index % 5 == 0:
            control.report("render", start + (end - start) * index / total)
        yield picture
