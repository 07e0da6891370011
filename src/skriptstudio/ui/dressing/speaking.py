"""Whose names are offered for a name line: first names, as they stand in clips (domain.md 4.1)."""

from collections.abc import Sequence
from fractions import Fraction

from skriptstudio.domain.cut import Cut, placed
from skriptstudio.domain.people import Staff
from skriptstudio.domain.take import Take


def speaker_names(cut: Cut, takes: Sequence[Take], staff: Staff) -> tuple[str, ...]:
    """First names of those who speak in the cut, in order, each once."""
    speakers = {take.id: take.speakers for take in takes}
    heard = [person for segment in cut.segments for person in speakers.get(segment.take, ())]
    names = (_first_name(person, staff) for person in heard)
    return tuple(name for name in dict.fromkeys(names) if name)


def speaker_at(cut: Cut, takes: Sequence[Take], at: Fraction, staff: Staff) -> str:
    """First name of who is named first in the take seen at ``at`` seconds of the clip; empty if nobody is."""
    seen = [segment for segment, start in placed(cut.segments) if start <= at]
    return next(iter(speaker_names(Cut(tuple(seen[-1:])), takes, staff)), "")


def _first_name(person_id: str, staff: Staff) -> str:
    return next((person.first_name for person in staff.people if person.id == person_id), "")
