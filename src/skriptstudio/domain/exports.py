"""What the record says about files that left the house."""

from collections.abc import Collection
from dataclasses import replace

from skriptstudio.domain.production import Decision, Export, HistoryEntry, Production, State

ARCHIVE = ".zip"
"""Ending of a package in one file; it lies beside the folder of the same name."""


def with_exports(production: Production, exports: Collection[Export]) -> Production:
    """Write down files before they leave, drafts, too: a revocation may look for one in vain, but must miss none."""
    return replace(production, exports=(*production.exports, *exports))


def without_exports(production: Production, exports: Collection[Export]) -> Production:
    """Take back what was written down and never left."""
    return replace(production, exports=tuple(one for one in production.exports if one not in exports))


def packaged(production: Production, exports: Collection[Export]) -> Production:
    """Say that released files, written down by ``with_exports``, have left; a released clip is now packaged."""
    state = State.PACKAGED if production.state is State.RELEASED else production.state
    noted = replace(production, state=state)
    for one in exports:
        noted = noted.with_history(
            HistoryEntry(Decision.EXPORTED, one.by, one.when, f"{one.profile} {one.sha256[:16]}")
        )
    return noted
