"""Which cameras and microphones this computer has."""

import platform
from pathlib import Path

from skriptstudio.domain.errors import NoMicrophone
from skriptstudio.domain.ports.studio import Device
from skriptstudio.media.capture import portaudio

_WINDOWS_SOUND_SYSTEM = "Windows DirectSound"
"""It gives full names (MME cuts them) and converts any device to our rate (WASAPI doesn't)."""

DEMO = Device(id="demo", name="Eingebaute Demo")
"""Always there, last in both lists."""


def cameras() -> tuple[Device, ...]:
    """Cameras by number; on a computer without any only the demo."""
    return (*_cameras(), DEMO)


def microphones() -> tuple[Device, ...]:
    """Microphones by name, or by number where a name isn't unique."""
    return (*_microphones(), DEMO)


def microphone_number(source: str) -> int:
    """PortAudio's number for an id of ``microphones``.

    Raises:
        NoMicrophone: nothing is called that.
    """
    for number, name in _inputs():
        if source in (name, str(number)):
            return number
    raise NoMicrophone(source=source)


def _cameras() -> tuple[Device, ...]:
    if platform.system() == "Linux" and not any(Path("/dev").glob("video*")):
        return ()
    from cv2_enumerate_cameras import enumerate_cameras

    from skriptstudio.media.capture.opencv_camera import backends

    found = {int(camera.index): str(camera.name) for camera in enumerate_cameras(backends()[0])}
    return tuple(Device(id=str(index), name=name) for index, name in sorted(found.items()))


def _microphones() -> tuple[Device, ...]:
    found = _inputs()
    names = [name for _, name in found]
    return tuple(Device(id=name if names.count(name) == 1 else str(number), name=name) for number, name in found)


def _inputs() -> list[tuple[int, str]]:
    """Number and name of all sound inputs; on Windows, which lists each several times, of one sound system."""
    module = portaudio.load()
    found = portaudio.inputs(module) if module else []
    if platform.system() == "Windows":
        found = [device for device in found if device[2] == _WINDOWS_SOUND_SYSTEM]
    return [(number, name) for number, name, _ in found]
