import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skriptstudio.domain.errors import VoiceMissing
from skriptstudio.media.capture.source import SAMPLE_RATE
from skriptstudio.media.capture.spoken_text import INTRODUCTION, phrases
from skriptstudio.media.capture.voice import Samples, pieces, speak

TEXT = "Mein Büro hat heute keine Wände. Dieses Ding misst auf zwei Millimeter genau!"


def syllables(text: str) -> int:
    return len(re.findall(r"[aeiouyäöü]+", text.lower()))


def seconds(samples: Samples) -> float:
    return len(samples) / SAMPLE_RATE


def quiet_stretches(samples: Samples) -> list[float]:
    """Lengths of all stretches of at least 0.3 s below -50 dBFS, in seconds."""
    loud = np.flatnonzero(np.abs(samples) > 0.003)
    edges = np.concatenate([[-1], loud, [len(samples)]])
    gaps = (np.diff(edges) - 1) / SAMPLE_RATE
    return [float(gap) for gap in gaps if gap >= 0.3]


def test_it_speaks_as_fast_as_people_do() -> None:
    spoken = speak(TEXT)

    talking = seconds(spoken) - sum(quiet_stretches(spoken))
    assert 3 <= syllables(TEXT) / talking <= 7


def test_peaks_leave_headroom() -> None:
    peak_db = 20 * np.log10(np.abs(speak(TEXT)).max())

    assert -9 <= peak_db <= -7, "in the green of the level meter, which ends at -6 dBFS"


def test_quiet_stands_before_between_and_after_the_sentences() -> None:
    before, between, after = quiet_stretches(speak(TEXT))

    assert before == pytest.approx(0.5, abs=0.06)
    assert 0.35 <= between <= 0.5
    assert after >= 0.9  # the pause after the last sentence, then the closing quiet


def test_nothing_of_the_16_khz_is_mirrored_above_8_khz() -> None:
    power = np.square(np.abs(np.fft.rfft(speak(TEXT))))
    hertz = np.fft.rfftfreq(len(speak(TEXT)), 1 / SAMPLE_RATE)

    assert 10 * np.log10(power[hertz > 8_300].sum() / power.sum()) < -40


def test_reading_again_gives_the_same_sound() -> None:
    assert np.array_equal(speak(TEXT), speak(TEXT))


@pytest.mark.parametrize("text", ["", "  \n ", "🎉🎉", "\x00\x07", "<p></p>", "... !!! –"])
def test_a_text_without_words_introduces_the_demo(text: str) -> None:
    assert [phrase.text for phrase in phrases(text)] == [phrase.text for phrase in phrases(INTRODUCTION)]
    assert seconds(speak(text)) > 4


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Hallo <b>Welt</b>!", ["Hallo Welt !"]),
        ("</volume>Hallo", ["Hallo"]),
        ("Bund & Land", ["Bund und Land"]),
        ("3 < 5 und 6 > 2", ["3 5 und 6 2"]),
        ("Schön 👩‍🔧, dass du da bist 🎉", ["Schön , dass du da bist"]),
        ("Ver\u00admes\u00adsung", ["Vermessung"]),
        ("Am 3. Mai kommt Dr. Müller. Gut.", ["Am 3. Mai kommt Dr. Müller.", "Gut."]),
        ("Wirklich?! Ja …\n\nGut", ["Wirklich?!", "Ja …", "Gut"]),
        ("Erstens:\n- Papier\n- Stift", ["Erstens:", "Papier", "Stift"]),
        ("Eine Zeile\ngeht weiter.", ["Eine Zeile geht weiter."]),
    ],
)
def test_only_words_are_read(text: str, read: list[str]) -> None:
    assert [phrase.text for phrase in phrases(text)] == read


@pytest.mark.parametrize(
    "text", ["x" * 5_000, "1" * 300, "<" * 300, "!" * 300, "&amp;" * 50, "\ud800Amt", "Wort, " * 100]
)
def test_hostile_texts_are_harmless(text: str) -> None:
    beginning = [piece for piece, _ in zip(pieces(text), range(4), strict=False)]

    assert all(np.isfinite(piece).all() for piece in beginning)
    assert all(len(phrase.text) <= 200 for phrase in phrases(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_becomes_speech(text: str) -> None:
    assert 1.0 <= seconds(speak(text)) < 120


def test_two_thousand_words_are_read_one_after_the_other() -> None:
    first, second, *_ = (piece for piece, _ in zip(pieces("Das Amt hat neue Zeiten. " * 400), range(2), strict=False))

    assert len(phrases("Das Amt hat neue Zeiten. " * 400)) == 400
    assert seconds(first) == 0.5
    assert 1 < seconds(second) < 4


def test_a_broken_engine_is_a_missing_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: object, text: str, **_: object) -> bytes:
        raise RuntimeError("pico_loadResource ta failed")

    monkeypatch.setattr("py_nanotts.NanoTTS.speak", fail)

    with pytest.raises(VoiceMissing):
        speak("Das hat noch niemand gesagt.")


def test_the_engine_keeps_quiet_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    speak(TEXT)

    assert capfd.readouterr() == ("", "")
