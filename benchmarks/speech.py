"""How well the program hears: word times and following, beside laying the text evenly over the voice.

    python3 dev.py bench speech [--corpus DIR]

Without ``--corpus``, the demo's engine reads a script in three voices, straight through and with a sentence skipped,
one repeated and an ad-lib, each clean and with echo and noise; then only sentence starts are known and judged. A corpus
is a folder of sound files, each with its truth beside it: a JSON document with ``script`` (lines), ``words``
(``start``, ``end``, ``sent``, ``pos``) and ``sentences`` (``start``, ``end``, ``sent``; None for an ad-lib).

Following: ``near`` is the share of words that were shown, or shown to come within four words, 0.5 s after their end at
the latest; ``wrong`` the share of time in another line than the one that is read (not counting the first 0.6 s of a
line, an ad-lib belongs to the line before); ``jump`` the longest time until the right line after one was skipped or
repeated.
"""

import argparse
import json
import statistics
import sys
import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from pathlib import Path

import numpy as np
import py_nanotts
from numpy.typing import NDArray

from skriptstudio.domain.captions import TimedWord
from skriptstudio.domain.ports.speech import ReadingPlace
from skriptstudio.language.spoken.lexicon import own_lexicon
from skriptstudio.language.spoken.reader import SpokenGerman
from skriptstudio.language.syllables import count_syllables
from skriptstudio.media.look.listen import read_sound
from skriptstudio.speech.activity import RATE, speech_spans
from skriptstudio.speech.even_aligner import lay_over
from skriptstudio.speech.follower import PIECE, ScriptFollower
from skriptstudio.speech.script_aligner import aligned
from skriptstudio.speech.sounds.pronunciation import Pronouncer

Samples = NDArray[np.float32]

SCRIPT = """Hallo, ich bin Jonas und arbeite im Bauhof der Stadt.
Heute nehme ich dich einen Tag lang mit.
Um sechs Uhr treffen wir uns am Tor und verteilen die Aufgaben.
Dort schneiden wir die Hecken und leeren die Mülleimer.
Mittags essen wir zusammen in der Kantine.
Mir gefällt, dass ich jeden Tag etwas anderes mache.
Hast du Lust auf ein Praktikum?
Dann bewirb dich jetzt auf unserer Seite.""".splitlines()
ADLIB = "Moment bitte, da muss ich kurz noch etwas nachsehen."
VOICES = {"normal": (1.0, 1.0), "low": (0.75, 0.9), "high": (1.3, 1.1)}

LIMITS = {"clean": (0.025, 0.08, 0.99), "office": (0.030, 0.10, 0.98)}
"""Median and 95th percentile of the word starts in seconds, and the share of words found."""

ALIGN_LIMIT, PIECE_LIMIT_MS = 0.05, 20.0
NEAR_LIMIT, WRONG_LIMIT, JUMP_LIMIT = 0.99, 0.10, 0.6
NEAR_WORDS, NEAR_SECONDS, GRACE_SECONDS = 4, 0.5, 0.6
CLOSE_SECONDS = 2.0
FIRST_WORD_SECONDS = 0.3
"""Where only the start of a sentence is known: that long its first word may take."""


@dataclass(frozen=True)
class Take:
    """A recording and what is known of it.

    Attributes:
        truth: sentence, word and start of each word; of the first ones of sentences only where no more is known.
        ends: end of each of those.
        lines: sentence, start and end of each that was read; None for an ad-lib.
    """

    name: str
    script: list[str]
    samples: Samples
    truth: list[tuple[int, int, float]]
    ends: list[float]
    lines: list[tuple[int | None, float, float]]

    @property
    def seconds(self) -> float:
        return len(self.samples) / RATE


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 0 if all limits are kept, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=None, metavar="DIR")
    corpus = parser.parse_args(arguments).corpus
    pronounce = Pronouncer(SpokenGerman(own_lexicon()))
    aligned_head = f"{'found':>8}{'median':>8}{'p95':>8}{'extra':>7}{'cost':>7}"
    print(f"{'':24}{aligned_head}{'near':>7}{'wrong':>7}{'jump':>6}{'piece':>6}   even: found, median")
    kept = True
    for take in _corpus(corpus) if corpus else _own():
        kept &= _report(take, pronounce)
    print("limits: clean 0.99 0.025 0.08, office 0.98 0.030 0.10; cost 0.05 of real time")
    print("following: near 0.99, wrong 0.10, jump 0.6 s, piece of 100 ms 20 ms of CPU at p99")
    return 0 if kept else 1


