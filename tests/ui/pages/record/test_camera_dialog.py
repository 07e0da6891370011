"""The dialog that turns and cuts a camera's picture, over a camera on the network."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest
from tests.ui.hands import open_dialog, press

from skriptstudio.domain.framing import CameraFacts, Framing
from skriptstudio.messages.catalogue import Speaker

pytestmark = pytest.mark.qt


class Camera(BaseHTTPRequestHandler):
    """Sends the same wide picture 30 times a second: left half red, right half blue (BGR)."""

    over: ClassVar[threading.Event]

    def do_GET(self) -> None:
        import cv2
        import numpy as np

        image = np.zeros((360, 640, 3), np.uint8)
        image[:, :320], image[:, 320:] = (0, 0, 255), (255, 0, 0)
        jpeg = cv2.imencode(".jpg", image)[1].tobytes()
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        self.end_headers()
        try:
            while not self.over.wait(1 / 30):
                head = b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(jpeg)
                self.wfile.write(head + jpeg + b"\r\n")
        except OSError:
            pass  # the window has hung up

    def log_message(self, *told: Any) -> None:
        """Keep quiet."""


@pytest.fixture
def address() -> Iterator[str]:
    over = threading.Event()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Ours", (Camera,), {"over": over}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/video"
    over.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(opened: Any, address: str, wait_until: Callable[..., None]) -> Iterator[Any]:
    """The page with that camera open and measured."""
    opened.session.change_settings(camera=address)
    opened.window.activateWindow()
    opened.window.go("record")
    page = opened.window.current
    wait_until(lambda: page.situation == "ready" and page.booth.room.facts is not None, 20)
    yield page
    opened.window.go("plan")
    wait_until(lambda: opened.window.jobs.busy == 0)


def colour(page: Any) -> str:
    """What fills the live picture: red, blue, or both."""
    still = page.view.newest
    if still is None:
        return ""
    row = still.data[(still.height // 2) * still.width * 4 :][: still.width * 4]
    seen = {"blue" if row[at] > row[at + 2] else "red" for at in range(40, len(row) - 40, 40)}
    return " ".join(sorted(seen))


def test_the_part_is_chosen_by_keys_seen_at_once_and_kept_for_this_camera(
    page: Any, address: str, wait_until: Callable[..., None]
) -> None:
    page.view.room.set_up.setFocus()
    press("Space")
    dialog = open_dialog(page.place)
    assert dialog.content.slider.isVisible()
    assert "640 x 360" in dialog.content._does.text()
    wait_until(lambda: colour(page) == "blue red")
    press("Tab")
    press("End")
    wait_until(lambda: colour(page) == "blue")
    press("Return")
    assert page.session.settings.framings == {address: Framing(across=1.0)}
    page.booth.search_again()
    wait_until(lambda: page.situation == "ready" and colour(page) == "blue", 20)


def test_cancel_leaves_the_picture_as_it_was(page: Any, wait_until: Callable[..., None]) -> None:
    page.view.room.set_up.click()
    content = open_dialog(page.place).content
    press("Space")
    assert content.framing.turned == 90
    assert content._turned.text() == "Um 90° gedreht"
    press("Escape")
    assert page.session.settings.framings == {}
    wait_until(lambda: colour(page) == "blue red")


def test_everything_in_the_dialog_has_a_name(page: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    page.view.room.set_up.click()
    for widget in open_dialog(page.place).findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName(), widget
    press("Escape")


def test_the_demo_has_nothing_to_set_up(opened: Any, wait_until: Callable[..., None]) -> None:
    opened.window.go("record")
    page = opened.window.current
    wait_until(lambda: page.situation == "ready" and opened.window.jobs.busy == 0)
    assert page.view.room.set_up.why == "Geht mit jeder echten Kamera."


@pytest.mark.parametrize(
    ("size", "turned", "side"),
    [((1920, 1080), 0, "across"), ((1080, 1920), 0, ""), ((1920, 1080), 90, ""), ((720, 1600), 180, "down")],
)
def test_only_the_side_with_room_can_be_moved(size: tuple[int, int], turned: int, side: str) -> None:
    from skriptstudio.ui.pages.record.camera_dialog import axis

    assert axis(CameraFacts(*size, fps=30.0), turned) == side
    assert axis(None, turned) == ""


def test_what_the_camera_does_is_said_in_figures() -> None:
    from skriptstudio.ui.pages.record.camera_dialog import facts_text

    say = Speaker("de").say
    assert facts_text(CameraFacts(1920, 1080, 29.97), say) == "1920 x 1080, 30 Bilder pro Sekunde"
    assert facts_text(None, say) == "Die Kamera wird gemessen."
