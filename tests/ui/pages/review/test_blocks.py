"""A take of the whole script shows its sections, also where something was cut out of it."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.production import Production
from skriptstudio.domain.script import WHOLE, Script, SectionKind, sections_from
from skriptstudio.domain.take import Take
from skriptstudio.ui.pages.review.blocks import Block, blocks_of

pytestmark = pytest.mark.qt

NOW = datetime(2026, 11, 28, tzinfo=UTC)
SCRIPT = Script(sections_from([(SectionKind.HOOK, "Eins zwei."), (SectionKind.VALUE, "Drei vier.")]))
CUES = (Cue(Fraction(0), Fraction(3), ("Eins zwei.",)), Cue(Fraction(3), Fraction(6), ("Drei vier.",)))


def second(value: int) -> Fraction:
    return Fraction(value)


@pytest.mark.parametrize(
    ("cuts", "blocks"),
    [
        ([(0, 6)], [("hook", 0, 0, 3), ("value", 0, 3, 6)]),
        ([(0, 2), (5, 9)], [("hook", 0, 0, 2), ("hook", 1, 2, 3), ("value", 1, 3, 6)]),
    ],
)
def test_sections_go_on_over_a_cut_in_the_take(
    cuts: list[tuple[int, int]], blocks: list[tuple[str, int, int, int]]
) -> None:
    take = Take("t", WHOLE, "t.mp4", "0" * 64, second(9), 270, NOW)
    cut = Cut(tuple(Segment("t", second(a), second(b)) for a, b in cuts))
    production = Production("p", "P", NOW, script=SCRIPT, takes=(take,), cut=cut)
    assert blocks_of(production, CUES) == tuple(Block(name, n, second(a), second(b)) for name, n, a, b in blocks)


def test_other_words_than_those_of_the_script_make_one_block() -> None:
    take = Take("t", WHOLE, "t.mp4", "0" * 64, second(6), 180, NOW)
    cut = Cut((Segment("t", second(0), second(6)),))
    production = Production("p", "P", NOW, script=SCRIPT, takes=(take,), cut=cut)
    assert [block.section for block in blocks_of(production, CUES[:1])] == [WHOLE]