def _report(take: Take, pronounce: Pronouncer) -> bool:
    began = time.process_time()
    words = aligned(take.script, take.samples, pronounce)
    cost = (time.process_time() - began) / take.seconds
    found, errors = _judged(take, words)
    extra = 0 if not words else _extra(take, words)
    followed = _followed(take, pronounce)
    even_found, even_errors = _judged(take, lay_over(take.script, speech_spans(take.samples), count_syllables))
    median, p95 = statistics.median(errors or [9]), sorted(errors or [9])[int(0.95 * (len(errors or [9]) - 1))]
    figures = f"{found:8.3f}{median:8.3f}{p95:8.3f}{extra:7d}{cost:7.3f}"
    following = f"{followed.near:7.3f}{followed.wrong:7.3f}{followed.jump:6.2f}{followed.piece_ms:6.1f}"
    even = f"{even_found:.3f}, {statistics.median(even_errors or [9]):.3f}"
    print(f"{take.name:24}{figures}{following}   {even}", flush=True)
    most, worst, least = LIMITS["office" if "office" in take.name else "clean"]
    near = median <= most and p95 <= worst and found >= least
    return near and not extra and cost <= ALIGN_LIMIT and followed.is_good


def _judged(take: Take, words: Sequence[TimedWord]) -> tuple[float, list[float]]:
    """Share of the known words found, and the error of each one's start in seconds."""
    errors = []
    for sentence, word, start in take.truth:
        gaps = [abs(float(w.start) - start) for w in words if (w.sentence, w.word) == (sentence, word)]
        if gaps and min(gaps) <= CLOSE_SECONDS:
            errors.append(min(gaps))
    return len(errors) / max(1, len(take.truth)), errors


def _extra(take: Take, words: Sequence[TimedWord]) -> int:
    """Words of whose kind more were heard than said; only kinds that are known count."""
    known = [(sentence, word) for sentence, word, _ in take.truth]
    heard = [(word.sentence, word.word) for word in words]
    kinds = set(heard) if len(known) > len(take.script) * 2 else {kind for kind in heard if kind[1] == 0}
    return sum(max(0, heard.count(kind) - known.count(kind)) for kind in kinds)


@dataclass(frozen=True)
class Followed:
    """How well a reader was followed; see above."""

    near: float
    wrong: float
    jump: float
    piece_ms: float

    @property
    def is_good(self) -> bool:
        close = self.near >= NEAR_LIMIT and self.wrong <= WRONG_LIMIT and self.jump <= JUMP_LIMIT
        return close and self.piece_ms <= PIECE_LIMIT_MS


def _followed(take: Take, pronounce: Pronouncer) -> Followed:
    follower = ScriptFollower(take.script, pronounce)
    pcm = (np.clip(take.samples, -1, 1) * 32_767).astype("<i2")
    costs, moments, places = [], [], []
    for start in range(0, len(pcm), PIECE):
        piece = pcm[start : start + PIECE]
        began = time.process_time()
        place = follower.hear(piece.tobytes())
        costs.append(1000 * (time.process_time() - began))
        moments.append((start + len(piece)) / RATE)
        places.append(place)
    shown = _Shown(take.script, moments, places)
    near = [shown.near(*word, end) for word, end in zip(take.truth, take.ends, strict=True)]
    return Followed(
        statistics.fmean(near) if near else 0.0,
        shown.wrong_share(take.lines),
        max(shown.jumps(take.lines), default=0.0),
        sorted(costs)[int(0.99 * (len(costs) - 1))],
    )


class _Shown:
    """What the prompter would have shown at each moment."""

    def __init__(self, script: Sequence[str], moments: Sequence[float], places: Sequence[ReadingPlace | None]) -> None:
        self._offsets = np.cumsum([0, *(len(line.split()) for line in script)])
        self._moments, self._places = moments, places

    def _at(self, moment: float) -> ReadingPlace | None:
        after = bisect_right(self._moments, moment)
        return self._places[after - 1] if after else None

    def near(self, sentence: int, word: int, start: float, end: float) -> bool:
        wanted = int(self._offsets[sentence]) + word
        times = [start, *(at for at in self._moments if start < at <= end + NEAR_SECONDS)]
        shown = (self._at(at) for at in times)
        return any(
            0 <= int(self._offsets[place.sentence]) + place.word - wanted <= NEAR_WORDS for place in shown if place
        )

    def wrong_share(self, lines: Sequence[tuple[int | None, float, float]]) -> float:
        wrong: list[bool] = []
        read: int | None = None
        for sentence, start, end in lines:
            read = read if sentence is None else sentence
            for moment in np.arange(start + (0.0 if sentence is None else GRACE_SECONDS), end, 0.05):
                place = self._at(float(moment))
                wrong.append(place is None or place.sentence != read)
        return statistics.fmean(wrong) if wrong else 0.0

    def jumps(self, lines: Sequence[tuple[int | None, float, float]]) -> Iterator[float]:
        """Seconds from the start of each line that doesn't follow the one before until it is shown."""
        numbers = [(sentence, start) for sentence, start, _ in lines if sentence is not None]
        for (before, _), (sentence, start) in pairwise(numbers):
            if sentence != before + 1:
                shown = (
                    at
                    for at, place in zip(self._moments, self._places, strict=True)
                    if at >= start and place is not None and place.sentence == sentence
                )
                yield next(shown, inf) - start


