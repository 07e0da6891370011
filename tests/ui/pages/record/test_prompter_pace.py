"""How the prompter's text moves: with the reader's tempo, to a target, by hand; without a window."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.prompter import Prompter, PrompterMode
from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.language.coach import GermanCoach
from skriptstudio.ui.prompter.pace import VOICE_GLIDE_SECONDS, Pace, Track
from skriptstudio.ui.prompter.reading import (
    Line,
    Sentence,
    broken,
    moment_after,
    outlook,
    said_words,
    spoken,
    total_seconds,
    words_before,
)

TEXT = (
    "Mein Büro hat heute keine Wände. Ich trage das Stativ, // und Mehmet trägt die Latten. "
    "Dieses Ding misst auf zwei Millimeter genau. Abends · steht die Straße im Plan."
)
SECTIONS = (Section("hook", SectionKind.HOOK, TEXT), Section("cta", SectionKind.CTA, "Komm eine Woche zum Praktikum."))


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def read_by(**settings: Any) -> tuple[Sentence, ...]:
    return spoken(SECTIONS, GermanCoach(), Prompter(**settings))


def in_lines(sentences: tuple[Sentence, ...], column: float = 18) -> tuple[Line, ...]:
    return broken(sentences, column, lambda text: float(len(text)))


def test_at_the_calm_tempo_a_script_takes_as_long_as_the_page_write_says() -> None:
    assert total_seconds(read_by()) == pytest.approx(GermanCoach().advise(SECTIONS).seconds)


@pytest.mark.parametrize("rate", [2.5, 4.6, 8.0])
def test_a_reader_s_own_syllables_set_the_tempo_but_pauses_stay(rate: float) -> None:
    calm, own = outlook(read_by(), Prompter()), outlook(read_by(syllables_per_second=rate), Prompter())
    syllables = sum(one.syllables for one in read_by())
    assert own.seconds - calm.seconds == pytest.approx(syllables / rate - syllables / 5.0)


@pytest.mark.parametrize("target", [10, 30, 180])
def test_with_a_target_the_last_line_ends_just_then(target: int) -> None:
    clock = Clock()
    lines = in_lines(read_by(mode=PrompterMode.TARGET, target_seconds=target))
    pace = Pace(lines, clock)
    pace.start()
    clock.now += target - lines[-1].seconds / 2
    assert pace.line == len(lines) - 1
    clock.now += lines[-1].seconds / 2
    assert pace.left == pytest.approx(0)


@pytest.mark.parametrize(("target", "hurried"), [(8, True), (30, False)])
def test_a_target_that_needs_haste_is_known_before(target: int, hurried: bool) -> None:
    settings = Prompter(mode=PrompterMode.TARGET, target_seconds=target)
    assert outlook(spoken(SECTIONS, GermanCoach(), settings), settings).hurried is hurried


def test_at_a_pause_mark_the_text_waits_and_then_goes_on_as_before() -> None:
    track = Track((Line("davor", "hook", 0.0, 2.0), Line("eins // zwei", "hook", 2.0, 4.8, 1, ((0.5, 0.8),))))
    assert [round(track.scrolled(at), 3) for at in (3.0, 4.0, 4.4, 4.8)] == [0.75, 1.0, 1.0, 1.0]
    assert track.middle(1) == pytest.approx(4.0)


def test_marks_are_seen_but_never_spoken() -> None:
    sentences = read_by()
    lines = in_lines(sentences)
    assert "//" in sentences[1].text
    assert [line.text for line in lines if "·" in line.text] == ["Abends · steht die"]
    assert not any(line.text.startswith(("//", "·")) for line in lines)
    assert sentences[1].seconds == pytest.approx(sentences[1].syllables / 5.0 + 0.2 + 0.45 + 0.8)
    assert sum(seconds for line in lines for _, seconds in line.waits) == pytest.approx(0.3 + 0.8)


columns = st.integers(4, 60)
steps = st.lists(st.tuples(st.floats(0, 3), st.sampled_from(["run", "hold", "on", "back", "wait"])), max_size=30)


@given(columns, steps)
def test_whatever_the_reader_does_the_text_stands_exactly_where_it_should(column: int, played: Any) -> None:
    clock = Clock()
    lines = in_lines(read_by(), column)
    pace = Pace(lines, clock)
    for seconds, act in played:
        before, was = pace.line, pace.seconds
        if act in ("on", "back"):
            pace.move(1 if act == "on" else -1)
            assert pace.line == min(max(before + (1 if act == "on" else -1), 0), len(lines) - 1)
        elif act == "run":
            pace.start()
            assert pace.seconds == was
        elif act == "hold":
            pace.hold()
            assert pace.seconds == was
        before, was = pace.line, pace.seconds
        clock.now += seconds
        assert pace.seconds == pytest.approx(was + seconds if pace.running else was)
        assert pace.line >= before
        assert 0 <= pace.shown <= len(lines) - 1


@given(columns, st.lists(st.floats(0, 40), min_size=2, max_size=40))
def test_left_alone_the_text_only_moves_forward(column: int, moments: list[float]) -> None:
    track = Track(in_lines(read_by(), column))
    places = [track.scrolled(at) for at in sorted(moments)]
    assert places == sorted(places)


@pytest.mark.parametrize("mode", [PrompterMode.SENTENCES, PrompterMode.BULLETS])
def test_by_hand_every_step_is_a_sentence_and_time_moves_nothing(mode: PrompterMode) -> None:
    clock = Clock()
    sentences = read_by(mode=mode)
    pace = Pace(in_lines(sentences, 30), clock, by_hand=True)
    pace.start()
    seen = []
    for _ in range(len(sentences) + 1):
        clock.now += 60
        assert pace.shown == float(pace.line)
        seen.append(pace.sentence)
        pace.move(1)
    assert seen == [0, 1, 2, 3, 4, 4]
    pace.move(-2)
    assert pace.sentence == 2


def test_a_sentence_too_long_for_the_band_takes_several_steps() -> None:
    lines = tuple(Line(f"Zeile {at}", "hook", float(at), 1.0, 0 if at < 5 else 1) for at in range(7))
    pace = Pace(lines, Clock(), by_hand=True, visible=3)
    seen = []
    for _ in range(4):
        seen.append(pace.line)
        pace.move(1)
    assert seen == [0, 3, 5, 5]


@pytest.mark.parametrize("running", [True, False])
def test_the_hand_moves_the_text_at_once_but_the_eye_can_follow(running: bool) -> None:
    clock = Clock()
    pace = Pace(in_lines(read_by()), clock)
    clock.now += 1
    if running:
        pace.start()
    before = pace.shown
    pace.move(3)
    assert pace.line == 3
    assert pace.shown == pytest.approx(before)
    clock.now += 0.5
    assert pace.shown == pytest.approx(3.0, abs=0.5)


def test_broken_anew_the_reader_stays_at_the_same_word() -> None:
    clock = Clock()
    sentences = read_by()
    pace = Pace(in_lines(sentences), clock)
    pace.start()
    clock.now += 6.0
    pace.lay(in_lines(sentences, 9))
    assert pace.running
    assert pace.seconds == pytest.approx(6.0)
    assert pace.sentence == 1


def test_a_second_view_with_other_lines_shows_the_same_moment() -> None:
    clock = Clock()
    sentences = read_by()
    pace = Pace(in_lines(sentences), clock)
    wider = Track(in_lines(sentences, 60))
    pace.start()
    clock.now += 7.0
    assert wider.lines[round(pace.place(wider))].sentence == pace.sentence


def test_the_text_follows_the_voice_in_a_glide_and_waits_with_it() -> None:
    clock, sentences = Clock(), read_by(mode=PrompterMode.VOICE)
    pace = Pace(in_lines(sentences), clock, by_voice=True)
    pace.start()
    clock.now += 5
    assert pace.seconds == 0
    third = moment_after(sentences[1], 2)
    pace.follow(third)
    assert pace.seconds == third
    assert pace.moment == pytest.approx(0)
    clock.now += VOICE_GLIDE_SECONDS / 2
    assert 0 < pace.moment < third
    clock.now += VOICE_GLIDE_SECONDS
    assert pace.moment == third


def test_held_text_doesn_t_follow_and_the_hand_wins_over_the_voice() -> None:
    clock, sentences = Clock(), read_by(mode=PrompterMode.VOICE)
    pace = Pace(in_lines(sentences), clock, by_voice=True)
    pace.start()
    pace.hold()
    pace.follow(4.0)
    assert pace.seconds == 0
    pace.start()
    pace.move(3)
    assert pace.line == 3
    assert pace.running


@pytest.mark.parametrize("mode", [PrompterMode.VOICE, PrompterMode.TARGET])
def test_a_word_s_moment_lies_in_the_line_that_shows_it(mode: PrompterMode) -> None:
    sentences = read_by(mode=mode)
    lines = in_lines(sentences)
    track = Track(lines)
    for number, one in enumerate(sentences):
        words = said_words(one)
        moments = [moment_after(one, k) for k in range(len(words) + 1)]
        assert moments == sorted(moments)
        assert moments[0] == one.start
        for k, word in enumerate(words):
            shown = lines[track.line((moments[k] + moments[k + 1]) / 2)]
            assert shown.sentence == number
            assert word in shown.text
            assert words_before(one, moments[k]) == k
