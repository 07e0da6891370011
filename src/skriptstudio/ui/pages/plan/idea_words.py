"""What the page says about ideas. Knows no Qt."""

from collections.abc import Callable

from skriptstudio.domain.ideas import Idea

Say = Callable[..., str]


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


def gate_questions(say: Say) -> tuple[str, ...]:
    """The five questions to an idea (domain.md 1.2)."""
    return (
        say("Is it work that one can touch?"),
        say("Does one understand it without knowing anything before?"),
        say("Can it be told in one sentence?"),
        say("Would you yourself keep watching?"),
        say("Is it harmless for others and for the office?"),
    )


def gate_text(yes: int, say: Say) -> str:
    """What the answers mean; it never forbids."""
    if yes >= GATE_ENOUGH:
        return say("That is an idea!")
    return say("Not round yet. “Boring becomes exciting” helps.")


GATE_ENOUGH = 4
"""Of five (domain.md 1.2)."""


def sparks(say: Say) -> tuple[tuple[str, str], ...]:
    """Ten ways from boring to exciting: what to look for, and the question that finds it (domain.md 7.3)."""
    return (
        (say("A person"), say("Who made that?")),
        (say("A thing"), say("What can one touch?")),
        (say("A place"), say("Where may nobody else go?")),
        (say("A number"), say("How many, how old, how fast?")),
        (say("Before and after"), say("What was there before?")),
        (say("A conflict"), say("What would happen if nobody did it?")),
        (say("A mistake"), say("What went wrong, and what did you learn?")),
        (say("A sound, a smell"), say("What does one hear or smell there?")),
        (say("A way"), say("How does it get from A to B?")),
        (say("Grandma’s question"), say("What would your grandma ask?")),
    )
