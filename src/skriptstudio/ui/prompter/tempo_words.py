"""What the page says about tempo and length of a text. Knows no Qt."""

from collections.abc import Sequence

from skriptstudio.domain.prompter import Prompter, PrompterMode
from skriptstudio.domain.reading import tempo_band
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.prompter.reading import HAND_MODES, Outlook, Sentence, outlook
from skriptstudio.ui.prompter.words import clock_text, decimal

GOOD_BANDS = (1, 2, 3)
"""Calm, good and brisk."""


def band_word(gross: float, say: Say) -> str:
    """Name of a tempo: calm, good, brisk."""
    words = (say("very calm"), say("calm"), say("good"), say("brisk"), say("too fast"), say("far too fast"))
    return words[tempo_band(gross)]


def rate_text(net: float, say: Say, language: str) -> str:
    """``4,6 Silben in der Sekunde``."""
    return say("{rate} syllables each second", rate=decimal(net, language))


def length_text(ahead: Outlook, say: Say, language: str) -> str:
    """Length and tempo in one sentence."""
    return say("About {time}, {rate}.", time=clock_text(ahead.seconds + 0.5), rate=rate_text(ahead.net, say, language))


def about_text(sentences: Sequence[Sentence], prompter: Prompter, say: Say, language: str) -> str:
    """What is to be known before reading: how long and how fast, or how many sentences; empty without a text."""
    if not sentences:
        return ""
    if prompter.mode in HAND_MODES:
        count = len(sentences)
        how_many = say("1 sentence") if count == 1 else say("{count} sentences", count=count)
        return say("{sentences}, you move on yourself.", sentences=how_many)
    ahead = outlook(sentences, prompter)
    said = length_text(ahead, say, language)
    if prompter.mode is PrompterMode.VOICE:
        return f"{said} {say('The text follows your voice.')}"
    return f"{said} {hurry_text(say)}" if prompter.mode is PrompterMode.TARGET and ahead.hurried else said


def hurry_text(say: Say) -> str:
    """That the wanted time is short for the text."""
    return say("You have to speak fast for that. A shorter text helps, or more time.")
