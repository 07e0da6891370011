"""What is said about ideas."""

from skriptstudio.domain.idea_pool import is_round
from skriptstudio.domain.ideas import Idea
from skriptstudio.messages.catalogue import Say


def mood_text(mood: str, say: Say) -> str:
    """What an idea is good for."""
    texts = {
        "marvel": say("to marvel at"),
        "laugh": say("to laugh about"),
        "learn": say("to learn from"),
        "guess": say("to guess along"),
        "belong": say("to recognise oneself in"),
        "decide": say("to make up one’s mind"),
    }
    return texts[mood]


def quoted(hook: str, say: Say) -> str:
    """As a spoken sentence."""
    return say("“{text}”", text=hook)


def takes_text(idea: Idea, say: Say) -> str:
    """``25 min · zum Staunen``."""
    return say("{minutes} min · {mood}", minutes=idea.minutes, mood=mood_text(idea.mood, say))


def gate_text(yes: int, say: Say) -> str:
    """What the answers mean; it never forbids."""
    if is_round(yes):
        return say("That is an idea!")
    return say("Not round yet. “Boring becomes exciting” helps.")
