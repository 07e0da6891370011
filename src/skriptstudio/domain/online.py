"""Which productions are or were online."""

from collections.abc import Iterator

from skriptstudio.domain.ports import Library
from skriptstudio.domain.production import Production, State

_NOT_YET = frozenset({State.IDEA, State.SCRIPT, State.SCRIPT_CHECK, State.SCRIPT_READY, State.RECORD, State.SELECT})


def published(library: Library) -> Iterator[Production]:
    """All productions that were ever published, newest first; only those that may have been are opened."""
    for summary in library.list():
        if summary.takes and summary.state not in _NOT_YET:
            production = library.read(summary.id).record
            if production.publications:
                yield production
