"""Captions that people can read (domain.md chapter 5)."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.caption_rules import MAX_CPS, MAX_DRIFT, MAX_LINE_CHARS, MAX_SECONDS, MIN_GAP
from skriptstudio.domain.captions import TimedWord, cues_from_words, lines_of
from skriptstudio.domain.timecode import CLIP_FPS, FRAME

word_texts = st.text("abcdefghijklmnoprstuvwäöüß", min_size=1, max_size=28)


@st.composite
def spoken(draw: st.DrawFn) -> list[TimedWord]:
    """Words of a few sentences, spoken one after the other with breaths between them."""
    words: list[TimedWord] = []
    at = Fraction(draw(st.integers(0, 30)), 30)
    for sentence in range(draw(st.integers(1, 5))):
        for number in range(draw(st.integers(1, 18))):
            text = draw(word_texts)
            length = Fraction(len(text), draw(st.integers(9, 16)))
            words.append(TimedWord(text, at, at + length, sentence, number))
            at += length
        at += Fraction(draw(st.integers(0, 90)), 60)
    return words


def said(text: str, seconds: str = "0.4") -> list[TimedWord]:
    """Every word of ``text`` takes the same time."""
    step = Fraction(seconds)
    return [TimedWord(w, i * step, (i + 1) * step, 0, i) for i, w in enumerate(text.split())]


@given(spoken())
def test_no_word_is_lost_doubled_or_moved(words: list[TimedWord]) -> None:
    cues = cues_from_words(words, words[-1].end + 1)
    assert " ".join(cue.text for cue in cues).split() == [word.text for word in words]


@given(spoken())
def test_lines_are_short_and_at_most_two(words: list[TimedWord]) -> None:
    for cue in cues_from_words(words, words[-1].end + 1):
        assert 1 <= len(cue.lines) <= 2
        assert all(len(line) <= MAX_LINE_CHARS for line in cue.lines)


@given(spoken())
def test_cues_follow_each_other_and_touch_or_leave_a_gap(words: list[TimedWord]) -> None:
    end = words[-1].end + 1
    cues = cues_from_words(words, end)
    for cue in cues:
        assert 0 <= cue.start < cue.end <= end + FRAME
        assert cue.seconds <= MAX_SECONDS
    for before, after in pairwise(cues):
        assert after.start == before.end or after.start - before.end >= MIN_GAP


@given(spoken())
def test_a_cue_comes_with_its_voice(words: list[TimedWord]) -> None:
    cues = cues_from_words(words, words[-1].end + 1)
    number = 0
    for cue in cues:
        assert abs(cue.start - words[number].start) <= MAX_DRIFT
        assert cue.voice[0].start == words[number].start
        number += len(cue.text.split())


@given(spoken())
def test_cues_lie_on_frames(words: list[TimedWord]) -> None:
    for cue in cues_from_words(words, words[-1].end + 1):
        assert (cue.start * CLIP_FPS).denominator == 1
        assert (cue.end * CLIP_FPS).denominator == 1


@given(spoken(), st.data())
def test_no_cue_holds_words_of_both_sides_of_a_cut(words: list[TimedWord], data: st.DataObject) -> None:
    cut = data.draw(st.sampled_from([word.start for word in words]))
    for cue in cues_from_words(words, words[-1].end + 1, cuts=[cut]):
        assert cue.heard.start >= cut or cue.voice[-1].start < cut


@given(spoken(), st.data())
def test_what_was_written_by_hand_stays_and_no_other_word_is_lost(words: list[TimedWord], data: st.DataObject) -> None:
    end = words[-1].end + 1
    before = cues_from_words(words, end)
    mine = data.draw(st.sampled_from(before))
    written = replace(mine, lines=("Von Hand",), by_hand=True)
    after = cues_from_words(words, end, kept=[written])
    (kept,) = (cue for cue in after if cue.by_hand)
    assert (kept.start, kept.lines) == (mine.start, ("Von Hand",))
    others = " ".join(cue.text for cue in after if cue is not kept).split()
    assert others == [word.text for word in words if not mine.heard.start <= word.start < mine.heard.end]
    for first, second in pairwise(after):
        assert second.start == first.end or second.start - first.end >= MIN_GAP or kept in (first, second)
        assert second.start >= first.end


def test_no_words_make_no_cues() -> None:
    assert cues_from_words([], Fraction(10)) == ()


def test_a_blank_word_is_no_word() -> None:
    blank = TimedWord(" ", Fraction(0), Fraction(1), 0, 0)
    assert cues_from_words([blank], Fraction(10)) == ()


def test_words_that_are_unsure_are_told_by_their_number() -> None:
    words = [replace(word, sure=word.text != "misst") for word in said("Dieses Ding misst auf zwei Millimeter.")]
    (cue,) = cues_from_words(words, Fraction(9))
    assert [cue.text.split()[number] for number in cue.unsure] == ["misst"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Mein Büro hat heute keine Wände.", ("Mein Büro hat", "heute keine Wände.")),
        ("In zwanzig Sekunden siehst du,", ("In zwanzig Sekunden", "siehst du,")),
        ("Meine Kollegin hält den Stab, und ich lese ab.", ("Meine Kollegin hält", "den Stab, und ich lese ab.")),
        ("Kurz und gut.", ("Kurz und gut.",)),
        ("und nur für das eigene Benutzerkonto.", ("und nur für", "das eigene Benutzerkonto.")),
        ("Dieses Ding misst auf zwei Millimeter genau.", ("Dieses Ding misst", "auf zwei Millimeter genau.")),
        ("Danach zeichne ich daraus den Plan für dich.", ("Danach zeichne ich daraus", "den Plan für dich.")),
        ("Bewirb dich bis zum 3. Mai bei uns im Amt.", ("Bewirb dich bis zum 3. Mai", "bei uns im Amt.")),
        ("Das Geld gibt dir Frau Mira Albrecht aus.", ("Das Geld gibt dir", "Frau Mira Albrecht aus.")),
    ],
)
def test_lines_break_where_the_reader_pauses(text: str, lines: tuple[str, ...]) -> None:
    assert lines_of(text.split()) == lines


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Wir vermessen heute den ganzen Tag lang die neue Straße in Bad Homburg mit dem Tachymeter.", "neue Straße"),
        ("Wir vermessen heute den ganzen Tag lang die neue Straße in Bad Homburg mit dem Tachymeter.", "Bad Homburg"),
        ("Am Ende des Monats bekommst du bei uns rund 1200 Euro auf dein Konto überwiesen, jeden Monat.", "1200 Euro"),
        ("Die Abteilung leitet seit dem letzten Sommer Frau Katrin Behrens, sie ist nett.", "Frau Katrin"),
        (
            "Die Abteilung leitet seit dem letzten Sommer Frau Katrin Behrens, sie ist nett.",
            "Katrin Behrens",
        ),
        (
            "Du lernst bei uns alles über das Wasser und die Erde und die Luft und vieles mehr.",
            "über das Wasser",
        ),
        ("Bei uns fährst du mit einem alten blauen Bus durch den ganzen schönen Landkreis Gießen raus.", "durch den"),
    ],
)
@pytest.mark.parametrize("seconds", ["0.25", "0.4", "0.7"])
def test_what_belongs_together_stays_in_one_line(text: str, together: str, seconds: str) -> None:
    cues = cues_from_words(said(text, seconds), Fraction(60))
    assert any(together in line for cue in cues for line in cue.lines)


def test_a_conjunction_begins_a_new_cue() -> None:
    cues = cues_from_words(said("Rufen Sie uns gerne an oder schreiben Sie uns eine Nachricht ans Amt."), Fraction(9))
    assert cues[1].text.startswith("oder")


def test_a_word_longer_than_a_line_stands_alone() -> None:
    word = "Grundstücksverkehrsgenehmigungszuständigkeit"
    assert lines_of([word]) == (word,)


def test_a_calm_reading_stays_in_every_limit() -> None:
    """4.4 syllables a second and not quite two of them a word, as domain.md 5 promises ("Tempo link")."""
    text = "Mein Büro hat heute keine Wände. Um sieben fahren wir raus. Ich trage das Stativ. Dieses Ding misst genau."
    words, at = [], Fraction(0)
    for number, word in enumerate(text.split()):
        at, start = at + Fraction(len(word) + 1, 14), at
        words.append(TimedWord(word, start, at, text[: text.index(word)].count("."), number))
    for cue in cues_from_words(words, at + 1):
        assert len(cue.text) / cue.seconds <= MAX_CPS
        assert 1 <= cue.seconds <= MAX_SECONDS


def test_very_fast_speech_keeps_voice_lines_and_sense_and_gives_up_the_reading_speed() -> None:
    words = said(
        "Am Ende des Monats bekommst du bei uns rund zweihundert Euro auf dein neues Konto überwiesen.", "0.12"
    )
    cues = cues_from_words(words, words[-1].end)
    assert max(len(cue.text) / cue.seconds for cue in cues) > MAX_CPS
    starts = {word.start for word in words}
    assert all(min(abs(cue.start - start) for start in starts) <= MAX_DRIFT for cue in cues)
    assert all(len(line) <= MAX_LINE_CHARS for cue in cues for line in cue.lines)
    assert any("zweihundert Euro" in line for cue in cues for line in cue.lines)


def test_a_cue_leaves_with_its_picture_if_it_could_be_read_by_then() -> None:
    words = [
        TimedWord("Guten", Fraction(1), Fraction("1.5"), 0, 0),
        TimedWord("Tag.", Fraction("1.5"), Fraction(2), 0, 1),
    ]
    (calm,) = cues_from_words(words, Fraction(9), cuts=[Fraction("2.1")])
    assert calm.end == Fraction("2.1")
    (hurried,) = cues_from_words(words, Fraction(9), cuts=[Fraction("1.9")])
    assert hurried.seconds >= 1


def test_two_thousand_words_take_well_under_a_second() -> None:
    text = "Wir vermessen heute den ganzen Tag lang die neue Straße in Bad Homburg, und das macht Spaß. " * 120
    words = [replace(word, sentence=number // 17) for number, word in enumerate(said(text)[:2000])]
    began = thread_time()
    cues = cues_from_words(words, words[-1].end)
    assert thread_time() - began < 1
    assert sum(len(cue.text.split()) for cue in cues) == 2000


@given(
    st.lists(st.tuples(st.text(max_size=12), st.integers(0, 400), st.integers(0, 60)), max_size=25), st.integers(0, 500)
)
def test_strange_words_and_times_make_captions_all_the_same(said_: list[tuple[str, int, int]], end: int) -> None:
    """Emojis, figures, signs alone, words at the same moment or without length, a clip that ends too early."""
    ordered = sorted(said_, key=lambda word: word[1])
    words = [
        TimedWord(text, Fraction(start, 30), Fraction(start + length, 30), number // 5, number)
        for number, (text, start, length) in enumerate(ordered)
    ]
    cues = cues_from_words(words, Fraction(end, 30), cuts=[Fraction(end, 60)])
    for before, after in pairwise(cues):
        assert before.start < before.end <= after.start
    assert all(0 <= cue.start < cue.end <= Fraction(end, 30) and cue.text.strip() for cue in cues)
