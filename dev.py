#!/usr/bin/env python3
"""Everything a developer does, from a bare machine on: ``python3 dev.py COMMAND``.

    demo    the whole way from script to clip, with nothing plugged in
    test    every check and every test
    run     the window
    bench   the figures of performance: bench start | record | publish | library | script | speech | fuzz
    build   the program as a folder for people without Python
    lint    style, types, rooms
    lock    pin the dependencies anew

Needs nothing but Python. Makes ``.venv``, installs the pinned dependencies into
it, and as root on Debian or Ubuntu the system libraries too.
"""

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "skriptstudio-stamp"

PYTHONS = ((3, 11), (3, 13))
"""Versions for which all our dependencies ship wheels."""

RUN_PACKAGES = (
    "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 "
    "libpulse0 libxrandr2 libxext6 libdrm2 libportaudio2 libasound2-plugins"
).split()
"""What Qt, QtMultimedia and PortAudio load on Debian and Ubuntu."""

TEST_PACKAGES = (
    "pulseaudio pulseaudio-utils xvfb xauth xdotool openbox imagemagick libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
    "libxcb-image0 libxcb-render-util0 libxcb-xkb1 libxkbcommon-x11-0 libxcb-shape0 libxcb-randr0 libxcb-xinerama0"
).split()
"""A microphone (a sound server with a null sink) and a screen (Xvfb with a window manager) for the tests."""

LOCKS = {"runtime": "requirements/runtime.lock", "dev": "requirements/dev.lock", "build": "requirements/build.lock"}
WINDOW_TESTS = ("tests/window", "tests/ui")
"""The tests that need PySide6; all others run with it blocked. First the long walks, so that nobody waits for them."""
SIDE_BY_SIDE = ("--numprocesses", "2", "--dist", "loadfile", "--no-loadscope-reorder")
"""Two files at a time, as they stand: many tests wait for a camera, a microphone or a clock.

Left alone, xdist begins with the files of the most tests; our few long ones would come last, beside an idle core.
"""

BENCHMARKS = ("start", "record", "publish", "library", "script", "speech", "fuzz")


class Refused(Exception):
    """Set-up can't go on; the text says why and what to do."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 0 if arguments[:1] in (["--help"], ["-h"]) else 2
    try:
        require_python()
        return COMMANDS[arguments[0]](list(arguments[1:]))
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


# --- set-up ------------------------------------------------------------------


def require_python() -> None:
    """Stop with a sentence on a Python for which there are no wheels."""
    if sys.version_info[:2] not in PYTHONS:
        wanted = " or ".join(f"{major}.{minor}" for major, minor in PYTHONS)
        found = ".".join(map(str, sys.version_info[:2]))
        raise Refused(
            f"SkriptStudio needs Python {wanted}; this is {found}. Start it with that one, e.g. python3.11 dev.py."
        )


def set_up(groups: Sequence[str], packages: Sequence[str]) -> None:
    """Bring ``.venv`` to the pinned state; does nothing where it is there already."""
    wanted = fingerprint(groups, packages)
    have = STAMP.read_text().split() if STAMP.exists() and PYTHON.exists() else []
    if wanted in have:
        return
    require_system_packages(packages)
    if not PYTHON.exists() or not have or have[0] != base_mark():
        make_venv()
        have = [base_mark()]
    print("Installing dependencies ...", file=sys.stderr)
    requirements = [part for group in groups for part in ("-r", str(ROOT / LOCKS[group]))]
    pip("install", "--quiet", "--require-hashes", *requirements)
    pip("install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text("\n".join([*have, wanted]))


def base_mark() -> str:
    """What the whole environment stands on: this Python at this place."""
    return hashlib.sha256(f"{ROOT}|{sys.version}".encode()).hexdigest()[:16]


def fingerprint(groups: Sequence[str], packages: Sequence[str]) -> str:
    """Hash of everything that an installed environment depends on."""
    digest = hashlib.sha256(f"{base_mark()}|{' '.join(packages)}".encode())
    for name in ("pyproject.toml", *(LOCKS[group] for group in groups)):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()[:16]


def make_venv() -> None:
    """A fresh ``.venv``."""
    print("Making .venv ...", file=sys.stderr)
    if VENV.exists():
        shutil.rmtree(VENV)
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)


def pip(*arguments: str) -> None:
    """Run pip inside ``.venv``."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments]
    if subprocess.run(command, check=False).returncode:
        raise Refused("Installing the dependencies failed, see above. Is the package index reachable?")


