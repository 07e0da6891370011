"""Names of the fifteen points, of answers and decisions, and the reasons that are given most often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skriptstudio.messages.catalogue import Speaker

if TYPE_CHECKING:
    from skriptstudio.domain.points import Answer, Point

POINTS: dict[str, str] = {
    "message": "Message: a hook within three seconds, a clear benefit, one request",
    "facts": "Facts, figures, names, deadlines and pay are proven",
    "tone": "Tone: friendly, at eye level, no mockery",
    "neutral": "Neutral",
    "language": "Language: easy to follow, inclusive as the house does it",
    "picture": "Picture: no strangers, no data, safe at work",
    "sound": "Sound: no talk of others, easy to understand",
    "consent": "Consents are valid",
    "licences": "Music and material have a licence",
    "captions": "Captions are checked",
    "ai": "Made by AI? Then it says so",
    "design": "The house's look fits the channel",
    "post": "Cover, description, hashtags, place, link, legal notice",
    "comments": "Comments: who, until when, what if it gets out of hand",
    "time": "Fits the moment",
}

ANSWERS: dict[str, str] = {"yes": "yes", "no": "no", "not_needed": "not needed", "": "open"}

DECISIONS: dict[str, str] = {
    "script_handed_in": "script handed in",
    "script_approved": "script approved",
    "handed_in": "handed in",
    "returned": "returned",
    "approved": "check passed",
    "released": "released",
    "voided": "release or check lifted by a change",
    "restored": "release holds again, the change was taken back",
    "captions_confirmed": "captions confirmed",
    "topic_changed": "topic class changed",
    "blocked": "blocked",
    "exported": "exported",
    "published": "published",
    "taken_down": "taken down",
    "erased": "deleted",
    "speakers_changed": "other people named in a take",
}

REASONS: dict[str, str] = {
    "message": "The hook comes late. Begin with the thing itself.",
    "facts": "A source for this figure is missing.",
    "tone": "This sounds as if it were about others. A little friendlier, please.",
    "neutral": "That is an opinion. Please stay with what we do.",
    "language": "Hard to follow when heard once. Say it in two sentences.",
    "picture": "Something can be read or somebody seen here who shouldn't be.",
    "sound": "Others can be heard here.",
    "consent": "Somebody is in the picture who hasn't agreed yet.",
    "licences": "Where do the music and pictures come from?",
    "captions": "The caption says something else than the voice.",
    "ai": "Was this made by AI? Then it has to say so.",
    "design": "Text lies where the app covers it.",
    "post": "Description or hashtags are missing.",
    "comments": "Who answers the comments?",
    "time": "Not this week, please: it doesn't fit the moment.",
}
"""One sentence for each point, to be sent or changed; for comments and returns (domain.md 6.3)."""


def point_text(point: Point, speaker: Speaker) -> str:
    """What a point asks."""
    return speaker.say(POINTS[point.value])


def answer_text(answer: Answer | None, speaker: Speaker) -> str:
    """How a point was answered; None says that it is open."""
    return speaker.say(ANSWERS[answer.value if answer else ""])


def decision_text(key: str, speaker: Speaker) -> str:
    """What somebody decided, for the history."""
    return speaker.say(DECISIONS[key])


def reason_text(point: Point, speaker: Speaker) -> str:
    """A sentence that says what is wrong about a point."""
    return speaker.say(REASONS[point.value])
