"""What a film lacks so badly that it doesn't leave the house: sound, or captions for what is heard (domain.md 8.5)."""

from skriptstudio.domain.captions import Captions
from skriptstudio.domain.errors import CaptionsMissing, NoSoundTrack, SoundDistorted
from skriptstudio.domain.licence import heard
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import TakeFinding


def require_usable_sound(production: Production) -> None:
    """Check the sound of a clip that is to be exported; a draft may lack anything.

    Raises:
        NoSoundTrack: nothing is heard, and nothing is written in the picture instead.
        SoundDistorted: the sound of a take is distorted from beginning to end.
    """
    takes = tuple(heard(production))
    if not any(take.has_sound for take in takes) and not _is_written(production):
        raise NoSoundTrack(production.title)
    if any(TakeFinding.CLIPPED_THROUGHOUT in take.findings for take in takes):
        raise SoundDistorted(production.title)


def require_captions_of_sound(production: Production, captions: Captions | None) -> None:
    """Raise ``CaptionsMissing`` where something is heard and there are no captions; of noise they say what it is."""
    audible = any(take.has_sound and TakeFinding.SILENT not in take.findings for take in heard(production))
    if audible and not (captions and captions.cues):
        raise CaptionsMissing(production.title)


def _is_written(production: Production) -> bool:
    cut = production.effective_cut()
    cues = production.captions.cues if production.captions else ()
    return bool(cues or cut.dressing.title.strip() or cut.end_card.strip())
