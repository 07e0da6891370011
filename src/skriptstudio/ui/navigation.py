"""Which pages there are, and what the rail shows of the way."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from skriptstudio.domain.production import State
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.widgets.step_rail import RailStep, StepState

if TYPE_CHECKING:
    from skriptstudio.domain.production import Production
    from skriptstudio.ui.page import Page, Place

PAGES = {
    "plan": "plan.page:PlanPage",
    "write": "write.page:WritePage",
    "record": "record.page:RecordPage",
    "review": "review.page:ReviewPage",
    "publish": "publish.page:PublishPage",
    "results": "results.page:ResultsPage",
    "people": "people.page:PeoplePage",
    "settings": "settings.page:SettingsPage",
    "welcome": "welcome.page:WelcomePage",
    "no_library": "welcome.no_library:NoLibraryPage",
    "nothing_open": "nothing_open:NothingOpenPage",
}
"""Module and class of each page below ``ui/pages`` (``ui`` where no folder is named); imported when first shown."""

STEPS = ("plan", "write", "record", "review", "publish")

_REACHED: dict[State, str] = {
    State.IDEA: "write",
    State.SCRIPT: "write",
    State.SCRIPT_CHECK: "write",
    State.SCRIPT_READY: "record",
    State.RECORD: "record",
    State.SELECT: "record",
    State.RETURNED: "record",
    State.CUT: "review",
    State.FACT_CHECK: "review",
    State.PRESS_CHECK: "review",
    State.LEAD_CHECK: "review",
    State.BLOCKED: "review",
    State.RELEASED: "publish",
    State.PACKAGED: "publish",
    State.PUBLISHED: "publish",
    State.WITHDRAWN: "publish",
}
"""The step at which a production of each state stands; those before it are done."""


def load_page(key: str) -> type[Page]:
    """The class of the page of that key; importing it takes a moment the first time."""
    module, _, name = PAGES[key].partition(":")
    package = "skriptstudio.ui" if "." not in module else "skriptstudio.ui.pages"
    loaded: type[Page] = getattr(import_module(f"{package}.{module}"), name)
    return loaded


def load_all_pages() -> None:
    """Import every page, so that none has to be waited for; runs in a job."""
    for key in PAGES:
        load_page(key)


def make_page(key: str, place: Place) -> Page:
    """The page of that key, made anew."""
    return load_page(key)(place)


def step_of(production: Production) -> str:
    """The step at which the production stands."""
    return _REACHED[production.state]


def rail_steps(page: str, production: Production | None, waiting: int, say: Say) -> list[RailStep]:
    """The five steps as the rail shows them.

    Args:
        page: key of the page that is shown.
        production: the open one; without it the numbers are plain.
        waiting: clips that wait for a check, shown as a badge.
        say: translates.
    """
    names = {
        "plan": say("Plan"),
        "write": say("Write"),
        "record": say("Record"),
        "review": say("Review"),
        "publish": say("Publish"),
    }
    reached = STEPS.index(step_of(production)) if production is not None else -1
    steps = []
    for number, key in enumerate(STEPS):
        state: StepState = "plain"
        if key == page:
            state = "on"
        elif production is not None:
            written = key == "write" and not production.script.is_empty
            state = "done" if number < reached or written else "todo"
        badge = waiting if key == "review" else 0
        steps.append(RailStep(key, names[key], state, badge, _spoken(number + 1, names[key], state, badge, say)))
    return steps


def _spoken(number: int, name: str, state: StepState, badge: int, say: Say) -> str:
    text = say("Step {number}: {name}", number=number, name=name)
    if state == "on":
        text = say("{step}, here", step=text)
    elif state == "done":
        text = say("{step}, done", step=text)
    return say("{step}, {count} waiting", step=text, count=badge) if badge else text
