"""The prompter's text as sentences and lines with the moments at which they are spoken; without Qt."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from skriptstudio.domain.ports.language import ScriptCoach
from skriptstudio.domain.prompter import Prompter, PrompterMode
from skriptstudio.domain.reading import BREATH_SECONDS, HURRIED_FROM, PAUSE_SECONDS, ReadSentence
from skriptstudio.domain.script import Section

HAND_MODES = frozenset({PrompterMode.SENTENCES, PrompterMode.BULLETS})
"""Modes in which nothing but the hand moves the text."""


@dataclass(frozen=True)
class Sentence:
    """One spoken sentence.

    Attributes:
        text: what is shown; pause marks are in it.
        section: name of its section.
        start: moment of the first word, in seconds after the first sentence's.
        seconds: length with the pause after it.
        index: its number in its section, from 0.
        full: the whole sentence with its pause marks, where only key words are shown.
        syllables: spoken ones.
        stretch: how much longer everything takes than at the reader's own tempo, pause marks included.
    """

    text: str
    section: str
    start: float
    seconds: float
    index: int = 0
    full: str = ""
    syllables: int = 0
    stretch: float = 1.0


Reading = Mapping[str, Sequence[ReadSentence]]
"""The sentences of each section, by its name, in the order of the script."""


def read(sections: Sequence[Section], coach: ScriptCoach) -> dict[str, tuple[ReadSentence, ...]]:
    """What the coach knows about each section. Takes a moment: call it in a job."""
    return {section.name: tuple(coach.reading(section.text)) for section in sections}


def spoken(sections: Sequence[Section], coach: ScriptCoach, prompter: Prompter | None = None) -> tuple[Sentence, ...]:
    """All sentences of these sections. Takes a moment: call it in a job."""
    return timed(read(sections, coach), prompter or Prompter())


def timed(reading: Reading, prompter: Prompter) -> tuple[Sentence, ...]:
    """The sentences as this reader sees and speaks them."""
    own = tuple(_at_own_tempo(reading, prompter))
    if prompter.mode is not PrompterMode.TARGET or not own:
        return own
    stretch = prompter.target_seconds / total_seconds(own)
    return tuple(
        Sentence(
            one.text,
            one.section,
            one.start * stretch,
            one.seconds * stretch,
            one.index,
            one.full,
            one.syllables,
            stretch,
        )
        for one in own
    )


def _at_own_tempo(reading: Reading, prompter: Prompter) -> Iterator[Sentence]:
    at = 0.0
    for section, sentences in reading.items():
        for index, one in enumerate(sentences):
            shown = one.key_words if prompter.mode is PrompterMode.BULLETS else one.text
            seconds = one.seconds(prompter.syllables_per_second)
            yield Sentence(shown, section, at, seconds, index, one.text, one.syllables)
            at += seconds
        at += BREATH_SECONDS if sentences else 0.0


def total_seconds(sentences: Sequence[Sentence]) -> float:
    """From the first word to the pause after the last one."""
    return sentences[-1].start + sentences[-1].seconds if sentences else 0.0


@dataclass(frozen=True)
class Outlook:
    """How fast a text will be read.

    Attributes:
        seconds: length of the whole.
        net: syllables a second while somebody speaks.
        gross: syllables a second, pauses included.
    """

    seconds: float
    net: float
    gross: float

    @property
    def hurried(self) -> bool:
        """Whether listeners will find it too fast."""
        return self.gross > HURRIED_FROM


def outlook(sentences: Sequence[Sentence], prompter: Prompter) -> Outlook:
    """How fast these sentences will be read with these settings."""
    seconds = total_seconds(sentences)
    stretch = sentences[0].stretch if sentences else 1.0
    syllables = sum(one.syllables for one in sentences)
    return Outlook(seconds, prompter.syllables_per_second / stretch, syllables / seconds if seconds else 0.0)


@dataclass(frozen=True)
class Line:
    """One line of the prompter.

    Attributes:
        start: as in ``Sentence``.
        seconds: how long it is read, waiting included.
        sentence: number of its sentence in all the text, from 0.
        waits: pause marks: after which share of the line, and for how many seconds.
    """

    text: str
    section: str
    start: float
    seconds: float
    sentence: int = 0
    waits: tuple[tuple[float, float], ...] = ()


Width = Callable[[str], float]
"""Measures a text."""


def broken(sentences: Sequence[Sentence], column: float, width: Width) -> tuple[Line, ...]:
    """The sentences in lines of at most ``column``, each sentence on a line of its own.

    Args:
        sentences: in spoken order.
        column: in the unit of ``width``.
        width: measures a text.
    """
    return tuple(line for at, one in enumerate(sentences) for line in _lines(at, one, column, width))


def _lines(number: int, sentence: Sentence, column: float, width: Width) -> Iterator[Line]:
    rows = _rows(sentence.text, column, width)
    waits = [[(share, seconds * sentence.stretch) for share, seconds in _waits(row)] for row in rows]
    waiting = sum(seconds for row in waits for _, seconds in row)
    letters = [_letters(row) for row in rows]
    speaking = max(0.0, sentence.seconds - waiting)
    at = sentence.start
    for row, count, held in zip(rows, letters, waits, strict=True):
        seconds = speaking * count / (sum(letters) or 1) + sum(seconds for _, seconds in held)
        yield Line(row, sentence.section, at, seconds, number, tuple(held))
        at += seconds


def said_words(sentence: Sentence) -> list[str]:
    """What is spoken of a sentence, in words as they stand between blanks."""
    return [word for word in sentence.text.split() if word not in PAUSE_SECONDS]


def moment_after(sentence: Sentence, words: int) -> float:
    """Moment of the script at which so many words of a sentence were spoken, by the letters as ``broken`` has it.

    A pause mark that follows them is not waited for.
    """
    waiting = passed = left = 0.0
    for word in sentence.text.split():
        seconds = PAUSE_SECONDS.get(word)
        if seconds is not None:
            waiting += seconds * sentence.stretch
            passed += seconds * sentence.stretch if words > 0 else 0.0
        else:
            left += len(word) if words > 0 else 0.0
            words -= 1
    speaking = max(0.0, sentence.seconds - waiting)
    return sentence.start + passed + speaking * left / (_letters(sentence.text) or 1)


def words_before(sentence: Sentence, moment: float) -> int:
    """How many words of a sentence were spoken at a moment of the script."""
    count = len(said_words(sentence))
    return next((k for k in range(count) if moment_after(sentence, k + 1) > moment + 1e-6), count)


def _rows(text: str, column: float, width: Width) -> list[str]:
    rows: list[str] = []
    for word in _words(text, column, width):
        pieces = [word] if width(word) <= column else list(_pieces(word, column, width))
        if rows and width(f"{rows[-1]} {pieces[0]}") <= column:
            rows[-1] = f"{rows[-1]} {pieces.pop(0)}"
        rows += pieces
    return rows


def _words(text: str, column: float, width: Width) -> Iterator[str]:
    """The words; a pause mark keeps to the word before it where the column allows."""
    waiting = ""
    for word in text.split():
        if word in PAUSE_SECONDS and waiting and width(f"{waiting} {word}") <= column:
            waiting = f"{waiting} {word}"
            continue
        if waiting:
            yield waiting
        waiting = word
    if waiting:
        yield waiting


def _pieces(word: str, column: float, width: Width) -> Iterator[str]:
    """The word, hyphenated wherever it is wider than the column."""
    while width(word) > column and len(word) > 2:
        fitting = next((n for n in range(len(word) - 1, 1, -1) if width(word[:n] + "-") <= column), 2)
        yield word[:fitting] + "-"
        word = word[fitting:]
    yield word


def _letters(row: str) -> int:
    """Letters that take time; those of pause marks don't."""
    return sum(len(word) for word in row.split() if word not in PAUSE_SECONDS)


def _waits(row: str) -> Iterator[tuple[float, float]]:
    """Where in a line the text waits, as a share of its letters, and how long in a calm reading."""
    total = _letters(row) or 1
    passed = 0
    for word in row.split():
        if word in PAUSE_SECONDS:
            yield passed / total, PAUSE_SECONDS[word]
        else:
            passed += len(word)
