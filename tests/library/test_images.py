"""Pictures are kept whole, once, under a name nobody can bend; what is no picture is refused."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from reader.domain import ArticleQuery, PictureRef
from reader.library.library import Library
from reader.library.pictures.decoding import PictureError, make_thumbnails, measure
from reader.library.pictures.images import ImageStore
from reader.library.pictures.pictures import SettledPicture
from tests.factories import make_post, write_picture
from tests.library.test_library import add


def png(size: tuple[int, int] = (4, 3)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "PNG")
    return out.getvalue()


def test_equal_pictures_are_one_file(tmp_path: Path) -> None:
    store = ImageStore(tmp_path)
    first, second = store.add(png()), store.add(png())
    assert first == second
    assert (first.width, first.height) == (4, 3)
    assert [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()] == [png()]
    assert store.intact(first.key)


def test_a_picture_that_is_kept_twice_at_once_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, where nothing takes the place of a file that is shown."""

    def refuse(_part: Path, target: Path) -> None:
        target.write_bytes(png())
        raise PermissionError(13, "Access is denied")

    store = ImageStore(tmp_path)
    monkeypatch.setattr(Path, "replace", refuse)
    assert store.intact(store.add(png()).key)
    assert [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()] == [png()]


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "a" * 31, "A" * 32, "a" * 32 + "/", "a" * 32])
def test_a_key_opens_nothing_else(tmp_path: Path, key: str) -> None:
    assert ImageStore(tmp_path).file(key) is None


@pytest.mark.parametrize("data", [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>", png()[:20]])
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(PictureError):
        ImageStore(tmp_path).add(data)
    assert list(tmp_path.iterdir()) == []


def test_a_bomb_is_refused_by_its_header() -> None:
    header = png((10, 10))
    bomb = header[:16] + (60_000).to_bytes(4, "big") * 2 + header[24:]
    with pytest.raises(PictureError):
        measure(bomb)


@given(
    data=st.binary(max_size=300), head=st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"\xff\xd8\xff", b"BM"])
)
def test_any_bytes_are_a_picture_or_refused(data: bytes, head: bytes) -> None:
    with contextlib.suppress(PictureError):
        assert min(measure(head + data)) >= 0


def test_a_thumbnail_fills_the_row(tmp_path: Path) -> None:
    for name in ("a.png", "b.jpg", "c.gif", "d.webp", "e.bmp"):
        with Image.open(io.BytesIO(make_thumbnails(write_picture(tmp_path / name, (300, 40)))[2])) as small:
            assert small.size == (152, 114)


def test_a_cut_off_picture_has_no_thumbnail(tmp_path: Path) -> None:
    whole = write_picture(tmp_path / "a.png", (400, 300))
    whole.write_bytes(whole.read_bytes()[:60])
    with pytest.raises(PictureError):
        make_thumbnails(whole)


def test_a_copied_picture_stands_for_its_article(library: Library) -> None:
    post = make_post(1, pictures=(PictureRef("a.png", "img/a.png"), PictureRef("https://x.example/b.png")))
    add(library, post)
    source = library.sources()[0]
    assert [(picture.local, picture.post) for picture in library.waiting_pictures(source.id)] == [
        ("img/a.png", "posts/1.md")
    ]
    stored = library.images.add(png())
    library.settle_pictures([SettledPicture(source.id, "img/a.png", stored)])
    assert library.waiting_pictures(source.id) == []
    (row,) = library.articles(library.listing(ArticleQuery()).ids)
    assert row.thumbnail == stored.key
    content = library.content(row.id)
    assert content is not None
    assert [(picture.ref, picture.key, picture.width) for picture in content.pictures] == [
        ("a.png", stored.key, 4),
        ("https://x.example/b.png", "", 0),
    ]
    assert library.thumbnail(stored.key) is None
    assert library.make_thumbnail(stored.key) == library.thumbnail(stored.key)
    assert library.check() == []
    add(library, make_post(1, title="Again", pictures=post.pictures))
    assert library.articles([row.id])[0].thumbnail == stored.key
