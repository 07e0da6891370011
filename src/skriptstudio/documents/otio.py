"""OpenTimelineIO, as Kdenlive, DaVinci Resolve and others open it.

Written by hand: it is JSON of a few fixed forms (docs/decisions/0028). ``Clip.1`` and ``Marker.2`` are read by old
and new programs alike; newer ones raise them to their own form.
"""

import json
from collections.abc import Iterable
from typing import Any

from skriptstudio.domain.hand_over import TAKES_FOLDER, EditList, Stretch, Subtitle
from skriptstudio.domain.timecode import CLIP_FPS

Form = dict[str, Any]


def otio_text(edit: EditList) -> str:
    """The whole file. Media lie beside it, in the folder ``takes``."""
    tracks = [_track("V1", "Video", edit.cut, edit.subtitles)]
    if edit.over:
        tracks.append(_track("V2", "Video", edit.over))
    tracks.append(_track("A1", "Audio", edit.cut))
    stack = _form("Stack.1", "tracks", source_range=None, effects=[], markers=[], children=tracks)
    timeline = _form("Timeline.1", edit.title, global_start_time=_time(0), tracks=stack)
    return json.dumps(timeline, ensure_ascii=False, indent=2) + "\n"


def _track(name: str, kind: str, stretches: Iterable[Stretch], subtitles: Iterable[Subtitle] = ()) -> Form:
    children = [_clip(one) if one.file else _gap(one) for one in stretches]
    markers = [
        _form("Marker.2", one.text, marked_range=_range(one.first, one.end - one.first), color="GREEN", comment="")
        for one in subtitles
    ]
    return _form("Track.1", name, source_range=None, effects=[], markers=markers, children=children, kind=kind)


def _clip(one: Stretch) -> Form:
    media = _form(
        "ExternalReference.1",
        one.file,
        available_range=_range(0, one.available),
        target_url=f"{TAKES_FOLDER}/{one.file}",
    )
    seen = _range(one.first, one.frames)
    return _form("Clip.1", one.file, source_range=seen, effects=[], markers=[], media_reference=media)


def _gap(one: Stretch) -> Form:
    return _form("Gap.1", "", source_range=_range(0, one.frames), effects=[], markers=[])


def _form(schema: str, name: str, **fields: object) -> Form:
    return {"OTIO_SCHEMA": schema, "metadata": {}, "name": name, **fields}


def _range(start: int, frames: int) -> Form:
    return {"OTIO_SCHEMA": "TimeRange.1", "start_time": _time(start), "duration": _time(frames)}


def _time(frames: int) -> Form:
    return {"OTIO_SCHEMA": "RationalTime.1", "rate": float(CLIP_FPS), "value": float(frames)}
