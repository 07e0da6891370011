"""Photos and logos from outside become pictures of our own, without their tags; a child reads them."""

from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.apart import orders
from skriptstudio.media.apart.asking import Apart
from skriptstudio.media.render.whole import nothing_half


class ApartPictures:
    """The port ``PictureGate`` in a child process."""

    def __init__(self, apart: Apart) -> None:
        self._apart = apart

    def poster(self, film: Path, second: Fraction, control: JobControl | None = None) -> bytes:
        """The poster of a film without a stand-in, see ``look/poster.py``. Raises like ``photo_film``."""
        with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as folder:
            drawn = Path(folder) / "poster.jpg"
            self._apart.ask(orders.Poster(film.absolute(), second, drawn), type(None), (film,), control)
            return drawn.read_bytes()

    def photo_film(self, photo: Path, target: Path) -> None:
        with nothing_half(target):
            self._apart.ask(orders.Photo(photo.absolute(), target.absolute()), type(None), (photo,))

    def logo(self, picture: Path, target: Path) -> None:
        with nothing_half(target):
            self._apart.ask(orders.Logo(picture.absolute(), target.absolute()), type(None), (picture,))
