"""A login is for the camera alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.address import is_address, showable, with_login
from skriptstudio.domain.errors import CameraLost, NoCamera

ADDRESS = "http://192.168.1.20:8080/video?hd=1"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("http://mira:geheim@kamera:8080/video", "http://kamera:8080/video"),
        ("https://mira@kamera/video", "https://kamera/video"),
        ("http://mira:ge@heim@kamera/video", "http://kamera/video"),
        (ADDRESS, ADDRESS),
        ("http://kamera/a@b", "http://kamera/a@b"),
        ("demo", "demo"),
        ("0", "0"),
        ("file:/videos/a@b.mp4", "file:/videos/a@b.mp4"),
    ],
)
def test_what_is_shown_has_no_login(source: str, shown: str) -> None:
    assert showable(source) == shown


@given(st.text(min_size=1, max_size=20), st.text(max_size=20))
def test_a_login_goes_in_and_comes_out_again(user: str, password: str) -> None:
    try:
        user.encode(), password.encode()
    except UnicodeEncodeError:
        return
    whole = with_login(ADDRESS, user, password)
    assert is_address(whole)
    assert showable(whole) == ADDRESS


def test_without_a_user_nothing_is_added() -> None:
    assert with_login(ADDRESS, "", "geheim") == ADDRESS


@pytest.mark.parametrize("error", [NoCamera, CameraLost])
def test_an_error_never_tells_a_login(error: type[NoCamera] | type[CameraLost]) -> None:
    assert "geheim" not in str(error(source="http://mira:geheim@kamera/video"))
