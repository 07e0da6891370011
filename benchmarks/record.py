"""How well the recorder keeps pictures, sound and its promises.

    python3 dev.py bench record [--quick] [--minutes 10] [--kills 100] [--size 1920x1080]

Five tables, each of which can be had alone (``--only window,load,peer,clock,kills``):

    window  a take in the real window, in real time, the prompter moving; the microphone's clock is 1000 ppm off
    load    the same with both cores kept busy by something else
    peer    CPU time of the recorder alone beside ffmpeg at the same work
    clock   30 minutes with a microphone 1000 ppm too fast and too slow, by an injected clock
    kills   recordings killed at random moments: do they open, and what is missing

``--quick`` takes 30 s, 3 kills and 3 minutes. Needs about 45 minutes without it, and nothing else to do
for the computer, except in ``load``.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.recording.flashes import frames_of, make_clip
from benchmarks.recording.kills import lost_by_kill
from benchmarks.recording.long_clock import worst_offset_ms
from benchmarks.recording.peer import cpu_seconds

ROOT = Path(__file__).parents[1]
PARTS = ("window", "load", "peer", "clock", "kills")
PPM = 1000
OFFSET_LIMIT_MS = 40
PAINT_LIMIT_MS = 25
LOST_LIMIT_SECONDS = 0.6
PEER_SECONDS = 30
PEER_ROUNDS = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 0 if all promises are kept, else 1."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", default=",".join(PARTS))
    wanted = parser.parse_args(arguments)
    if wanted.quick:
        wanted.minutes, wanted.kills = 0.5, 3
    parts = wanted.only.split(",")
    with tempfile.TemporaryDirectory(prefix="skriptstudio-bench-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        clip = folder / "flashes.mp4"
        width, height = map(int, wanted.size.split("x"))
        make_clip(clip, 60 * wanted.minutes, width, height)
        kept = True
        if "window" in parts:
            kept &= _report_window("in the window", _record_in_window(clip, folder / "window"), frames_of(clip))
        if "load" in parts:
            with _busy_cores():
                figures = _record_in_window(clip, folder / "load")
            kept &= _report_window(f"with {os.cpu_count()} busy processes beside it", figures, frames_of(clip))
        if "peer" in parts:
            kept &= _report_peer(folder, width, height)
        if "clock" in parts:
            kept &= _report_clock(3 if wanted.quick else 30, folder)
        if "kills" in parts:
            kept &= _report_kills([lost_by_kill(clip, folder / f"kill-{k}", k) for k in range(wanted.kills)])
    return 0 if kept else 1


@contextmanager
def _busy_cores() -> Iterator[None]:
    """One process a core that never rests."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(os.cpu_count() or 2)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


