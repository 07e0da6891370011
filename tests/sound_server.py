"""A sound server of a test's own, whose microphone hears what is played."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest


@dataclass
class SoundServer:
    """A private PulseAudio with one microphone that hears what is played into it."""

    folder: Path
    _running: "list[subprocess.Popen[bytes]]" = field(default_factory=list)

    def start(self) -> None:
        """Let it run, with the microphone awake."""
        folder = self.folder
        self._running.append(
            subprocess.Popen(
                [
                    "pulseaudio",
                    "-n",
                    "--daemonize=no",
                    "--exit-idle-time=-1",
                    "--disable-shm=yes",
                    f"--log-target=file:{folder}/log",
                    *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={folder}/native"),
                    *("-L", "module-null-sink sink_name=fakemic rate=48000 channels=1"),
                    *("-L", "module-remap-source source_name=mikro master=fakemic.monitor"),
                ]
            )
        )
        _wait_for(folder / "native")
        subprocess.run(["pactl", "set-default-source", "mikro"], check=True, timeout=10)
        silence = ["--latency-msec=20", "--rate=48000", "--channels=1", "/dev/zero"]
        self._running.append(subprocess.Popen(["pacat", "-p", "-d", "fakemic", *silence]))

    def stop(self) -> None:
        """End it by its process number; its microphone is gone then."""
        while self._running:
            process = self._running.pop()
            process.terminate()
            process.wait(5)
        (self.folder / "native").unlink(missing_ok=True)

    def play(self, samples: np.ndarray[tuple[int], np.dtype[np.float32]]) -> "subprocess.Popen[bytes]":
        """Let the microphone hear this (48 kHz, mono); ends by itself."""
        raw = self.folder / f"{time.monotonic_ns()}.raw"
        raw.write_bytes(samples.astype("<f4").tobytes())
        command = [
            "pacat",
            "-p",
            "-d",
            "fakemic",
            "--latency-msec=20",
            "--rate=48000",
            "--channels=1",
            "--format=float32le",
        ]
        return subprocess.Popen([*command, str(raw)])


@contextmanager
def serving(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """Runs in a new folder and is ended by its process number; needs the apt package pulseaudio."""
    if shutil.which("pulseaudio") is None:
        pytest.skip("pulseaudio is not on this computer")
    folder.mkdir(mode=0o700)
    for name, value in {
        "XDG_RUNTIME_DIR": folder,
        "PULSE_RUNTIME_PATH": folder,
        "PULSE_STATE_PATH": folder / "state",
        "PULSE_SERVER": f"unix:{folder}/native",
        "HOME": folder,
    }.items():
        patch.setenv(name, str(value))
    server = SoundServer(folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()


def _wait_for(path: Path) -> None:
    until = time.monotonic() + 10
    while not path.exists():
        assert time.monotonic() < until, f"{path} did not appear"
        time.sleep(0.02)
