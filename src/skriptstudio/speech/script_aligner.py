"""When each word of a script was said: the recording is heard with the script as its grammar.

What comes out is what was said, in spoken order: a skipped sentence is missing, a repeated one stands twice, and what
isn't in the script is left out. Nothing is invented: no speech or no likeness gives no words.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate, zip_longest
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.captions import TimedWord
from skriptstudio.domain.take import Span
from skriptstudio.speech.activity import speech_spans
from skriptstudio.speech.decoder import FRAMES_PER_SECOND, RATE
from skriptstudio.speech.denoise import denoised
from skriptstudio.speech.features import cepstra
from skriptstudio.speech.grammar import Sounds
from skriptstudio.speech.hearing import Hearing, Script, Sound
from skriptstudio.speech.place import SpokenWord
from skriptstudio.speech.sounds.phones import lateness

Samples = NDArray[np.float32]
SoundReader = Callable[[Path, int], Samples]
"""Reads a media file's sound as mono float32 at a rate; empty without sound. From ``media/``."""

Pronounce = Callable[[str], Sounds]
"""The sounds of each blank-separated word of a sentence."""


class ScriptAligner:
    """The ``Aligner`` port.

    Args:
        read_sound: the sound of a file.
        pronounce: how the words of a sentence sound.
    """

    def __init__(self, read_sound: SoundReader, pronounce: Pronounce) -> None:
        self._read_sound = read_sound
        self._pronounce = pronounce

    def align(self, sentences: Sequence[str], media: Path, within: Span | None = None) -> tuple[TimedWord, ...]:
        samples = self._read_sound(media, RATE)
        if within is None:
            return aligned(sentences, samples, self._pronounce)
        first = max(0, int(within.start * RATE))
        stretch = samples[first : int(within.end * RATE)]
        return aligned(sentences, stretch, self._pronounce, Fraction(first, RATE))


def aligned(
    sentences: Sequence[str], samples: Samples, pronounce: Pronounce, offset: Fraction = Fraction(0)
) -> tuple[TimedWord, ...]:
    """Word times of mono sound at 16 kHz.

    Args:
        sentences: the script, one sentence each.
        samples: the sound.
        pronounce: how the words sound.
        offset: seconds that are added to every time.
    """
    voice = speech_spans(samples, roughly=True)
    script = Script(sentences, pronounce)
    if not voice or not script.spoken:
        return ()
    sound = Sound(cepstra(denoised(samples)), voice)
    found = Hearing(script, sound).words()
    timed = [_timed(word, sure, sentences, script.spoken[word.sentence], offset) for word, sure in found]
    return tuple(with_unspoken(list(_in_order(timed)), sentences))


def _timed(word: SpokenWord, sure: bool, sentences: Sequence[str], sounds: Sounds, offset: Fraction) -> TimedWord:
    text = sentences[word.sentence].split()[word.word]
    start = max(Fraction(0), Fraction(word.start, FRAMES_PER_SECOND) - lateness(sounds[word.word][0][0]))
    end = Fraction(word.end, FRAMES_PER_SECOND)
    return TimedWord(text, offset + start, offset + end, word.sentence, word.word, sure)


def _in_order(words: Sequence[TimedWord]) -> Iterator[TimedWord]:
    """The same words, none of which begins before the one before it or ends after the next one begins."""
    starts = list(accumulate((word.start for word in words), max))
    for word, start, following in zip_longest(words, starts, starts[1:]):
        end = word.end if following is None else min(word.end, following)
        yield replace(word, start=start, end=max(start, end))


def with_unspoken(words: Sequence[TimedWord], sentences: Sequence[str]) -> Iterator[TimedWord]:
    """The same words with the dashes and emojis between them: each stands where the word before it ends."""
    split = [sentence.split() for sentence in sentences]
    for word, following in zip_longest(words, words[1:]):
        if word is None:
            return
        yield word
        here = following is not None and following.sentence == word.sentence and following.word > word.word
        until = following.word if here and following is not None else len(split[word.sentence])
        between = split[word.sentence][word.word + 1 : until]
        if all(not any(sign.isalnum() for sign in text) for text in between):
            for index, text in enumerate(between, word.word + 1):
                yield replace(word, text=text, start=word.end, word=index)