def _corpus(folder: Path) -> Iterator[Take]:
    for truth in sorted(folder.glob("*.json")):
        document = json.loads(truth.read_text(encoding="utf-8"))
        words = [word for word in document["words"] if word["sent"] is not None and word.get("pos") is not None]
        known = [(word["sent"], word["pos"], word["start"]) for word in words]
        lines = [(line["sent"], line["start"], line["end"]) for line in document["sentences"]]
        sound = next(path for path in sorted(folder.glob(f"{truth.stem}.*")) if path.suffix != ".json")
        samples = read_sound(sound, RATE)
        yield Take(truth.stem, document["script"], samples, known, [word["end"] for word in words], lines)


def _own() -> Iterator[Take]:
    order: list[int | None] = [0, 1, 2, 2, None, 4, 5, 6, 7]
    for voice, (pitch, speed) in VOICES.items():
        for kind, numbers in (("read", list(range(len(SCRIPT)))), ("messy", order)):
            samples, lines = _read(numbers, pitch, speed)
            truth = [(line[0], 0, line[1]) for line in lines if line[0] is not None]
            ends = [start + FIRST_WORD_SECONDS for _, _, start in truth]
            yield Take(f"{voice} {kind} clean", SCRIPT, samples, truth, ends, lines)
            yield Take(f"{voice} {kind} office", SCRIPT, _in_a_room(samples), truth, ends, lines)


def _read(
    numbers: Sequence[int | None], pitch: float, speed: float
) -> tuple[Samples, list[tuple[int | None, float, float]]]:
    rng = np.random.default_rng(3)
    pieces: list[NDArray[np.floating]] = [rng.normal(0, 2e-5, RATE)]
    lines: list[tuple[int | None, float, float]] = []
    at = 1.0
    for number in numbers:
        said = _said(ADLIB if number is None else SCRIPT[number], pitch, speed)
        lines.append((number, at, at + len(said) / RATE))
        pieces += [said, rng.normal(0, 2e-5, int(rng.uniform(0.4, 0.9) * RATE))]
        at = sum(map(len, pieces)) / RATE
    return np.concatenate(pieces).astype(np.float32), lines


def _said(text: str, pitch: float, speed: float) -> Samples:
    pcm = py_nanotts.NanoTTS().speak(text, voice="de-DE", pitch=pitch, speed=speed, volume=0.6)
    samples = np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32_768)
    heard = np.flatnonzero(np.abs(samples) > 0.01)
    return np.asarray(samples[heard[0] : heard[-1] + 400], np.float32)


def _in_a_room(samples: Samples, snr_db: float = 25.0) -> Samples:
    """Echo of 0.4 s, 9 dB below the voice, and pink noise."""
    rng = np.random.default_rng(5)
    length = int(0.4 * RATE)
    echo = rng.normal(size=length) * 10 ** (-3 * np.arange(length) / length)
    echo[:80] = 0
    echo *= np.sqrt(10**-0.9 / np.square(echo).sum())
    echo[0] = 1
    size = 1 << (len(samples) + length).bit_length()
    wet = np.fft.irfft(np.fft.rfft(samples, size) * np.fft.rfft(echo, size), size)[: len(samples)]
    white = np.fft.rfft(rng.normal(size=len(samples)))
    noise = np.fft.irfft(white / np.sqrt(np.arange(len(white)) + 1), len(samples))
    level = np.sqrt(np.square(wet[np.abs(wet) > 0.01]).mean() / 10 ** (snr_db / 10))
    return np.asarray(np.clip(wet + noise / noise.std() * level, -1, 1), np.float32)


if __name__ == "__main__":
    sys.exit(main())
