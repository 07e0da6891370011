"""What a chart shows, before anybody draws it: in the window or for a paper."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Bar:
    """One bar.

    Attributes:
        value: at least 0.
        text: the figure as people read it.
        strong: what the chart is about; the others are there to compare.
    """

    label: str
    value: Fraction
    text: str
    strong: bool = False


@dataclass(frozen=True)
class Spread:
    """How the clips of a group lie: the thin line from the lowest to the highest, the bar over their middle half.

    Attributes:
        text: the median as people read it.
    """

    label: str
    lowest: Fraction
    lower: Fraction
    median: Fraction
    upper: Fraction
    highest: Fraction
    text: str


def scale_end(values: tuple[Fraction, ...]) -> Fraction:
    """A round figure at or above all values: 1, 2 or 5 and noughts; 1 where all are 0.

    Args:
        values: at least 0.
    """
    most = max(values, default=Fraction(0))
    if most <= 0:
        return Fraction(1)
    step = Fraction(1)
    while step * 10 <= most:
        step *= 10
    while step > most:
        step /= 10
    return next(step * times for times in (1, 2, 3, 4, 5, 6, 8, 10) if step * times >= most)
