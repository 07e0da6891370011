"""Several hooks, one rest."""

from skriptstudio.domain.hook_variants import MOST_HOOKS, can_add, chosen_hook, with_chosen, with_new, without
from skriptstudio.domain.script import SectionKind, sections_from

PARTS = sections_from([(SectionKind.HOOK, "Eins."), (SectionKind.CTA, "Komm.")])


def test_another_one_is_spoken_and_the_first_waits_in_its_place() -> None:
    parts, hooks = with_chosen(PARTS, ("Zwei.", "Drei."), 1)
    assert (chosen_hook(parts), hooks) == ("Drei.", ("Zwei.", "Eins."))
    assert parts[1] == PARTS[1]


def test_choosing_back_and_forth_loses_nothing() -> None:
    parts, hooks = with_chosen(*with_chosen(PARTS, ("Zwei.",), 0), 0)
    assert (tuple(parts), hooks) == (PARTS, ("Zwei.",))


def test_a_new_one_leaves_room_and_keeps_the_others() -> None:
    parts, hooks = with_new(PARTS, ("Zwei.",))
    assert (chosen_hook(parts), hooks) == ("", ("Zwei.", "Eins."))
    assert with_new(parts, hooks) == (parts, hooks)
    back, waiting = with_chosen(parts, hooks, 1)
    assert (chosen_hook(back), waiting) == ("Eins.", ("Zwei.",))


def test_there_is_a_most_of_them() -> None:
    many = tuple(f"{n}." for n in range(MOST_HOOKS - 1))
    assert not can_add(many)
    assert with_new(PARTS, many) == (list(PARTS), many)
    assert without(many, 0) == many[1:]
