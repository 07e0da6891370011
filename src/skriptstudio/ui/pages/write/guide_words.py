"""The questions as they are asked, with help and beginnings (looks.md 7.2). Knows no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from skriptstudio.content.calls import Call
from skriptstudio.domain.brief import QUESTIONS, Question
from skriptstudio.messages.catalogue import Say

_MINUTES_EACH = 7 / 6


@dataclass(frozen=True)
class Asked:
    """One question.

    Attributes:
        question: the question itself.
        help: what to think of.
        beginnings: what can be clicked and what that inserts.
        choice: one of the beginnings is the answer; else they only begin it.
        hooks: kinds of hooks stand in place of the beginnings.
    """

    question: str
    help: str
    beginnings: tuple[tuple[str, str], ...]
    choice: bool = False
    hooks: bool = False


def asked(question: Question, say: Say, calls: Sequence[Call]) -> Asked:
    """How this question is asked; ``calls`` are the calls to action to begin with."""
    questions = {
        Question.AUDIENCE: Asked(
            say("Who is this video for?"),
            say("Think of one person: age, school, what do they like?"),
            _same(say("Somebody from my old class"), say("My little sister"), say("Somebody who likes to be outdoors")),
        ),
        Question.NEED: Asked(
            say("What does this person want just now?"),
            say("Choose one."),
            _same(
                say("to laugh"),
                say("to marvel"),
                say("to learn something"),
                say("to see themselves in it"),
                say("to make up their mind"),
                say("to belong"),
            ),
            choice=True,
        ),
        Question.ONLY_HERE: Asked(
            say("What can only you show, because you work here?"),
            say("A place, a device, a moment. Something that nobody sees from outside."),
            (
                (say("Nobody else may come in here …"), say("Nobody else may come in here: ")),
                (say("The most expensive thing I touch …"), say("The most expensive thing I touch is ")),
                (say("At 7 o’clock it always …"), say("At 7 o’clock it always ")),
            ),
        ),
        Question.VALUE: Asked(
            say("What does the person have after 30 seconds that they didn’t have before?"),
            say("This becomes your value."),
            (
                (say("Afterwards you know …"), say("Afterwards you know ")),
                (say("You see …"), say("In 30 seconds you see ")),
                (say("You can …"), say("Afterwards you can ")),
            ),
        ),
        Question.SHARE: Asked(
            say("Why would they send it on?"),
            say("And to whom?"),
            _same(
                say("Because it is funny"),
                say("Because nobody believes it"),
                say("Because somebody is looking for just that"),
            ),
        ),
        Question.ACTION: Asked(
            say("What should happen then?"),
            say("Just one thing. This becomes your call to action."),
            tuple((call.name, call.text) for call in calls),
        ),
        Question.HOOK: Asked(
            say("How does your video begin?"),
            say("One sentence, at most 13 syllables. Choose a kind, and you see how it is made."),
            (),
            hooks=True,
        ),
    }
    return questions[question]


def left_text(question: Question, say: Say) -> tuple[str, str]:
    """How many questions follow, and about how long they take."""
    left = len(QUESTIONS) - 1 - QUESTIONS.index(question)
    if not left:
        return say("The last question."), say("Then your script is there to look at.")
    minutes = max(1, round(left * _MINUTES_EACH))
    fact = say("1 question left,") if left == 1 else say("{count} questions left,", count=left)
    return fact, say("about 1 minute.") if minutes == 1 else say("about {count} minutes.", count=minutes)


def _same(*texts: str) -> tuple[tuple[str, str], ...]:
    return tuple((text, text) for text in texts)