def require_system_packages(packages: Sequence[str]) -> None:
    """Install what is missing as root on Debian or Ubuntu; otherwise say the exact command."""
    if not shutil.which("dpkg-query"):
        if importlib.util.find_spec("ensurepip") is None:
            raise Refused("This Python comes without venv. Please install its venv module and try again.")
        return
    missing = missing_packages(packages)
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        raise Refused(
            "Some system libraries are missing. Please run this once, then try again:\n"
            f"  sudo apt-get update && sudo {shlex.join(install)}"
        )
    print(f"Installing system libraries: {' '.join(missing)}", file=sys.stderr)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "--quiet"], install):
        if subprocess.run(command, check=False, env=quiet, stdout=subprocess.DEVNULL).returncode:
            raise Refused(f"This failed, see above: {shlex.join(command)}")


def missing_packages(packages: Sequence[str]) -> list[str]:
    """Those that neither are installed nor are provided by one that is (``libglib2.0-0t64``)."""
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Abbrev}|${Package}|${Provides}\n"]
    listing = subprocess.run(query, check=True, capture_output=True, text=True).stdout
    present: set[str] = set()
    for line in listing.splitlines():
        status, name, provides = line.split("|", 2)
        if status.startswith("ii"):
            present |= {name, *(entry.split()[0] for entry in provides.split(",") if entry.strip())}
    return [name for name in packages if name not in present]


def set_up_runtime() -> None:
    """What the program needs."""
    set_up(["runtime"], RUN_PACKAGES)


def set_up_development() -> None:
    """What tests and checks need."""
    set_up(["runtime", "dev"], [*RUN_PACKAGES, *TEST_PACKAGES])


# --- commands ----------------------------------------------------------------


def call(*command: str | Path, **environment: str) -> int:
    """Run a program of ``.venv`` in the root folder and return its exit status."""
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **environment}, check=False
    ).returncode


def demo(arguments: list[str]) -> int:
    """Run the program's own demo where the caller stands."""
    set_up_runtime()
    return subprocess.run([str(PYTHON), "-m", "skriptstudio", "demo", *arguments], check=False).returncode


def run(arguments: list[str]) -> int:
    """Open the window."""
    set_up_runtime()
    return subprocess.run([str(PYTHON), "-m", "skriptstudio", "open", *arguments], check=False).returncode


def lint(arguments: list[str]) -> int:
    """Style, types, and the rooms; the first failure ends it."""
    set_up_development()
    steps = (
        (BIN / "ruff", "check", "."),
        (BIN / "ruff", "format", "--check", "."),
        (BIN / "mypy",),
        (BIN / "lint-imports",),
    )
    return next((status for step in steps if (status := call(*step))), 0)


def test(arguments: list[str]) -> int:
    """The one gate. Arguments go to pytest; with any, only pytest runs.

    The core is tested with PySide6 blocked, which proves that it needs none; then
    the tests of the window run with it.
    """
    set_up_development()
    pytest = (PYTHON, "-m", "pytest")
    if arguments:
        return call(*pytest, *arguments)
    left_out = (f"--ignore={folder}" for folder in WINDOW_TESTS)
    return (
        lint([])
        or call(*pytest, *SIDE_BY_SIDE, *left_out, "--block", "PySide6")
        or call(*pytest, *SIDE_BY_SIDE, *WINDOW_TESTS, QT_QPA_PLATFORM="offscreen")
    )


def bench(arguments: list[str]) -> int:
    """Measure; each figure beside a peer in the same run."""
    set_up_development()
    names = arguments[:1] if arguments and arguments[0] in BENCHMARKS else list(BENCHMARKS)
    rest = arguments[1:] if names == arguments[:1] else arguments
    return next((s for name in names if (s := call(PYTHON, "-m", f"benchmarks.{name}", *rest))), 0)


def build(arguments: list[str]) -> int:
    """Make the one-folder program with PyInstaller."""
    set_up(["runtime", "dev", "build"], [*RUN_PACKAGES, *TEST_PACKAGES])
    return call(BIN / "pyinstaller", "--noconfirm", "build.spec", *arguments)


def lock(arguments: list[str]) -> int:
    """Resolve the newest allowed versions for all systems and pin them with hashes, without any address."""
    set_up_development()
    resolve = (BIN / "uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes")
    plain = ("--no-header", "--no-annotate", "--quiet", "--no-emit-index-url", "--upgrade")
    runtime = str(ROOT / LOCKS["runtime"])
    runs = (
        ("--group", "setup", "pyproject.toml", "--output-file", runtime),
        ("--group", "dev", "--constraint", runtime, "--output-file", str(ROOT / LOCKS["dev"])),
        ("--group", "build", "--constraint", runtime, "--output-file", str(ROOT / LOCKS["build"])),
    )
    return next((s for arguments_ in runs if (s := call(*resolve, *plain, *arguments_))), 0)


COMMANDS = {"demo": demo, "test": test, "run": run, "bench": bench, "build": build, "lint": lint, "lock": lock}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
