"""Several first sentences for one rest: one is spoken, the others wait beside it (domain.md 1.3)."""

from collections.abc import Sequence
from dataclasses import replace

from skriptstudio.domain.script import Section, SectionKind

MOST_HOOKS = 6
"""The chosen one and five that wait; who needs more has too many to choose from."""

Parts = list[Section]
Hooks = tuple[str, ...]


def chosen_hook(parts: Sequence[Section]) -> str:
    """The first sentence that is spoken; empty where there is none."""
    return next((part.text.strip() for part in parts if part.kind is SectionKind.HOOK), "")


def with_chosen(parts: Sequence[Section], hooks: Sequence[str], wanted: int) -> tuple[Parts, Hooks]:
    """Let the variant with this index be spoken; the one that was spoken waits in its place."""
    before = chosen_hook(parts)
    waiting = [before if at == wanted else hook for at, hook in enumerate(hooks)]
    return _with_text(parts, hooks[wanted]), tuple(hook for hook in waiting if hook)


def with_new(parts: Sequence[Section], hooks: Sequence[str]) -> tuple[Parts, Hooks]:
    """Room for another first sentence; the one that was spoken waits behind the others.

    Where nothing is written yet, nothing changes, and neither where there are ``MOST_HOOKS``.
    """
    before = chosen_hook(parts)
    if not before or not can_add(hooks):
        return list(parts), tuple(hooks)
    return _with_text(parts, ""), (*hooks, before)


def without(hooks: Sequence[str], gone: int) -> Hooks:
    """The variants but for the one with this index."""
    return tuple(hook for at, hook in enumerate(hooks) if at != gone)


def can_add(hooks: Sequence[str]) -> bool:
    """Whether one more fits."""
    return len(hooks) + 1 < MOST_HOOKS


def _with_text(parts: Sequence[Section], text: str) -> Parts:
    return [replace(part, text=text) if part.kind is SectionKind.HOOK else part for part in parts]
