"""What the record says about files that left the house."""

from dataclasses import replace

from skriptstudio.domain.production import Decision, Export, HistoryEntry, Production, State

ARCHIVE = ".zip"
"""Ending of a package in one file; it lies beside the folder of the same name."""


def packaged(production: Production, exports: tuple[Export, ...]) -> Production:
    """Write down exported files with their hashes; a released clip is now packaged."""
    state = State.PACKAGED if production.state is State.RELEASED else production.state
    noted = replace(production, state=state, exports=(*production.exports, *exports))
    for one in exports:
        noted = noted.with_history(
            HistoryEntry(Decision.EXPORTED, one.by, one.when, f"{one.profile} {one.sha256[:16]}")
        )
    return noted
