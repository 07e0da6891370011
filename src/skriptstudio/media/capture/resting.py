"""What is shown and heard in a room between two takes."""

from pathlib import Path

from skriptstudio.domain.errors import NothingToRecord
from skriptstudio.media.capture.blank import BlankCamera, SilentMicrophone, StillCamera
from skriptstudio.media.capture.devices import DEMO
from skriptstudio.media.capture.opening import FILE, NONE, camera_again, live_microphone
from skriptstudio.media.capture.returning import Returning
from skriptstudio.media.capture.source import CameraSource, MicrophoneSource, Picture, Sound
from skriptstudio.media.capture.tracks import CAMERA_PATIENCE_SECONDS, MICROPHONE_PATIENCE_SECONDS


def resting_sources(camera: str, microphone: str, text: str) -> tuple[CameraSource, MicrophoneSource | None]:
    """Camera and microphone of a room, not yet opened: live ones that come back by themselves, else something endless.

    The demo's presenter keeps quiet, a file shows its first picture without sound.

    Args:
        camera: as in ``RecordingOrder``.
        microphone: likewise.
        text: what the demo voice gets ready for.

    Raises:
        NothingToRecord: both are ``none``.
        NoCamera: the name can't be one of a camera.
        VoiceMissing: the demo can't speak.
    """
    if camera == microphone == NONE:
        raise NothingToRecord
    if DEMO.id not in (camera, microphone):
        return _camera(camera), _microphone(microphone)
    from skriptstudio.media.capture.demo import demo_sources, rehearse

    rehearse(text)
    quiet_camera, quiet_microphone = demo_sources(None, endless=True)
    return (
        quiet_camera if camera == DEMO.id else _camera(camera),
        quiet_microphone if microphone == DEMO.id else _microphone(microphone),
    )


def _camera(source: str) -> CameraSource:
    if source == NONE:
        return BlankCamera()
    if source.startswith(FILE):
        return _FirstPicture(Path(source.removeprefix(FILE)))
    return Returning[Picture]("room camera returns", camera_again(source), CAMERA_PATIENCE_SECONDS)


def _microphone(source: str) -> MicrophoneSource | None:
    if source == NONE:
        return None
    if source.startswith(FILE):
        return _MutedFile(Path(source.removeprefix(FILE)))
    return Returning[Sound]("room microphone returns", lambda: live_microphone(source), MICROPHONE_PATIENCE_SECONDS)


class _FirstPicture(StillCamera):
    """Stands on the first picture of a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def open(self) -> None:
        from skriptstudio.media.capture.file_source import FileCamera

        file = FileCamera(self._path, whole=True)
        file.open()
        try:
            super().__init__(file.first())
        finally:
            file.close()


class _MutedFile(SilentMicrophone):
    """Makes sure that a file can be heard, and keeps silent."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def open(self) -> None:
        from skriptstudio.media.capture.file_source import FileMicrophone

        file = FileMicrophone(self._path)
        file.open()
        file.close()
