"""Words about traces of a person, and about what only people can delete."""

from skriptstudio.domain.erasure import Trace, TraceKind
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import channel_name

LEFT = {
    "backups": "copies in the house's backups",
    "other_computers": "copies that people made by hand; other computers purge theirs at the next start",
    "uploads": "what was uploaded",
    "exports": "exported files",
}

SCOPES = {"image": "image", "voice": "voice", "first_name": "first name", "workplace": "workplace"}


def left_text(code: str, speaker: Speaker) -> str:
    """What the program can't reach."""
    return speaker.say(LEFT.get(code, code))


def scope_text(code: str, speaker: Speaker) -> str:
    """What of a person may be seen or heard."""
    return speaker.say(SCOPES[code])


def trace_text(trace: Trace, speaker: Speaker) -> str:
    """One task of the list."""
    say = speaker.say
    if trace.kind is TraceKind.PUBLICATION:
        where = channel_name(trace.what)
        told = say("Take down on {where}: {title} {address}", where=where, title=trace.title, address=trace.detail)
        return told.strip()
    if trace.kind is TraceKind.EXPORT:
        return say("Delete the exported file {file} in {folder}", file=trace.detail, folder=trace.what)
    if trace.kind is TraceKind.CLIP:
        return say("Clip: {title}", title=trace.title)
    if trace.kind is TraceKind.BINNED:
        return say("Take in the bin: {title}", title=trace.title)
    return say("Take: {title} ({take})", title=trace.title, take=trace.what)
