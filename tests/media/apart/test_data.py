"""What goes to a child and comes back is data, and nothing but what was meant."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import RenderPlan, SourceSegment
from skriptstudio.domain.dressing import Box, NameLine
from skriptstudio.domain.take import Footage, TakeFinding
from skriptstudio.media.apart.data import plain, shaped
from skriptstudio.media.apart.orders import Inspected

SECONDS = st.fractions(0, 100)


@settings(max_examples=20)
@given(
    st.builds(
        RenderPlan,
        segments=st.tuples(
            st.builds(SourceSegment, st.just(Path("ä/b.mov")), SECONDS, SECONDS, SECONDS, st.booleans())
        ),
        captions=st.lists(st.builds(Cue, SECONDS, SECONDS, st.just(("Zwei", "Zeilen"))), max_size=2).map(tuple),
        names=st.lists(st.builds(NameLine, st.text(), st.text(), SECONDS, SECONDS), max_size=2).map(tuple),
        boxes=st.lists(st.builds(Box, *[SECONDS] * 6), max_size=2).map(tuple),
        logo=st.none() | st.just(Path("logo.png")),
        lufs=st.floats(-30, 0),
    )
)
def test_every_plan_comes_back_as_it_went(plan: RenderPlan) -> None:
    assert shaped(RenderPlan, plain(plan)) == plan


def test_codes_come_back_as_what_they_stand_for() -> None:
    found = Inspected((TakeFinding.TOO_QUIET,))
    assert shaped(Inspected, plain(found)) == found


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Footage, {"seconds": "1/0"}),
        (Footage, {"colour": 1}),
        (Footage, {"seconds": "1"}),
        (Footage, []),
        (Inspected, {"findings": "too_quiet"}),
        (Inspected, {"findings": ["no such finding"]}),
        (Fraction, 1.5),
        (int, True),
        (type(None), 1),
    ],
)
def test_nonsense_is_refused(kind: type, value: Any) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it has no more to say
        shaped(kind, value)
