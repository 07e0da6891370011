"""One whole way through the real window: with the mouse, with the keyboard alone, or a session of recording or writing.

    python -m tests.window.run mouse|keys|recording|script FOLDER

Needs a screen (DISPLAY). Writes ``steps.log``, pictures, and ``result.json`` into FOLDER.
"""

import json
import os
import sys
import threading
import traceback
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.window.heartbeat import Heartbeat
from tests.window.recording import by_keys_in_the_room
from tests.window.script_room import by_mouse_in_the_script_room
from tests.window.user import User
from tests.window.way import by_keys, by_mouse

from skriptstudio.ui import app as opening

WAYS = {
    "mouse": by_mouse,
    "keys": by_keys,
    "recording": by_keys_in_the_room,
    "script": by_mouse_in_the_script_room,
}


def main() -> int:
    """Open the window, let the user work, and note how it went."""
    mode, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    result: dict[str, Any] = {"mode": mode, "ok": False}
    user = User(folder / "steps.log", folder)
    beats: list[Heartbeat] = []

    def watch() -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and not beats:
            beats.append(Heartbeat())

    def work() -> None:
        try:
            result["film"] = WAYS[mode](user, folder)
            result["ok"] = True
        except BaseException:
            result["error"] = traceback.format_exc()
            user.shot("failed")
            raise
        finally:
            user.ask(lambda: QTimer.singleShot(0, _close_all))

    thread = threading.Thread(target=work, name="user", daemon=True)
    frame = opening.Frame.paintEvent

    def first_paint(self: opening.Frame, event: Any) -> None:
        frame(self, event)
        if not thread.ident:
            watch()
            thread.start()

    opening.Frame.paintEvent = first_paint  # type: ignore[method-assign]
    opening.open_window([])
    thread.join(20)
    for beat in beats:
        beat.stop()
        result["gaps_over_50_ms"] = beat.gaps
    (folder / "result.json").write_text(json.dumps(result, ensure_ascii=False, indent=2), encoding="utf-8")
    return 0 if result["ok"] else 1


def _close_all() -> None:
    for top in QApplication.topLevelWidgets():
        top.close()


if __name__ == "__main__":
    sys.stdout.flush()
    status = main()
    sys.stdout.flush()
    os._exit(status)