def _record_in_window(clip: Path, folder: Path) -> dict[str, Any]:
    """A take of the whole clip in a window and a home of its own."""
    homes = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA")
    for home in homes:
        (folder / home).mkdir(parents=True)
    own = {home: str(folder / home) for home in homes}
    command = [sys.executable, "-m", "benchmarks.recording.window", str(clip), str(folder), str(PPM)]
    screen = shutil.which("xvfb-run")
    if screen and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        command = [screen, "--auto-servernum", "--server-args=-screen 0 1366x768x24", *command]
    done = subprocess.run(command, env={**os.environ, **own}, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _report_window(title: str, figures: dict[str, Any], expected: int) -> bool:
    """Print; whether no frame is missing, sound is in time and the prompter moved evenly."""
    missing, offsets = expected - figures["frames"], figures["offsets_ms"]
    worst = max(offsets, key=abs)
    paints = sorted(figures["paint_intervals_ms"])
    p50, p95, p99 = (_share_of(paints, share) for share in (0.5, 0.95, 0.99))
    peer = sorted(figures["peer_intervals_ms"])
    print(f"\n1080p30 for {expected / 30:.0f} s {title}, microphone {PPM} ppm too fast")
    print(f"{'frames missing':24}{missing:10d}")
    print(f"{'dropped, repeated':24}{figures['dropped']:10d}{figures['repeated']:6d}   (limit 0 dropped)")
    print(f"{'offset first, last':24}{offsets[0]:10.1f}{offsets[-1]:6.1f} ms")
    print(f"{'offset worst':24}{worst:10.1f} ms   (limit {OFFSET_LIMIT_MS})")
    print(f"{'prompter, p50, p95':24}{p50:10.1f}{p95:6.1f} ms between two paints, {len(paints)} of them")
    print(f"{'prompter, p99':24}{p99:10.1f} ms   (limit {PAINT_LIMIT_MS})")
    print(f"{'peer, p99':24}{_share_of(peer, 0.99):10.1f} ms, a process beside it that only wakes as often")
    print(f"{'prompter, longest':24}{paints[-1]:10.1f} ms")
    print(f"{'peer, longest':24}{peer[-1]:10.1f} ms")
    print(f"{'CPU':24}{100 * figures['cpu']:10.0f} % of one core: recorder, decoder and window")
    print(f"{'stolen':24}{100 * figures['stolen']:10.1f} % of this machine's time went to others")
    lossless = missing == 0 and figures["dropped"] == 0
    return bool(lossless and abs(worst) <= OFFSET_LIMIT_MS and p99 <= PAINT_LIMIT_MS)


def _share_of(ordered: Sequence[float], share: float) -> float:
    return ordered[int(share * (len(ordered) - 1))]


def _report_peer(folder: Path, width: int, height: int) -> bool:
    """Print the CPU time of the recorder alone beside ffmpeg's; whether it is at most one core."""
    clip = folder / "peer.mp4"
    make_clip(clip, PEER_SECONDS, width, height)
    times: dict[str, list[float]] = {"ours": [], "ffmpeg": []}
    for at in range(PEER_ROUNDS):
        for who, found in times.items():
            found.append(cpu_seconds(who, clip, folder / f"{who}-{at}"))
    ours, peer = (min(found) / PEER_SECONDS for found in times.values())
    print(f"\nThe recorder alone for {PEER_SECONDS} s, decoding and start of the process included")
    print(f"{'CPU':24}{100 * ours:10.0f} % of one core   (limit 100)")
    print(f"{'CPU of ffmpeg':24}{100 * peer:10.0f} % of one core, same pictures, crop, encoder and preset")
    if peer:
        print(f"{'ratio':24}{ours / peer:10.2f}")
    return ours <= 1


def _report_clock(minutes: float, folder: Path) -> bool:
    """Print how far sound strays in a long take; whether it stays within the limit."""
    print(f"\n{minutes:.0f} minutes by an injected clock", flush=True)
    clocks = (PPM, -PPM)
    with ThreadPoolExecutor(len(clocks)) as pool:
        found = list(pool.map(lambda ppm: worst_offset_ms(minutes, ppm, folder / f"clock{ppm}"), clocks))
    for ppm, (worst, dropped) in zip(clocks, found, strict=True):
        dropping = f", {dropped} dropped" if dropped else ""
        print(f"{f'offset worst, {ppm:+d} ppm':24}{worst:10.1f} ms   (limit {OFFSET_LIMIT_MS}){dropping}")
    return all(abs(worst) <= OFFSET_LIMIT_MS for worst, _ in found)


def _report_kills(losses: list[float | None]) -> bool:
    """Print what kills cost; whether all open and none lacks more than the limit."""
    opened = [lost for lost in losses if lost is not None]
    print(f"\n{'killed, opens':24}{len(opened):7d}/{len(losses)}")
    if opened:
        print(f"{'lost median':24}{statistics.median(opened):10.2f} s")
        print(f"{'lost most':24}{max(opened):10.2f} s   (limit {LOST_LIMIT_SECONDS})")
    return len(opened) == len(losses) and max(opened, default=0.0) <= LOST_LIMIT_SECONDS


if __name__ == "__main__":
    raise SystemExit(main())
