"""Seven questions before the first sentence, and the script that grows from their answers (domain.md 1.2)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from skriptstudio.domain.script import Section, SectionKind

MAX_ANSWER_CHARS = 600
"""Longer answers are a script already."""


class Question(StrEnum):
    """What is asked, in this order.

    Attributes:
        AUDIENCE: for whom the video is.
        NEED: what this person wants just now.
        ONLY_HERE: what nobody else could show; becomes the first scene.
        VALUE: what the person has afterwards; becomes the value.
        SHARE: why the person would send it on.
        ACTION: what shall happen then; becomes the call to action.
        HOOK: with what it begins; becomes the hook. It comes last: who knows the rest finds a beginning.
    """

    AUDIENCE = "audience"
    NEED = "need"
    ONLY_HERE = "only_here"
    VALUE = "value"
    SHARE = "share"
    ACTION = "action"
    HOOK = "hook"


QUESTIONS = tuple(Question)


@dataclass(frozen=True)
class Brief:
    """The answers; empty where a question wasn't answered (yet).

    Attributes:
        hook_type: key of the kind of hook that was looked at last, see ``content/hook_types.py``.
        closed: somebody writes without the questions now; they can be opened again.
    """

    audience: str = ""
    need: str = ""
    only_here: str = ""
    value: str = ""
    share: str = ""
    action: str = ""
    hook: str = ""
    hook_type: str = ""
    closed: bool = False

    def answer(self, question: Question) -> str:
        text: str = getattr(self, question.value)
        return text

    def with_answer(self, question: Question, text: str) -> "Brief":
        """The same with another answer, in one line and at most ``MAX_ANSWER_CHARS`` long."""
        kept = " ".join(text.split())[:MAX_ANSWER_CHARS]
        return replace(self, **{question.value: kept})  # type: ignore[arg-type]  # each question has its field

    @property
    def is_begun(self) -> bool:
        return any(self.answer(question) for question in QUESTIONS)

    @property
    def first_open(self) -> Question:
        """The first question without an answer; the last one where all have one."""
        return next((question for question in QUESTIONS if not self.answer(question)), QUESTIONS[-1])


def grown(parts: Sequence[Section], before: Brief, after: Brief, title: str) -> list[Section]:
    """The script after an answer was changed.

    An answer goes where nothing stands, or where the one before it still stands as it was: what somebody wrote by hand
    stays. The title is the first idea of a hook, for as long as nothing else is written and no better one came.

    Args:
        parts: all sections, the empty ones too.
        before: the answers that the script grew from so far.
        after: the answers now.
        title: of the production.
    """
    blank = not any(part.text.strip() for part in parts)
    old, new = _drafted(before, title), _drafted(after, title)
    made = []
    for part in parts:
        text = part.text.strip()
        title_only = part.kind is SectionKind.HOOK and not after.hook
        free = blank or text == old.get(part.name) or (not text and not title_only)
        made.append(replace(part, text=new[part.name]) if free and part.name in new else part)
    return made


def _drafted(brief: Brief, title: str) -> dict[str, str]:
    """What the answers would make of each section, by its name."""
    return {
        SectionKind.HOOK.value: _sentence(brief.hook or title),
        SectionKind.VALUE.value: _sentence(brief.value),
        SectionKind.BEAT.value: _sentence(brief.only_here),
        SectionKind.CTA.value: _sentence(brief.action),
    }


def _sentence(text: str) -> str:
    """With an end, so that it is spoken as a sentence; an ellipsis waits for the rest of it."""
    said = text.strip()
    return said if not said or said[-1] in ".!?…" else f"{said}."
