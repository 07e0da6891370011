"""From what the user calls a camera or microphone to the thing itself."""

from collections.abc import Callable, Sequence
from pathlib import Path

from skriptstudio.domain.camera_check import CameraMode
from skriptstudio.domain.errors import NoCamera, NothingToRecord
from skriptstudio.domain.framing import AS_IT_IS, Framing
from skriptstudio.domain.ports.studio import Device, RecordingOrder
from skriptstudio.media.capture.devices import DEMO, cameras
from skriptstudio.media.capture.source import CameraSource, MicrophoneSource

NONE = "none"
FILE = "file:"
_NETWORK = ("http://", "https://")


def is_live(source: str) -> bool:
    """Whether a camera or microphone goes on by itself, and isn't played from a beginning."""
    return source not in (NONE, DEMO.id) and not source.startswith(FILE)


def framing_for(camera: str, wanted: Framing) -> Framing:
    """How the pictures of a camera are framed; the plain picture of no camera keeps its shape."""
    return AS_IT_IS if camera == NONE else wanted


def sources(order: RecordingOrder) -> tuple[CameraSource, MicrophoneSource | None]:
    """Camera and microphone of an order, not yet opened; no microphone for ``none``.

    Raises:
        NothingToRecord: both are ``none``.
        NoCamera: the name can't be one of a camera.
    """
    if order.camera == NONE and order.microphone == NONE:
        raise NothingToRecord
    if DEMO.id not in (order.camera, order.microphone):
        return _camera(order), _microphone(order.microphone)
    from skriptstudio.media.capture.demo import demo_sources

    camera, microphone = demo_sources(order.text, endless=order.seconds is not None)
    return (
        camera if order.camera == DEMO.id else _camera(order),
        microphone if order.microphone == DEMO.id else _microphone(order.microphone),
    )


def _camera(order: RecordingOrder) -> CameraSource:
    """Imports only what is wanted: each of these costs up to 150 ms."""
    source = order.camera
    if source == NONE:
        from skriptstudio.media.capture.blank import BlankCamera

        return BlankCamera()
    if source.startswith(FILE):
        from skriptstudio.media.capture.file_source import FileCamera

        return FileCamera(Path(source.removeprefix(FILE)), whole=order.framing != AS_IT_IS)
    return live_camera(source)


def live_camera(source: str) -> CameraSource:
    """A camera of this computer or on the network, not yet opened. Raises ``NoCamera`` as above."""
    if source.startswith(_NETWORK):
        from skriptstudio.media.capture.network_camera import network_camera

        return network_camera(source)
    if source.isdecimal():
        from skriptstudio.media.capture.opencv_camera import device_camera

        return device_camera(int(source))
    raise NoCamera(source=source)


def asked_of(source: str) -> CameraMode | None:
    """What a camera of that name is told to do when it is opened; None where it can't be told anything."""
    if not source.isdecimal():
        return None
    from skriptstudio.media.capture import opencv_camera

    return CameraMode(opencv_camera.WANTED_WIDTH, opencv_camera.WANTED_HEIGHT, opencv_camera.WANTED_FPS)


def camera_again(source: str) -> Callable[[], CameraSource]:
    """Makes a live camera as often as it is asked to, each not yet opened. Raises ``NoCamera`` as above.

    A computer numbers its cameras anew when one is unplugged: the same one is found by
    the name that it has now.
    """
    live_camera(source)
    if not source.isdecimal():
        return lambda: live_camera(source)
    name = next((device.name for device in cameras() if device.id == source), None)

    def make() -> CameraSource:
        return live_camera(source if name is None else number_of(name, source, cameras()))

    return make


def number_of(name: str, last: str, present: Sequence[Device]) -> str:
    """Id of the camera of that name, where there are several the one that had the id ``last``.

    Raises ``NoCamera``: it isn't there.
    """
    ids = [device.id for device in present if device.name == name]
    if not ids:
        raise NoCamera(source=last)
    return last if last in ids else ids[0]


def _microphone(source: str) -> MicrophoneSource | None:
    if source == NONE:
        return None
    if source.startswith(FILE):
        from skriptstudio.media.capture.file_source import FileMicrophone

        return FileMicrophone(Path(source.removeprefix(FILE)))
    return live_microphone(source)


def live_microphone(source: str) -> MicrophoneSource:
    """A microphone of this computer, not yet opened."""
    from skriptstudio.media.capture.microphone import Microphone

    return Microphone(source)
