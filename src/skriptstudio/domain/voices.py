"""In which takes of a clip somebody should be heard, and isn't."""

from skriptstudio.domain.licence import heard
from skriptstudio.domain.production import Production
from skriptstudio.domain.script import MATERIAL
from skriptstudio.domain.take import Take, TakeFinding

_UNHEARD = frozenset({TakeFinding.NO_SOUND, TakeFinding.SILENT, TakeFinding.NO_SPEECH, TakeFinding.MICROPHONE_LOST})


def voiceless(production: Production) -> tuple[Take, ...]:
    """The takes without a voice; pictures over the voice and material are silent on purpose.

    Raises:
        NothingRecorded: there is no take.
    """
    spoken = (take for take in heard(production) if take.section != MATERIAL)
    return tuple(take for take in spoken if not take.has_sound or _UNHEARD & set(take.findings))
