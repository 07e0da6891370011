"""Trying the decoders of a film: one that brings them down usually does so at once."""

from itertools import islice
from pathlib import Path

from skriptstudio.media.look.opening import decoded_pictures, decoded_sound, open_media, picture_stream

_TRIAL_PICTURES = 300


def try_decoders(path: Path) -> None:
    """Decode so many pictures and pieces of sound, and throw them away.

    Raises:
        MissingFile, NotMedia, DriveFault.
    """
    with open_media(path) as container:
        stream = picture_stream(container)
        if stream is not None:
            for _ in islice(decoded_pictures(container, stream), _TRIAL_PICTURES):
                pass
    with open_media(path) as container:
        if container.streams.audio:
            for _ in islice(decoded_sound(container, container.streams.audio[0]), _TRIAL_PICTURES):
                pass
