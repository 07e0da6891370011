"""What this computer made of a film is forgotten with it, in every cache that there is."""

from fractions import Fraction
from pathlib import Path

import pytest

from skriptstudio.assembly import kept
from skriptstudio.media.look.poster import Posters
from skriptstudio.media.render.kept import Kept, KeptFolder


def test_posters_rendered_pieces_and_stand_ins_forget_a_film_and_keep_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "cache_folder", lambda: tmp_path)
    chunks, posters = KeptFolder(tmp_path / "chunks"), Posters(tmp_path / "posters")
    (tmp_path / "posters").mkdir()
    (tmp_path / "stand-ins").mkdir()
    for film in ("a" * 64, "b" * 64):
        chunks.put(f"key-{film[0]}", Kept(b"picture", {}, (film,)))
        posters._file(film, Fraction(1)).write_bytes(b"jpeg")
        (tmp_path / "stand-ins" / f"{film}.mp4").write_bytes(b"film")
    for cache in kept.media_caches():
        cache.forget("a" * 64, Fraction(1))
        cache.forget("c" * 64, Fraction(0))
    assert (chunks.has("key-a"), chunks.has("key-b")) == (False, True)
    assert list((tmp_path / "posters").iterdir()) == [posters._file("b" * 64, Fraction(1))]
    assert [path.name for path in (tmp_path / "stand-ins").iterdir()] == [f"{'b' * 64}.mp4"]
