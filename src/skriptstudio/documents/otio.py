"""OpenTimelineIO, as Kdenlive, DaVinci Resolve and others open it.

Written by hand: it is JSON of a few fixed forms (docs/decisions/0028). ``Clip.1`` and ``Marker.2`` are read by old
and new programs alike; newer ones raise them to their own form.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from skriptstudio.domain.hand_over import TAKES_FOLDER, EditList, Stretch, Subtitle
from skriptstudio.domain.timecode import CLIP_FPS

Form = dict[str, Any]


def otio_text(edit: EditList) -> str:
    """The whole file. Takes lie beside it in the folder ``takes``; the finished film, with the end card, as well."""
    card = [_clip(edit.card, edit.card.file)] if edit.card else []
    silence = [_gap(edit.card.frames)] if edit.card else []
    tracks = [_track("V1", "Video", [*_children(edit.cut), *card], edit.subtitles)]
    if edit.over:
        tracks.append(_track("V2", "Video", _children(edit.over)))
    tracks.append(_track("A1", "Audio", [*_crossfaded(edit.cut, edit.crossfade), *silence]))
    stack = _form("Stack.1", "tracks", source_range=None, effects=[], markers=[], children=tracks)
    timeline = _form("Timeline.1", edit.title, global_start_time=_time(0), tracks=stack)
    return json.dumps(timeline, ensure_ascii=False, indent=2) + "\n"


def _track(name: str, kind: str, children: list[Form], subtitles: Iterable[Subtitle] = ()) -> Form:
    markers = [
        _form("Marker.2", one.text, marked_range=_range(one.first, one.end - one.first), color="GREEN", comment="")
        for one in subtitles
    ]
    return _form("Track.1", name, source_range=None, effects=[], markers=markers, children=children, kind=kind)


def _children(stretches: Iterable[Stretch]) -> list[Form]:
    return [_clip(one, f"{TAKES_FOLDER}/{one.file}") if one.file else _gap(one.frames) for one in stretches]


def _crossfaded(cut: Sequence[Stretch], frames: int) -> Iterator[Form]:
    """The clips, and between two of them the crossfade of their sounds; never beyond the middle of a short one."""
    for number, clip in enumerate(_children(cut)):
        if number and frames:
            half = min(frames, cut[number - 1].frames, cut[number].frames) / 2
            offsets = {"in_offset": _time(half), "out_offset": _time(half)}
            yield _form("Transition.1", "", transition_type="SMPTE_Dissolve", **offsets)
        yield clip


def _clip(one: Stretch, url: str) -> Form:
    available = _range(0, one.available)
    media = _form("ExternalReference.1", one.file, available_range=available, target_url=url)
    seen = _range(one.first, one.frames)
    return _form("Clip.1", one.file, source_range=seen, effects=[], markers=[], media_reference=media)


def _gap(frames: int) -> Form:
    return _form("Gap.1", "", source_range=_range(0, frames), effects=[], markers=[])


def _form(schema: str, name: str, **fields: object) -> Form:
    return {"OTIO_SCHEMA": schema, "metadata": {}, "name": name, **fields}


def _range(start: int, frames: int) -> Form:
    return {"OTIO_SCHEMA": "TimeRange.1", "start_time": _time(start), "duration": _time(frames)}


def _time(frames: float) -> Form:
    return {"OTIO_SCHEMA": "RationalTime.1", "rate": float(CLIP_FPS), "value": float(frames)}
