"""How a script is written on, and which of its earlier states are kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from skriptstudio.domain.script import Script, ScriptVersion, Section

BREAK = timedelta(minutes=15)
"""Who writes on after a longer break begins a new version: saving goes by itself and tells nothing of intention."""

MOST_VERSIONS = 40
"""A script of 200 words has about 2 kB, so all versions stay below 100 kB."""


def rewritten(script: Script, sections: Sequence[Section], by: str, now: datetime, *, whole: bool = False) -> Script:
    """The script with other sections, written by ``by``, who becomes an author.

    What stood there before is kept as a version if somebody else wrote it, if it is older than ``BREAK``, or if the
    new text replaces the ``whole`` of it (an import, an older version).

    Args:
        script: as it stands.
        sections: as they shall be.
        by: id of the person, empty if nobody knows.
        now: the present moment.
        whole: see above.
    """
    new = tuple(sections)
    if new == script.sections:
        return script
    fresh = script.written is not None and now - script.written <= BREAK and script.written_by == by
    versions = script.versions if fresh and not whole else with_version(script, now).versions
    changed = replace(script, sections=new, versions=versions, written_by=by, written=now)
    return changed.with_author(by) if by else changed


def with_version(script: Script, now: datetime, approved_by: str = "") -> Script:
    """The script with its present text among the versions; the oldest go where there are too many."""
    if script.is_empty:
        return script
    version = ScriptVersion(script.sections, script.written_by, script.written or now, approved_by)
    kept = script.versions
    if kept and kept[-1].sections == version.sections:
        if not approved_by:
            return script
        kept = kept[:-1]
    return replace(script, versions=(*kept, version)[-MOST_VERSIONS:])


def version_number(script: Script, sections: Sequence[Section]) -> int:
    """The number of a text among the versions, counted from 1; a text that isn't kept yet is the next one."""
    same = [number for number, version in enumerate(script.versions, 1) if version.sections == tuple(sections)]
    return same[-1] if same else len(script.versions) + 1
