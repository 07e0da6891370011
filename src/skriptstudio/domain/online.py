"""Which productions are or were online."""

from collections.abc import Iterator
from datetime import date

from skriptstudio.domain.ports.library import Library
from skriptstudio.domain.production import Production, State

_NOT_YET = frozenset({State.IDEA, State.SCRIPT, State.SCRIPT_CHECK, State.SCRIPT_READY, State.RECORD, State.SELECT})


def published(library: Library, since: date | None = None) -> Iterator[Production]:
    """All productions that were ever published, newest first; only those that may have been are opened.

    Args:
        library: to look through.
        since: leave out what was begun before this day.
    """
    for summary in library.list():
        if since is not None and summary.created.date() < since:
            continue
        if summary.takes and summary.state not in _NOT_YET:
            production = library.read(summary.id).record
            if production.publications:
                yield production
