"""The finished sound of a cut, kept like the picture."""

from dataclasses import asdict
from functools import partial

import av

from skriptstudio.domain.clip import RenderPlan
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.timecode import to_frames
from skriptstudio.media.render.chunked import Sources
from skriptstudio.media.render.kept import Kept, KeptFolder, key_of
from skriptstudio.media.render.loudness import Loudness
from skriptstudio.media.render.mastering import Master, master
from skriptstudio.media.render.sound import cut_sound
from skriptstudio.media.render.whole import drive_error

SOUND_DESIGN = "4"
"""To be raised whenever the same source shall sound different."""


def kept_master(plan: RenderPlan, sources: Sources, kept: KeptFolder, control: JobControl) -> Master:
    """The mastered sound of a plan, taken from before where nothing it depends on was changed.

    Raises:
        Cancelled, MissingFile, NotMedia, DiskFull, DriveFault.
    """
    cut = [(sources.hashes[s.path], to_frames(s.start), to_frames(s.end)) for s in plan.segments]
    versions = (av.__version__, sorted(av.library_versions.items()))
    heard = (cut, plan.crossfade, plan.denoise, plan.lufs, plan.encode.audio_kbit)
    key = key_of(["sound", SOUND_DESIGN, heard, versions])
    known = kept.get(key)
    if known is not None:
        loudness, *figures = known.facts["measured"]
        return Master(known.data, Loudness(**loudness), *figures)
    pieces = partial(cut_sound, plan.segments, sources.origins, plan.crossfade)
    made = master(pieces, plan.lufs, plan.encode.audio_kbit, control, plan.denoise)
    facts = {"measured": [asdict(made.loudness), made.gain_db, made.silence, made.tail, made.given_up]}
    try:
        kept.put(key, Kept(made.file, facts, tuple(dict.fromkeys(one[0] for one in cut))))
    except OSError as error:
        raise drive_error(error, kept.folder) from error
    return made
