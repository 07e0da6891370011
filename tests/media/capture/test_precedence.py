"""A running take goes before other programs, where the system allows it."""

import os
import sys
from threading import Event, Thread

import pytest

from skriptstudio.media.capture.precedence import Precedence

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells no niceness")


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)


def may_move_up() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def test_it_lasts_until_the_last_one_that_needs_it_is_done() -> None:
    usual, precedence = niceness(), Precedence()
    raised = usual - 5 if may_move_up() else usual
    with precedence.given():
        assert niceness() == raised
        with precedence.given():
            assert niceness() == raised
        assert niceness() == raised
    assert niceness() == usual


def test_threads_from_before_and_from_during_the_take_are_moved_too() -> None:
    usual, precedence = niceness(), Precedence()
    found: dict[str, list[int]] = {"before": [], "during": []}
    look, again, looked = Event(), Event(), {name: Event() for name in found}

    def watch(name: str) -> None:
        for signal in (look, again):
            assert signal.wait(10)
            found[name].append(niceness())
            looked[name].set()

    threads = [Thread(target=watch, args=("before",))]
    threads[0].start()
    with precedence.given():
        threads.append(Thread(target=watch, args=("during",)))
        threads[1].start()
        look.set()
        assert all(one.wait(10) for one in looked.values())
    again.set()
    for thread in threads:
        thread.join()
    raised = usual - 5 if may_move_up() else usual
    assert found == {"before": [raised, usual], "during": [raised, usual]}
