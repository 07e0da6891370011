"""JSON on the drive: what was written is read again, and nothing else is believed."""

import dataclasses
import json
import types
import typing
from datetime import UTC, date, datetime
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skriptstudio.domain.errors import BrokenRecord, NewerRecord
from skriptstudio.domain.licence import Licence
from skriptstudio.domain.people import Consent, Staff
from skriptstudio.domain.post import COVER_AT, Post
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take
from skriptstudio.store.migrations import JsonObject
from skriptstudio.store.records import PRODUCTION, STAFF, Form, plain_name

HERE = Path("production.json")

TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
IDS = st.from_regex(r"[A-Za-z0-9_-]{1,12}", fullmatch=True)
SIMPLE: dict[object, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-(10**12), 10**12),
    bool: st.booleans(),
    Fraction: st.fractions(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
}
SPECIAL: dict[tuple[type, str], st.SearchStrategy[Any]] = {
    (Production, "id"): IDS,
    (Consent, "scan"): st.just("") | IDS.map("{}.pdf".format).filter(plain_name),
    (Licence, "proof"): st.just("") | IDS.map("{}.pdf".format).filter(plain_name),
    (Take, "file"): IDS.map("{}.mp4".format).filter(plain_name),
}


def every(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a domain type, with every field filled, also those added later."""
    if kind in SIMPLE:
        return SIMPLE[kind]
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return st.one_of([st.none() if a is types.NoneType else every(a) for a in arguments])
    if origin is tuple:
        return st.lists(every(arguments[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(every(arguments[0]), every(arguments[1]), max_size=2)
    if issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    hints = typing.get_type_hints(kind)
    fields = {
        f.name: SPECIAL[kind, f.name] if (kind, f.name) in SPECIAL else every(hints[f.name])
        for f in dataclasses.fields(kind)
    }
    return st.builds(kind, **fields)


@given(every(Production))
@settings(deadline=None, max_examples=60)
def test_any_production_is_read_as_it_was_written(production: Production) -> None:
    assert PRODUCTION.decode(PRODUCTION.encode(production, HERE), HERE) == production


@given(every(Staff))
@settings(deadline=None, max_examples=60)
def test_any_staff_is_read_as_it_was_written(staff: Staff) -> None:
    assert STAFF.decode(STAFF.encode(staff, HERE), HERE) == staff


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(every(Production), st.data())
@settings(deadline=None, max_examples=80)
def test_a_record_with_one_wrong_place_is_broken_or_still_good(production: Production, data: st.DataObject) -> None:
    raw = json.loads(PRODUCTION.encode(production, HERE))
    place: Any = raw
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if not isinstance(place[key], dict | list) or not place[key] or data.draw(st.booleans()):
            break
        place = place[key]
    place[key] = data.draw(JSON)
    read_or_refused(json.dumps(raw).encode())


@given(every(Production), st.data())
@settings(deadline=None, max_examples=60)
def test_a_record_that_was_cut_off_or_scratched_never_crashes(production: Production, data: st.DataObject) -> None:
    whole = PRODUCTION.encode(production, HERE)
    at = data.draw(st.integers(0, len(whole) - 1))
    read_or_refused(whole[:at])
    read_or_refused(whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + 1 :])


@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_refused_with_a_reason(data: bytes) -> None:
    read_or_refused(data)


def read_or_refused(data: bytes) -> None:
    refusal: BrokenRecord | NewerRecord | None = None
    try:
        record = PRODUCTION.decode(data, HERE)
    except (BrokenRecord, NewerRecord) as error:
        refusal = error
    else:
        assert PRODUCTION.decode(PRODUCTION.encode(record, HERE), HERE) == record
    if refusal is not None:
        assert refusal.path == str(HERE)
        assert all(refusal.values().values())


def changed(clip: Production, **fields: object) -> bytes:
    return json.dumps({**json.loads(PRODUCTION.encode(clip, HERE)), **fields}).encode()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": 5}, "title"),
        ({"created": "2026-11-22T12:00:00"}, "without its zone"),
        ({"created": "gestern"}, "created"),
        ({"created": "0001-01-01T00:00:00+23:00"}, "beyond the calendar"),
        ({"state": "fertig"}, "state"),
        ({"takes": "abc"}, "takes"),
        ({"takes": [5]}, "takes[0]"),
        ({"script": []}, "script"),
        ({"cut": {"segments": [{"take": "t", "start": "1/0", "end": "1"}]}}, "segments[0].start"),
        ({"cut": {"segments": [{"take": "t", "start": 0.5, "end": "1"}]}}, "segments[0].start"),
        ({"release": {"by": None, "when": None, "seals": []}}, "release"),
        ({"id": "../p1"}, "id"),
        ({"note": "von Hand"}, "note"),
        ({"schema": "1"}, "schema"),
        ({"schema": True}, "schema"),
        ({"schema": 0}, "schema"),
    ],
)
def test_a_broken_record_says_where(clip: Production, fields: dict[str, object], told: str) -> None:
    with pytest.raises(BrokenRecord) as error:
        PRODUCTION.decode(changed(clip, **fields), HERE)
    assert told in error.value.reason


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        '{"schema": NaN}',
        '{"schema": 1, "schema": 1}',
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"schema": 1, "title": "\\ud800"}',
        '{"schema": ' + "9" * 5000 + "}",
    ],
)
def test_json_that_is_a_trap_is_refused(text: str) -> None:
    with pytest.raises(BrokenRecord):
        PRODUCTION.decode(text.encode(), HERE)


@pytest.mark.parametrize("file", ["../../x", "/etc/passwd", "a/b.mp4", "a\\b.mp4", "C:\\x", "..", "con", "", "x\n"])
def test_a_take_never_names_a_file_elsewhere(clip: Production, file: str) -> None:
    take = Take("t1", "hook", "a.mp4", "00", Fraction(1), 30, clip.created)
    bad = dataclasses.replace(clip, takes=(dataclasses.replace(take, file=file),))
    with pytest.raises(BrokenRecord, match="plain file name"):
        PRODUCTION.encode(bad, HERE)


def test_a_person_can_read_the_record(clip: Production) -> None:
    text = PRODUCTION.encode(dataclasses.replace(clip, title="Grüße"), HERE).decode()
    assert '\n  "title": "Grüße",\n' in text
    assert '"created": "2026-11-22T12:00:00Z"' in text


def test_a_record_saved_by_an_editor_with_byte_order_mark_is_read(clip: Production) -> None:
    assert PRODUCTION.decode(b"\xef\xbb\xbf" + PRODUCTION.encode(clip, HERE), HERE) == clip


def test_half_a_character_from_the_command_line_is_no_crash(clip: Production) -> None:
    odd = dataclasses.replace(clip, title="a\udcfcb")
    assert PRODUCTION.decode(PRODUCTION.encode(odd, HERE), HERE).title == "a?b"


def test_a_newer_record_is_left_alone(clip: Production) -> None:
    with pytest.raises(NewerRecord) as error:
        PRODUCTION.decode(changed(clip, schema=PRODUCTION.schema + 1, unheard_of=[]), HERE)
    assert error.value.schema == PRODUCTION.schema + 1


def with_title(raw: JsonObject) -> JsonObject:
    return {**{k: v for k, v in raw.items() if k != "name"}, "title": raw["name"]}


def with_capital(raw: JsonObject) -> JsonObject:
    return {**raw, "title": str(raw["title"]).upper()}


def test_an_old_record_takes_every_step_to_the_present(clip: Production) -> None:
    future = Form(Production, {1: with_title, 2: with_capital})
    old = {"schema": 1, "id": "p1", "name": "alt", "created": "2020-01-01T00:00:00Z"}
    found = future.decode(json.dumps(old).encode(), HERE)
    assert future.schema == 3
    assert found.title == "ALT"
    assert json.loads(future.encode(found, HERE))["schema"] == 3


def test_a_production_from_before_the_bin_has_an_empty_one() -> None:
    old = {"schema": 1, "id": "p1", "title": "alt", "created": "2020-01-01T00:00:00Z"}
    assert PRODUCTION.decode(json.dumps(old).encode(), HERE).bin == ()


def test_a_script_from_before_versions_has_none_and_is_not_approved() -> None:
    script = {"sections": [{"name": "hook", "kind": "hook", "text": "Hallo."}], "authors": ["mia"]}
    old = {"schema": 4, "id": "p1", "title": "alt", "created": "2020-01-01T00:00:00Z", "script": script}
    found = PRODUCTION.decode(json.dumps(old).encode(), HERE).script
    assert (found.versions, found.hooks, found.left, found.approval) == ((), (), (), None)
    assert (found.sections[0].picture, found.sections[0].speaker) == ("", "")


def test_a_post_from_before_covers_has_the_usual_one() -> None:
    old = {"schema": 12, "id": "p1", "title": "alt", "created": "2020-01-01T00:00:00Z"}
    found = PRODUCTION.decode(json.dumps({**old, "post": {"text": "Komm!", "hashtags": ["Amt"]}}).encode(), HERE)
    assert found.post == Post("Komm!", ("Amt",), "", "", COVER_AT)


def test_a_migration_that_meets_nonsense_says_so() -> None:
    future = Form(Production, {1: with_title})
    with pytest.raises(BrokenRecord):
        future.decode(b'{"schema": 1, "id": "p1"}', HERE)


@pytest.mark.parametrize("scan", ["../people.json", "C:\\Windows\\x.pdf", "a/b.pdf", "con.pdf", ".."])
def test_a_consent_never_names_a_scan_elsewhere(scan: str) -> None:
    paper = Consent("c1", "u1", ("tiktok",), date(2026, 1, 1), date(2027, 1, 1))
    data = STAFF.encode(Staff(consents=(paper,)), HERE)
    forged = json.loads(data)
    forged["consents"][0]["scan"] = scan
    with pytest.raises(BrokenRecord):
        STAFF.decode(json.dumps(forged).encode(), HERE)
