"""Errors carry their fields as a dataclass does."""

import pickle

import pytest

from skriptstudio.domain.errors import CameraLost, UnknownName, UnusablePicture


def test_fields_come_by_place_or_by_name_and_make_errors_equal() -> None:
    error = UnusablePicture("a.mp4", 32, height=320)
    assert (error.path, error.width, error.height) == ("a.mp4", 32, 320)
    assert error.values() == {"path": "a.mp4", "width": 32, "height": 320}
    assert error == UnusablePicture(path="a.mp4", width=32, height=320) != UnusablePicture("a.mp4", 32, 321)
    assert hash(error) == hash(UnusablePicture("a.mp4", 32, 320))
    assert pickle.loads(pickle.dumps(error)) == error


@pytest.mark.parametrize(
    ("values", "named"),
    [(("a", 1), {}), (("a", 1, 2, 3), {}), (("a", 1, 2), {"path": "b"}), (("a", 1, 2), {"depth": 3})],
)
def test_missing_or_strange_fields_are_refused(values: tuple[object, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="UnusablePicture takes"):
        UnusablePicture(*values, **named)  # type: ignore[arg-type]


def test_a_default_needs_no_value() -> None:
    assert UnknownName("person", "Anna").values() == {"kind": "person", "name": "Anna", "known": ()}


def test_a_camera_is_never_told_with_its_password() -> None:
    error = CameraLost("http://anna:geheim@10.0.0.5/video")
    assert error.source == "http://10.0.0.5/video"
    assert "geheim" not in repr(error) + str(error)
