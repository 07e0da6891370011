"""Names of what results, goals, channels and the guideline consist of."""

from collections.abc import Mapping
from fractions import Fraction

from skriptstudio.domain.comparison import Comparison, Trait, Verdict
from skriptstudio.domain.goals import Progress
from skriptstudio.domain.result_table import Left, Unread
from skriptstudio.domain.results import Measure
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import day_text
from skriptstudio.messages.words import grouped

MOMENTS = {"24h": "after 24 hours", "7d": "after 7 days", "28d": "after 28 days"}

MEASURES = {
    "clips": "Clips online",
    "views": "Views",
    "seconds": "Watch time",
    "share": "Part watched",
    "comments": "Comments",
    "shares": "Shares",
    "clicks": "Link clicks",
    "applications": "Applications",
}
"""In a word or two; ``clips`` is counted by goals alone."""

TRAITS = {"hook": "kind of hook", "format": "format", "length": "length"}

STANDINGS = {"ahead": "on course", "behind": "behind", "reached": "reached", "missed": "not reached"}

GAPS = {
    "format_gone": "This format exists no more. Remove the series, or let another one take its place.",
    "nobody": "Nobody answers for this series. Enter somebody.",
    "no_deputy": "Nobody stands in. Enter a deputy.",
    "both_away": "Both are away today.",
    "no_goal": "This series has no goal yet.",
}

DUTIES = {
    "concept": "Concept of use is missing",
    "basis": "Legal basis is missing",
    "assessment": "Data protection assessment is missing",
    "council": "The Personalrat hasn't been asked yet",
    "council_again": "Ask the Personalrat again",
    "imprint": "Link to the Impressum hasn't been checked yet",
    "imprint_again": "Check the link to the Impressum again",
    "alternative": "A way without this platform is missing",
}

LIGHTS = {"green": "Yes, go ahead", "yellow": "Ask first", "red": "Not without the press office"}


def moment_name(key: str, speaker: Speaker) -> str:
    """Such as "after 7 days"."""
    return speaker.say(MOMENTS.get(key, key))


def measure_name(key: str, speaker: Speaker) -> str:
    """Name of what is counted."""
    return speaker.say(MEASURES[key])


def trait_name(key: str, speaker: Speaker) -> str:
    """What clips are compared by."""
    return speaker.say(TRAITS[key])


def standing_name(key: str, speaker: Speaker) -> str:
    """Where a goal stands."""
    return speaker.say(STANDINGS[key])


def gap_text(key: str, speaker: Speaker) -> str:
    """What is missing in a series, and what to do."""
    return speaker.say(GAPS[key])


def duty_text(key: str, speaker: Speaker) -> str:
    """What is open about a channel."""
    return speaker.say(DUTIES[key])


def light_text(key: str, speaker: Speaker) -> str:
    """What the traffic light says."""
    return speaker.say(LIGHTS[key])


def figure_shown(measure: str, value: Fraction | int, speaker: Speaker) -> str:
    """A figure for people: ``12.345``, ``12,4 s``, ``63 %``."""
    if measure == Measure.SECONDS.value:
        return speaker.figure(f"{float(value):.1f} s")
    if measure == Measure.SHARE.value:
        return f"{round(value)} %"
    return grouped(round(value), speaker)


def verdict_text(comparison: Comparison, name: str, speaker: Speaker) -> str:
    """What a comparison may say, in one sentence; ``name`` is that of its first group."""
    if comparison.verdict is Verdict.TOO_FEW:
        return speaker.say("Too few clips to say anything: it takes at least two groups of five.")
    if comparison.verdict is Verdict.NO_DIFFERENCE:
        return speaker.say("No clear difference: the middle halves of the groups overlap.")
    return speaker.say("“{name}” did clearly better in these clips. Why, the figures don't say.", name=name)


def group_name(key: str, trait: Trait, names: Mapping[str, str], speaker: Speaker) -> str:
    """Name of a group of clips; ``names`` are those of hooks and formats by key."""
    if not key:
        return speaker.say("not said")
    if trait is not Trait.LENGTH:
        return names.get(key, key)
    lower, upper = key.split("-")
    if not upper:
        return speaker.say("from {lower} s", lower=lower)
    return speaker.say("under {upper} s", upper=upper) if lower == "0" else f"{lower}–{upper} s"


def goal_text(progress: Progress, speaker: Speaker) -> str:
    """How far a goal is, in one line."""
    goal = progress.goal
    return speaker.say(
        "{reached} of {target} {what} until {day}, {standing}",
        reached=figure_shown(goal.counts, progress.reached, speaker),
        target=figure_shown(goal.counts, goal.target, speaker),
        what=measure_name(goal.counts, speaker),
        day=day_text(goal.until, speaker, year=True),
        standing=standing_name(progress.standing.value, speaker),
    )


LEFT = {
    "sum": "This line adds up the others.",
    "no_figures": "No figure could be read.",
    "no_clip": "No clip that is online fits.",
    "several": "Several publications fit. Name the platform, or enter the address of the post.",
    "too_young": "It isn't online that long yet.",
    "between": "It lies between two moments. Say which one it is for.",
    "twice": "It stands there twice; the first line counts.",
}


def left_text(left: Left, speaker: Speaker) -> str:
    """Why a line was left out."""
    return speaker.say(LEFT[left.reason.value])


def unread_text(unread: Unread, speaker: Speaker) -> str:
    """What of a table couldn't be read."""
    if unread.column:
        return speaker.say(
            "Line {line}, {column}: “{text}” is no sure figure.",
            line=unread.line,
            column=unread.column,
            text=unread.text,
        )
    if unread.text == '"':
        return speaker.say("A quotation mark is never closed, so each line was read by itself.")
    return speaker.say("From line {line} on there are too many lines; they weren't read.", line=unread.line)
