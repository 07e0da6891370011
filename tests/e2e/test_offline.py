"""Nothing leaves the house: the whole way works on a machine without any network."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NO_NETWORK = ("unshare", "--net") if os.name == "posix" and os.geteuid() == 0 else ("unshare", "--user", "--net")

GUARDED = """
import socket, sys
sys.modules["PySide6"] = None

def refuse(*args, **kwargs):
    raise SystemExit("network: " + repr(args))

for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
socket.getaddrinfo = refuse
from skriptstudio.__main__ import main
sys.exit(main(sys.argv[1:]))
"""
"""Refuses every use of a socket by Python; the missing network below it refuses all others'."""


def cut_off() -> list[str]:
    """A command prefix that takes the network away; empty where this system can't."""
    if shutil.which("unshare") is None:
        return []
    works = subprocess.run([*NO_NETWORK, "true"], check=False, capture_output=True).returncode == 0
    return list(NO_NETWORK) if works else []


@pytest.mark.timeout(180)
def test_the_demo_needs_no_network(tmp_path: Path) -> None:
    prefix = cut_off()
    print("network namespace" if prefix else "socket guard only")
    places = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    done = subprocess.run(
        [*prefix, sys.executable, "-c", GUARDED, "demo", "--to", str(tmp_path / "demo"), "--json"],
        env={**os.environ, **places},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=150,
    )
    assert done.returncode == 0, done.stderr
    assert next((tmp_path / "demo").rglob("*.srt")).read_text(encoding="utf-8").startswith("1\n")
