"""How long it takes to look at a script with a listener's ears.

    python3 dev.py bench script

Advice on 200 and on 1,000 words, as at the first look (nothing remembered) and as after a key in one section of
several. The peer counts letters, words and sentences of the same text with regular expressions and nothing else.
"""

import re
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial

from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.language.coach import GermanCoach
from skriptstudio.language.findings.rules import shipped_words

LIMITS_MS = {200: 20, 1000: 80}
ROUNDS = 15
SENTENCES = (
    "Heute zeige ich dir ein Ding, das auf zwei Millimeter genau misst. ",
    "Diesbezüglich werden die Messdaten im Innendienst von uns allen zur Erstellung des Lageplans verwendet. ",
    "Um 07:30 Uhr fahren wir los, und 12 Leute tragen die Latten. ",
    "Wer entscheidet eigentlich, wie deine Straße heißt? ",
)


def main() -> int:
    """Measure and print. Returns 0 if the limits are kept, else 1."""
    shipped_words()  # read once, when the program starts to look
    kept = True
    print(f"{'':14}{'first look':>12}{'limit':>8}{'one key':>10}{'peer':>8}   ms, median of {ROUNDS}")
    for count, limit in LIMITS_MS.items():
        script = script_of(count)
        first = median_ms(partial(_look_first, script))
        coach = GermanCoach()
        coach.advise(script)
        key = median_ms(_Typing(coach, script))
        peer = median_ms(partial(_count_all, script))
        print(f"{f'{count} words':14}{first:12.1f}{limit:8d}{key:10.1f}{peer:8.2f}")
        kept &= first < limit
    return 0 if kept else 1


def script_of(count: int) -> list[Section]:
    """A script of so many words in the four kinds of sections."""
    words = (" ".join(SENTENCES) * (count // 20)).split()[:count]
    part = -(-count // len(SectionKind))
    texts = [" ".join(words[at * part : (at + 1) * part]) for at in range(len(SectionKind))]
    return [Section(kind.value, kind, text) for kind, text in zip(SectionKind, texts, strict=True)]


class _Typing:
    """Each call is another letter at the end of one section."""

    def __init__(self, coach: GermanCoach, script: Sequence[Section]) -> None:
        self._coach = coach
        self._script = list(script)

    def __call__(self) -> None:
        last = self._script[-1]
        self._script[-1] = Section(last.name, last.kind, last.text + "a")
        self._coach.advise(self._script)


def _look_first(script: Sequence[Section]) -> None:
    GermanCoach().advise(script)


def _count_all(script: Sequence[Section]) -> None:
    for section in script:
        _counted(section.text)


def _counted(text: str) -> tuple[int, int, int]:
    return len(re.findall(r"\w", text)), len(re.findall(r"\w+", text)), len(re.findall(r"[.!?]", text))


def median_ms(work: Callable[[], object]) -> float:
    """Of several rounds."""
    found = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        found.append(1000 * (time.perf_counter() - began))
    return statistics.median(found)


if __name__ == "__main__":
    raise SystemExit(main())
