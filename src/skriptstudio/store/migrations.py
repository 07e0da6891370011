"""From an older schema of a record to the present one, one step at a time.

A step takes the JSON object of version n and returns that of version n + 1; it
never sees dataclasses, which only know the present. A record is migrated when
it is read and stays as it is on the drive until it is next saved.

When a field is added, renamed or dropped: add the step under the old version's
number, and raise nothing else by hand; the present version follows from here.
"""

from collections.abc import Callable, Mapping

JsonObject = dict[str, object]
Step = Callable[[JsonObject], JsonObject]


def _same(record: JsonObject) -> JsonObject:
    """Only fields with a default were added."""
    return record


def _comments_named(record: JsonObject) -> JsonObject:
    """Remarks were told apart by their place alone."""
    comments = record.get("comments")
    if isinstance(comments, list):
        named = [{"id": f"k{n}", **one} if isinstance(one, dict) else one for n, one in enumerate(comments, 1)]
        return {**record, "comments": named}
    return record


def _from_outside(record: JsonObject) -> JsonObject:
    """Which takes were recorded and which fetched wasn't written down: our own are MP4, and pictures are never ours.

    A fetched MP4 can't be told from a recording any more; it stays what it was, a film that is opened here.
    """

    def marked(take: object) -> object:
        if not isinstance(take, dict):
            return take
        recorded = str(take.get("file", "")).endswith(".mp4") and take.get("section") != "material"
        return {**take, "foreign": not recorded}

    takes = record.get("takes")
    return {**record, "takes": [marked(take) for take in takes]} if isinstance(takes, list) else record


PRODUCTION: Mapping[int, Step] = {
    1: _same,  # 2: notes and numbers of takes, the bin
    2: _same,  # 3: words of captions that need a look, when each sounds, and what was written by hand
    3: _same,  # 4: the answers before the script
    4: _same,  # 5: pictures, speakers, hook variants, remarks left so, versions and the approval of scripts
    5: _comments_named,  # 6: remarks have names, answers and ticks; points, comment plan, versions and exports
    6: _same,  # 7: what is laid over the picture, and where its window lies
    7: _same,  # 8: cuts whose sound goes over softly
    8: _same,  # 9: how long the checks of a clip took together
    9: _from_outside,  # 10: which takes weren't recorded here
    10: _same,  # 11: whether music is heard in a take, and licences
    11: _same,  # 12: who was named in a take when it was handed in
    12: _same,  # 13: alternative text, place and cover beside the clip
}
STAFF: Mapping[int, Step] = {
    1: _same,  # 2: deputies, absence, what a paper says, house rules, history, deletion log
    2: _same,  # 3: how people are named
}
FIRST: Mapping[int, Step] = {}
"""Of records that still have the form they began with."""


def present(steps: Mapping[int, Step]) -> int:
    """The version that ``steps`` lead to; versions are counted from 1."""
    return max(steps, default=0) + 1


def migrated(record: JsonObject, schema: int, steps: Mapping[int, Step]) -> JsonObject:
    """``record`` of version ``schema`` in the present form."""
    for version in range(schema, present(steps)):
        record = steps[version](record)
    return record
