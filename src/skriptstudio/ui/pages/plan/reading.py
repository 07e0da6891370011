"""What the page reads of the library, in a job."""

from dataclasses import replace

from skriptstudio.assembly.house import House
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
    rhythm, pool, today = house.rhythm, house.ideas.pool(), house.desk.clock.today()
    waiting = sum(not one.idea for one in pool.questions)
    overview = Overview(everything, found, formats, house.ideas.all(), today, kept=pool.kept, questions=waiting)
    try:
        plan = rhythm.look(clips=everything)
        return replace(overview, book=plan.book, outlook=plan.outlook, capacity=plan.capacity, occasions=plan.occasions)
    except BadInput:
        return overview
