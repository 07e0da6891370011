"""The prompter follows the reader's voice; what was understood is told by a follower that the tests lead."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.sound_server import serving
from tests.speech.reading import RATE, read
from tests.ui.hands import TITLE, press

from skriptstudio.domain.errors import VoiceMissing
from skriptstudio.domain.ports.speech import ReadingPlace
from skriptstudio.domain.prompter import Prompter, PrompterMode
from skriptstudio.domain.script import WHOLE
from skriptstudio.language.sentences import sentences

pytestmark = pytest.mark.qt


class Led:
    """Understands what the test wants it to."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = sentences
        self.heard = 0
        self.says: ReadingPlace | None = None
        self.sent_to: list[ReadingPlace] = []

    def hear(self, sound: bytes) -> ReadingPlace | None:
        assert len(sound) == 3200
        self.heard += 1
        return self.says

    def go_to(self, place: ReadingPlace) -> None:
        self.sent_to.append(place)
        self.says = place


@pytest.fixture
def followers(page: Any, monkeypatch: pytest.MonkeyPatch) -> list[Led]:
    made: list[Led] = []

    def follower(sentences: Sequence[str]) -> Led:
        made.append(Led(sentences))
        return made[-1]

    monkeypatch.setattr(page.session.house.listening, "follower", follower)
    page.session.change_settings(prompter=Prompter(mode=PrompterMode.VOICE))
    page.view.lineup.section_chosen.emit(WHOLE)
    return made


def test_the_text_waits_for_the_voice_and_goes_where_it_is(
    rolling: Callable[..., Any], stop: Callable[[], None], followers: list[Led], wait_until: Callable[..., None]
) -> None:
    stage = rolling()
    wait_until(lambda: followers and followers[-1].heard)
    assert stage.pace.seconds == 0
    assert "deiner Stimme" in stage.live._how.text()
    followers[-1].says = ReadingPlace(1, 0)
    wait_until(lambda: stage.pace.sentence == 1)
    before = followers[-1].heard
    wait_until(lambda: followers[-1].heard > before + 1)
    assert stage.pace.sentence == 1
    stop()
    count = followers[-1].heard
    time.sleep(0.3)
    assert followers[-1].heard == count


def test_no_pause_mark_is_expected_to_be_spoken(rolling: Callable[..., Any], followers: list[Led]) -> None:
    rolling()
    assert followers[-1].sentences
    assert not any(word in ("·", "//") for one in followers[-1].sentences for word in one.split())


def test_the_hand_wins_and_the_follower_goes_on_from_there(
    rolling: Callable[..., Any], followers: list[Led], wait_until: Callable[..., None]
) -> None:
    stage = rolling()
    wait_until(lambda: followers and followers[-1].heard)
    followers[-1].says = ReadingPlace(2, 1)
    wait_until(lambda: stage.pace.sentence == 2)
    for _ in range(3):
        press("Up")
    assert stage.pace.sentence < 2
    wait_until(lambda: followers[-1].sent_to)
    assert followers[-1].sent_to[-1].sentence == stage.pace.sentence


def test_held_text_stays_until_it_is_let_go(
    rolling: Callable[..., Any], followers: list[Led], wait_until: Callable[..., None]
) -> None:
    stage = rolling()
    wait_until(lambda: followers and followers[-1].heard)
    press("P")
    followers[-1].says = ReadingPlace(1, 0)
    before = followers[-1].heard
    wait_until(lambda: followers[-1].heard > before + 1)
    assert stage.pace.seconds == 0
    press("P")
    followers[-1].says = ReadingPlace(1, 1)
    wait_until(lambda: stage.pace.sentence == 1)


def test_where_nothing_can_follow_the_text_runs_by_itself(
    page: Any, rolling: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, wait_until: Callable[..., None]
) -> None:
    def refuse(sentences: Sequence[str]) -> Led:
        raise VoiceMissing

    monkeypatch.setattr(page.session.house.listening, "follower", refuse)
    page.session.change_settings(prompter=Prompter(mode=PrompterMode.VOICE))
    stage = rolling()
    wait_until(lambda: stage.pace.seconds > 0.1)
    assert "läuft" in stage.live._how.text()


def test_the_prompter_follows_the_built_in_speaker_to_the_end(
    page: Any, rolling: Callable[..., Any], wait_until: Callable[..., None]
) -> None:
    """The real thing: a voice, a room, a decoder."""
    page.session.change_settings(prompter=Prompter(mode=PrompterMode.VOICE))
    page.view.lineup.section_chosen.emit(WHOLE)
    stage = rolling()
    last = len(stage.text.scene.sentences) - 1
    seen: set[int] = set()

    def at_the_end() -> bool:
        seen.add(stage.pace.sentence)
        return bool(stage.pace.sentence == last and stage.text.place.word >= 1)

    wait_until(at_the_end, 40)
    assert seen == set(range(last + 1)), "it came past every sentence"


def test_the_text_follows_a_voice_in_the_real_microphone(
    house: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody reads, leaves a sentence out, and the prompter is there all the same."""
    script = house.desk.open(TITLE).record.script
    lines = [text for section in script.sections for text in sentences(section.text)]
    skipped = len(lines) // 2
    sound = read([text for number, text in enumerate(lines) if number != skipped])
    voice = np.interp(np.arange(3 * len(sound)) / 3, np.arange(len(sound)), sound)
    with serving(tmp_path / "pulse", monkeypatch) as server:
        microphone = house.studio.microphones()[0].id
        seconds = str(len(sound) / RATE + 1)
        command = [
            sys.executable,
            "-m",
            "tests.ui.pages.record.voice_run",
            str(house.library_path),
            microphone,
            seconds,
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as reader:
            assert reader.stdout is not None
            assert reader.stdout.readline() == "rolling\n"
            player = server.play(voice.astype(np.float32))
            places = json.loads(reader.stdout.readline())
            player.terminate()
            player.wait(5)
    assert list(dict.fromkeys(sentence for sentence, _ in places)) == [
        number for number in range(len(lines)) if number != skipped
    ]
    assert places[-1][1] >= len(lines[-1].split()) - 2
