"""Figures as platforms write them, German and English; what may mean two things is refused."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.errors import BadNumber
from skriptstudio.domain.figure_text import count, decimal_sign, seconds, share


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0), ("1234", 1234), ("1.234", 1234), ("1,234", 1234), ("1.234.567", 1_234_567), ("1 234", 1234),
        ("1\u202f234", 1234), ("1’234", 1234), ("12,0", 12), ("1.234,00", 1234), ("1,2 Tsd.", 1200), ("1.2K", 1200),
        ("3 Mio.", 3_000_000), ("1,5M", 1_500_000), ("12 Tsd", 12_000), ('"7"', 7), ("", None), (" – ", None),
        ("n/a", None), ("k. A.", None),
    ],
)  # fmt: skip
def test_counts(text: str, value: int | None) -> None:
    assert count(text) == value


@pytest.mark.parametrize("text", ["1,5", "-3", "<5", "12 %", "0:12", "1.23.456", "1,2 Stk.", "١٢", "9" * 16, "1" * 99])
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(BadNumber):
        count(text)


@pytest.mark.parametrize(
    ("text", "point", "value"),
    [
        ("0:12", "", 12), ("1:02:03", "", 3723), ("00:00:12", "", 12), ("0:12,5", "", Fraction(25, 2)),
        ("12,5", "", Fraction(25, 2)), ("12.5 s", "", Fraction(25, 2)), ("14 Sek.", "", 14),
        ("8,4 Sekunden", "", Fraction(42, 5)),
        ("1.234,5", "", Fraction(2469, 2)), ("1.234", ",", 1234),
        ("1.234", ".", Fraction(617, 500)), ("0.123", "", Fraction(123, 1000)),
        ("", "", None),
    ],
)  # fmt: skip
def test_times(text: str, point: str, value: Fraction | None) -> None:
    assert seconds(text, point) == value


@pytest.mark.parametrize("text", ["1.234", "0:72", "bald", "1,2,3", "12,5 h"])
def test_what_is_no_sure_time_is_refused(text: str) -> None:
    with pytest.raises(BadNumber):
        seconds(text)


def test_shares_need_their_sign_where_they_may_be_parts_of_one() -> None:
    assert share("12,3 %") == share("12.3%") == share("12,3", percent=True) == Fraction(123, 10)
    assert share("0,87", percent=True) == Fraction(87, 100)
    assert share("63") == 63
    with pytest.raises(BadNumber):
        share("0.87")
    with pytest.raises(BadNumber):
        share("12,3", point=".")


@pytest.mark.parametrize(
    ("cells", "sign"),
    [(["1,5", "1.234"], ","), (["1.5 %", "7"], "."), (["1.5", "1,5"], ""), (["1.234,5"], ","), (["1.234", ""], "")],
)
def test_the_cells_of_a_table_agree_on_a_decimal_sign_or_say_nothing(cells: list[str], sign: str) -> None:
    assert decimal_sign(cells) == sign


@given(st.text(max_size=80), st.sampled_from([count, seconds, share]))
def test_any_text_is_a_figure_of_at_least_nothing_or_refused(
    text: str, read: Callable[[str], int | Fraction | None]
) -> None:
    try:
        value = read(text)
    except BadNumber:
        return
    assert value is None or value >= 0


@given(st.integers(0, 10**9))
def test_a_grouped_number_is_read_back(value: int) -> None:
    assert count(f"{value:,}") == count(f"{value:,}".replace(",", ".")) == value
