"""The cut that a video team gets, as another program reads it."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import opentimelineio as otio

from skriptstudio.documents.otio import otio_text
from skriptstudio.domain.captions import Cue
from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.dressing import Dressing, Insert
from skriptstudio.domain.hand_over import edit_list
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take

NOW = datetime(2026, 11, 28, tzinfo=UTC)
HOOK = Take("t1", "hook", "hook-t1.mp4", "0" * 64, Fraction(9), 270, NOW)
PHOTO = replace(HOOK, id="t2", section="material", file="material-t2.mp4")
INSERTS = (
    Insert("t2", Fraction(1), Fraction(1), Fraction(2)),
    Insert("t2", Fraction(0), Fraction(3, 2), Fraction(3)),
)
CUT = Cut(
    (Segment("t1", Fraction(1, 2), Fraction(2)), Segment("t1", Fraction(4), Fraction(6))),
    dressing=Dressing(inserts=INSERTS),
)
CUES = (Cue(Fraction(0), Fraction(1), ("Mein Büro hat", "heute keine Wände.")),)


def test_another_program_reads_every_clip_gap_and_caption_in_its_place() -> None:
    production = Production("p1", "Keine „Wände“", NOW, takes=(HOOK, PHOTO), cut=CUT)
    timeline = otio.adapters.read_from_string(otio_text(edit_list(production, CUES, "clip.mp4")), "otio_json")
    assert timeline.name == "Keine „Wände“"
    assert [(track.name, track.kind) for track in timeline.tracks] == [
        ("V1", "Video"),
        ("V2", "Video"),
        ("A1", "Audio"),
    ]
    assert timeline.duration() == otio.opentime.RationalTime(105, 30)
    cut, over, sound = timeline.tracks
    seen = [(one.source_range.start_time.value, one.source_range.duration.value) for one in cut]
    assert seen == [(15, 45), (120, 60)] == [(c.source_range.start_time.value, c.duration().value) for c in sound]
    assert cut[0].media_reference.target_url == "takes/hook-t1.mp4"
    assert cut[0].available_range().duration.value == 270
    assert [type(one).__name__ for one in over] == ["Gap", "Clip", "Clip"]
    starts = [over.trimmed_range_of_child(one).start_time.value for one in over]
    assert starts == [0, 30, 60]
    assert over[2].source_range.start_time.value == 15
    assert [(marker.name, marker.marked_range.duration.value) for marker in cut.markers] == [
        ("Mein Büro hat heute keine Wände.", 30)
    ]


def test_without_pictures_over_the_voice_there_is_one_track_of_them() -> None:
    production = Production("p1", "P", NOW, takes=(HOOK,), cut=replace(CUT, dressing=Dressing()))
    timeline = otio.adapters.read_from_string(otio_text(edit_list(production, (), "clip.mp4")), "otio_json")
    assert [track.name for track in timeline.tracks] == ["V1", "A1"]


def test_end_card_and_crossfade_are_read_in_their_places_and_renamed_takes_by_their_names() -> None:
    cut = replace(CUT, end_card="Bewirb dich!", crossfade=True, dressing=Dressing())
    production = Production("p1", "P", NOW, takes=(HOOK,), cut=cut)
    edit = edit_list(production, (), "clip.mp4").with_files({"hook-t1.mp4": "hook-t1.mkv"})
    timeline = otio.adapters.read_from_string(otio_text(edit), "otio_json")
    picture, sound = timeline.tracks
    assert [one.media_reference.target_url for one in picture] == ["takes/hook-t1.mkv"] * 2 + ["clip.mp4"]
    assert (picture[2].source_range.start_time.value, picture[2].duration().value) == (105, 60)
    assert [type(one).__name__ for one in sound] == ["Clip", "Transition", "Clip", "Gap"]
    assert (sound[1].in_offset.value, sound[1].out_offset.value) == (2, 2)
    assert timeline.duration() == sound.duration() == otio.opentime.RationalTime(165, 30)
