"""The prompter's peer: a process that only wants to wake 60 times a second.

    python -m benchmarks.recording.sleeper

Ends with its standard input, and then prints what lay between its wake-ups in ms, as one JSON list.
"""

import json
import sys
import time
from threading import Event, Thread

INTERVAL_SECONDS = 0.016


def main() -> None:
    """Sleep and wake until nobody listens any more."""
    over = Event()

    def listen() -> None:
        sys.stdin.read()
        over.set()

    Thread(target=listen, daemon=True).start()
    found: list[float] = []
    last = time.perf_counter()
    while not over.is_set():
        time.sleep(max(0.0, last + INTERVAL_SECONDS - time.perf_counter()))
        now = time.perf_counter()
        found.append(1000 * (now - last))
        last = now
    print(json.dumps(found))


if __name__ == "__main__":
    main()
