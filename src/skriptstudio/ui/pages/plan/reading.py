"""What the page reads of the library, in a job."""

from dataclasses import replace

from skriptstudio.assembly import House
from skriptstudio.content.formats import SeriesFormat
from skriptstudio.domain.errors import BadInput
from skriptstudio.domain.production import Summary
from skriptstudio.ui.pages.plan.overview import Overview


def read_overview(
    house: House,
    everything: tuple[Summary, ...],
    found: tuple[Summary, ...],
    formats: tuple[SeriesFormat, ...],
) -> Overview:
    """Productions, ideas and the plan as they are now.

    A plan that can't be read keeps nobody from the productions; its commands say what is wrong with it.
    """
    rhythm, ideas = house.rhythm, house.ideas
    overview = Overview(everything, found, formats, ideas.all(), house.desk.clock.today(), kept=ideas.pool().kept)
    try:
        return replace(overview, book=rhythm.book(), outlook=rhythm.outlook(), capacity=rhythm.capacity())
    except BadInput:
        return overview
