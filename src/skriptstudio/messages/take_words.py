"""How takes and sections are called."""

from skriptstudio.domain.script import MATERIAL, WHOLE
from skriptstudio.messages.catalogue import Say


def section_text(name: str, say: Say) -> str:
    """A section's name as people say it."""
    if name.startswith("beat"):
        return say("Scene {number}", number=name.removeprefix("beat") or "1")
    words = {
        "hook": say("Hook"),
        "value": say("Value"),
        "cta": say("Call to action"),
        WHOLE: say("Whole script"),
        MATERIAL: say("Material"),
    }
    return words.get(name, name)


def take_name(section: str, number: int | str, say: Say) -> str:
    """A take as people call it: ``Szene 2 · Take 1``."""
    return say("{section} · Take {number}", section=section_text(section, say), number=number)


def named_takes(places: str, say: Say) -> str:
    """What ``domain.take.take_place`` wrote, several of them with commas between, as people say it."""
    found = (place.rpartition(" ") for place in places.split(", "))
    return ", ".join(take_name(section, number, say) for section, _, number in found)
