"""What the page Record shows of a network camera that wants a login, freezes, goes away and comes back."""

import base64
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from typing import Any

import pytest

pytestmark = pytest.mark.qt

USER, PASSWORD = "mira", "geheim"


@dataclass
class Camera:
    """An MJPEG camera whose behaviour can be changed while it runs.

    Attributes:
        locked: it wants the login.
        away: it hangs up and answers nobody.
        frozen: it sends the same picture again and again.
    """

    locked: threading.Event = field(default_factory=threading.Event)
    away: threading.Event = field(default_factory=threading.Event)
    frozen: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    address: str = ""


class Handler(BaseHTTPRequestHandler):
    camera: Camera

    def do_GET(self) -> None:
        login = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        if self.camera.away.is_set():
            return
        if self.camera.locked.is_set() and self.headers.get("Authorization") != login:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="camera"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
        self.end_headers()
        with suppress(OSError):  # the window hangs up
            self._stream()

    def _stream(self) -> None:
        import cv2
        import numpy as np

        jpeg = b""
        for k in count():
            if self.camera.over.wait(1 / 30) or self.camera.away.is_set():
                return
            if not self.camera.frozen.is_set() or not jpeg:
                image = np.full((360, 640, 3), 90, np.uint8)
                image[:, (7 * k) % 630 : (7 * k) % 630 + 10] = 200
                jpeg = cv2.imencode(".jpg", image)[1].tobytes()
            head = b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(jpeg)
            self.wfile.write(head + jpeg + b"\r\n")

    def log_message(self, *told: Any) -> None:
        """Keep quiet."""


@pytest.fixture
def camera() -> Iterator[Camera]:
    camera = Camera()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Ours", (Handler,), {"camera": camera}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    camera.address = f"http://127.0.0.1:{server.server_address[1]}/video"
    yield camera
    camera.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def enter(opened: Any, camera: Camera, wait_until: Callable[..., None]) -> Iterator[Callable[[str], Any]]:
    """Goes to the page with that camera chosen, and waits for a situation."""
    opened.session.change_settings(camera=camera.address, microphone="demo")
    opened.window.resize(1366, 768)

    def go(situation: str) -> Any:
        opened.window.activateWindow()
        opened.window.go("record")
        page = opened.window.current
        wait_until(lambda: page.situation == situation and opened.window.jobs.busy == 0, 20)
        return page

    yield go
    opened.window.go("plan")
    wait_until(lambda: opened.window.jobs.busy == 0)


def write_into(dialog: Any, name: str, text: str) -> None:
    from PySide6.QtWidgets import QLineEdit

    next(one for one in dialog.content.findChildren(QLineEdit) if one.accessibleName() == name).setText(text)


def asked(page: Any) -> Any:
    from skriptstudio.ui.widgets.dialog import open_dialog

    return open_dialog(page.place)


def test_a_camera_that_wants_a_login_gets_it_at_the_filled_button(
    enter: Callable[[str], Any], camera: Camera, wait_until: Callable[..., None]
) -> None:
    camera.locked.set()
    page = enter("no_camera")
    trouble = page.view.trouble
    assert trouble.title.text() == "Die Kamera will Benutzername und Passwort"
    assert [one.text() for one in (trouble.again, trouble.by_phone) if one.filled] == ["Handy als Kamera"]
    trouble.by_phone.click()
    dialog = asked(page)
    assert dialog.content.focusProxy().text() == camera.address
    write_into(dialog, "Benutzername, falls die App einen verlangt", USER)
    write_into(dialog, "Passwort", PASSWORD)
    dialog.confirm()
    wait_until(lambda: page.situation == "ready" and page.view.newest is not None, 20)
    page.booth.search_again()
    wait_until(lambda: page.situation == "ready" and page.view.newest is not None, 20)
    assert page.session.settings.camera == camera.address


def test_a_picture_that_stands_still_is_said_over_it_until_it_moves(
    enter: Callable[[str], Any], camera: Camera, wait_until: Callable[..., None]
) -> None:
    page = enter("ready")
    film = page.view.preview.film
    wait_until(lambda: film.caption)
    usual = film.caption
    camera.frozen.set()
    wait_until(lambda: "steht still" in film.caption, 10)
    assert page.bar.filled.isEnabled()
    camera.frozen.clear()
    wait_until(lambda: film.caption == usual)


def test_a_camera_that_goes_away_says_so_and_is_there_again_by_itself(
    enter: Callable[[str], Any], camera: Camera, wait_until: Callable[..., None]
) -> None:
    page = enter("ready")
    camera.away.set()
    wait_until(lambda: page.situation == "no_camera", 10)
    assert "von selbst weiter" in page.view.trouble.sentence.text()
    camera.away.clear()
    wait_until(lambda: page.situation == "ready", 10)
    assert page.view.shown is page.view.preview
    wait_until(lambda: page.view.preview.film.has_picture)
    assert page.bar.filled.isEnabled()


def test_a_camera_lost_in_a_take_is_there_for_the_next_one(
    enter: Callable[[str], Any], camera: Camera, wait_until: Callable[..., None], house: Any
) -> None:
    page = enter("ready")
    page.filming.count_ms = 15
    told: list[float] = []
    page.filming.shoot.feed.told.connect(told.append)
    page.bar.filled.click()
    wait_until(lambda: told and told[-1] >= 0.5)
    camera.away.set()
    wait_until(lambda: page.situation == "fresh" and page.jobs.busy == 0, 20)
    assert "Die Kamera antwortet nicht. Der Take bis" in page.bar.state
    camera.away.clear()
    wait_until(lambda: page.booth.trouble is None, 10)
    assert [button.text() for button in page.bar.buttons if button.isEnabled()][-1] == "Weiter zu Nutzen"
    (take,) = page.session.production.takes
    assert "camera_lost" in take.findings
