"""Damaged media: each is probed, read and framed, and must end in a picture or in a sentence.

Small films of several kinds are damaged at random: cut off, overwritten, pieces moved, doubled or left out. The work is
done by a child process; one that falls, hangs or raises anything but the program's own errors is a fault, named by the
seed with which it can be made again.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

COUNT = 2000
HANG_SECONDS = 30
SECONDS = Fraction(1, 2)
MOST_PIXELS = 128 * 96 * 30 * 10
"""Films that damage makes longer than 10 s get their sound alone as stand-in, as long films do."""

KINDS: dict[str, tuple[str, ...]] = {
    "h264.mp4": ("-c:v", "libx264", "-c:a", "aac"),
    "fragmented.mp4": ("-c:v", "libx264", "-c:a", "aac", "-movflags", "frag_keyframe+empty_moov"),
    "hevc.mov": ("-c:v", "libx265", "-x265-params", "log-level=none", "-c:a", "aac", "-ar", "44100", "-ac", "1"),
    "vp9.webm": ("-c:v", "libvpx-vp9", "-c:a", "libopus"),
    "mpeg4.avi": ("-c:v", "mpeg4", "-c:a", "mp3"),
    "h264.ts": ("-c:v", "libx264", "-c:a", "aac"),
    "h264.mkv": ("-c:v", "libx264", "-c:a", "flac"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Damage, chew, count; 1 if anything fell, hung or raised what it must not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--child", metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    seeds = range(options.first, options.first + options.count)
    if options.child:
        return chew_all(Path(options.child), seeds)
    with TemporaryDirectory(prefix="fuzz-") as folder:
        make_films(Path(folder))
        faults = list(watched(Path(folder), seeds))
    print("\n".join(faults))
    print(f"{len(seeds)} damaged files, {len(faults)} faults")
    return int(bool(faults))


def watched(folder: Path, seeds: range) -> Iterator[str]:
    """Run children until every seed is done; a fallen one is named, and the next begins behind it."""
    while seeds:
        command = [sys.executable, "-m", "benchmarks.fuzz", "--child", str(folder)]
        command += ["--first", str(seeds[0]), "--count", str(len(seeds))]
        log = folder / "progress.txt"
        log.unlink(missing_ok=True)
        status = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace")
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        yield from (line for line in lines if not line.isdigit())
        if not status.returncode:
            return
        last = next((int(line) for line in reversed(lines) if line.isdigit()), seeds[0])
        yield f"seed {last}: the process ended with {status.returncode}: {status.stderr.strip()[-200:]}"
        seeds = range(last + 1, seeds[-1] + 1)


def chew_all(folder: Path, seeds: range) -> int:
    """In the child: one after the other, each named before it is begun."""
    import faulthandler

    from skriptstudio.domain.errors import SkriptStudioError

    films = [folder / name for name in KINDS]
    with (folder / "progress.txt").open("w", encoding="utf-8") as log:
        for seed in seeds:
            print(seed, file=log, flush=True)
            alarm()
            source = films[seed % len(films)]
            path = folder / f"damaged{source.suffix}"
            path.write_bytes(damaged(source.read_bytes(), Random(seed)))
            try:
                chew(path)
            except SkriptStudioError:
                pass
            except Exception as error:  # noqa: BLE001 - what it is looking for
                print(f"seed {seed} ({source.name}): {type(error).__name__}: {error}", file=log, flush=True)
    faulthandler.cancel_dump_traceback_later()
    return 0


def alarm() -> None:
    """End this process if nothing is heard of it for a while: a damaged clock may make a short film a long one."""
    import faulthandler

    faulthandler.dump_traceback_later(HANG_SECONDS, exit=True)


def chew(path: Path) -> None:
    """What the program does with a film on its way to the clip."""
    from skriptstudio.domain.clip import SourceSegment
    from skriptstudio.domain.jobs import JobControl
    from skriptstudio.media.apart.data import plain
    from skriptstudio.media.apart.orders import TakeIn
    from skriptstudio.media.apart.tasks import carry_out
    from skriptstudio.media.look.listen import read_sound
    from skriptstudio.media.look.opening import picture_start
    from skriptstudio.media.render.picture import segment_pictures
    from skriptstudio.media.render.sound import cut_sound

    taking = TakeIn(path, path.with_name("stand-in.mp4"), path.with_name("stand-in.m4a"), MOST_PIXELS)
    carry_out(TakeIn.__name__, plain(taking), JobControl(lambda _progress: alarm()))
    read_sound(path, 16_000)
    segment = SourceSegment(path, Fraction(0), SECONDS)
    origin = picture_start(path)
    pictures = sum(1 for _ in segment_pictures(segment, origin))
    samples = sum(piece.shape[1] for piece in cut_sound([segment], {path: origin}))
    if Fraction(pictures) != SECONDS * 30 or Fraction(samples) != SECONDS * 48_000:
        raise AssertionError(f"{pictures} pictures and {samples} samples")


def make_films(folder: Path) -> None:
    """One second of each kind, small."""
    import imageio_ffmpeg

    for name, options in KINDS.items():
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y"]
        command += ["-f", "lavfi", "-i", "testsrc2=size=128x96:rate=30:duration=1"]
        command += ["-f", "lavfi", "-i", "sine=frequency=440:duration=1", "-pix_fmt", "yuv420p", "-g", "10"]
        subprocess.run([*command, *options, str(folder / name)], check=True)


def damaged(data: bytes, random: Random) -> bytes:
    """The bytes after one to four damages."""
    for _ in range(random.randint(1, 4)):
        data = random.choice(DAMAGES)(data, random) or b"\0"
    return data


def _place(data: bytes, random: Random) -> tuple[int, int]:
    """Anywhere, but half of the time in the first kilobyte, where the headers are."""
    start = random.randrange(min(len(data), 1024) if random.random() < 0.5 else len(data))
    return start, min(len(data), start + random.choice((1, 2, 4, 16, 256, 4096)))


def _overwritten(data: bytes, random: Random) -> bytes:
    a, b = _place(data, random)
    return data[:a] + random.randbytes(b - a) + data[b:]


def _extreme(data: bytes, random: Random) -> bytes:
    a, b = _place(data, random)
    return data[:a] + random.choice((b"\0", b"\xff", b"\x7f", b"\x80")) * (b - a) + data[b:]


def _left_out(data: bytes, random: Random) -> bytes:
    a, b = _place(data, random)
    return data[:a] + data[b:]


def _doubled(data: bytes, random: Random) -> bytes:
    a, b = _place(data, random)
    return data[:b] + data[a:b] * random.randint(1, 3) + data[b:]


def _cut_off(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def _flipped(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 40)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _overwritten,
    _extreme,
    _left_out,
    _doubled,
    _cut_off,
    _flipped,
)


if __name__ == "__main__":
    sys.exit(main())
