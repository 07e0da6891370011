"""``sounddevice`` as the program wants it: perhaps missing, and with a fresh list of devices."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from types import ModuleType

_lock = Lock()
_streams_open = 0


def load() -> ModuleType | None:
    """The module, or None where PortAudio isn't installed."""
    try:
        import sounddevice
    except OSError:
        return None
    module: ModuleType = sounddevice
    return module


def inputs(module: ModuleType) -> list[tuple[int, str, str]]:
    """Number, name and sound system of all inputs as they are now, also those plugged in since the start.

    PortAudio looks only when it is started, so it is started again, unless a
    microphone is open.
    """
    with _lock:
        try:
            if not _streams_open:
                module._terminate()
                module._initialize()
            systems = [str(system["name"]) for system in module.query_hostapis()]
            return [
                (int(device["index"]), str(device["name"]), systems[device["hostapi"]])
                for device in module.query_devices()
                if device["max_input_channels"] > 0
            ]
        except module.PortAudioError:
            return []


@contextmanager
def streaming() -> Iterator[None]:
    """Around the life of a stream: as long as there is one, the list of devices is left as it is."""
    global _streams_open
    with _lock:
        _streams_open += 1
    try:
        yield
    finally:
        with _lock:
            _streams_open -= 1
