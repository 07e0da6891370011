"""Two people at one production: each sees the other, and nobody is locked out."""

from typing import Any

import pytest

from skriptstudio.domain.presence import Editor

pytestmark = pytest.mark.qt

DENIZ = Editor("Deniz Kaya", "deniz", "PC-2", "b")


@pytest.fixture
def deniz(house: Any) -> Any:
    """Deniz has the production open on another computer."""
    made = house.plan.list()[0].id
    presence = house.desk.library.presence(made, DENIZ)
    presence.renew()
    return presence


def test_the_header_says_who_is_at_it_too(deniz: Any, opened: Any, wait_until: Any) -> None:
    window = opened.window
    window.go("write")
    wait_until(lambda: window.jobs.busy == 0)
    assert window.company.names == "Deniz Kaya"
    assert "Wird gerade von Deniz Kaya bearbeitet" in window.header._state.text()
    deniz.leave()
    window.company._renew()
    wait_until(lambda: window.company.names == "")
    assert "bearbeitet" not in window.header._state.text()


def test_who_closes_the_production_is_gone_for_the_others(deniz: Any, opened: Any, wait_until: Any) -> None:
    assert [one.person for one in deniz.others()] == ["Mira Albrecht"]
    opened.session.show_production(None)
    wait_until(lambda: opened.window.jobs.busy == 0)
    assert deniz.others() == ()
