"""Pictures that stand in the post itself are stored like all others, and shown from the store."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from reader.importing.importer import finish_imports, import_folder
from reader.library.library import Library
from reader.outcomes import Phase
from reader.viewing.page import prepare
from tests.fetching.server import picture
from tests.importing.folders import bring_in, titled, write_post

DATA = base64.b64encode(picture()).decode()
EMBEDDED = f"data:image/png;base64,{DATA}"


@pytest.mark.parametrize(
    "body",
    [
        f"![A pass]({EMBEDDED})",
        f'<p><img src="{EMBEDDED}" alt="A pass"></p>',
        f"<p><img alt='A pass' src='  DATA:image/png;base64,{DATA[:40]}\n{DATA[40:]}'></p>",
        f'<p><img src="data:image/png;base64,{DATA.rstrip("=")}" alt="A pass"></p>',
        '<p><img alt="A pass" src="data:image/png,' + "".join(f"%{byte:02x}" for byte in picture()) + '"></p>',
    ],
)
def test_an_embedded_picture_is_stored_and_shown(library: Library, tmp_path: Path, body: str) -> None:
    write_post(tmp_path / "blog", "post.md", "One", body)
    assert bring_in(library, tmp_path / "blog").pictures == 1
    content = titled(library, "One")
    (shown,) = content.pictures
    assert (shown.width, shown.height, shown.alt, shown.reason) == (64, 48, "A pass", "")
    assert shown.ref.startswith("data:#")
    assert len(shown.ref) < 50
    assert library.images.intact(shown.key)
    assert prepare(content).pictures == {shown.key: (64, 48)}
    assert library.check() == []
    assert bring_in(library, tmp_path / "blog").pictures == 0


def test_a_large_picture_does_not_cut_the_text_behind_it(library: Library, tmp_path: Path) -> None:
    large = base64.b64encode(picture() + b"\0" * 2_500_000).decode()
    write_post(tmp_path / "blog", "post.md", "One", f'<p><img src="data:image/png;base64,{large}"></p><p>The end</p>')
    bring_in(library, tmp_path / "blog")
    page = prepare(titled(library, "One"))
    assert len(page.pictures) == 1
    assert "The end" in repr(page.blocks)


@pytest.mark.parametrize(
    ("ref", "reason"),
    [
        ("data:image/svg+xml;utf8,%3Csvg%20xmlns='x'/%3E", "SVG pictures are not shown"),
        ("data:image/png;base64,AAAA", "not a PNG, JPEG, GIF, WebP, AVIF, BMP or ICO picture"),
        ("data:image/png;base64", "not a PNG, JPEG, GIF, WebP, AVIF, BMP or ICO picture"),
        ("data:text/html,<script>", "not a PNG, JPEG, GIF, WebP, AVIF, BMP or ICO picture"),
    ],
)
def test_what_is_no_picture_says_so_and_does_not_wait_for_ever(
    library: Library, tmp_path: Path, ref: str, reason: str
) -> None:
    write_post(tmp_path / "blog", "post.md", "One", f'<p><img src="{ref}" alt="none"></p>')
    bring_in(library, tmp_path / "blog")
    (shown,) = titled(library, "One").pictures
    assert (shown.key, shown.reason) == ("", reason)
    assert not library.unfinished()


def test_an_import_that_was_stopped_before_its_pictures_stores_them_later(library: Library, tmp_path: Path) -> None:
    write_post(tmp_path / "blog", "post.md", "One", f"![A pass]({EMBEDDED})")
    steps = import_folder(library, tmp_path / "blog")
    while next(steps).phase is not Phase.READ:
        pass
    steps.close()  # type: ignore[attr-defined]
    assert titled(library, "One").pictures[0].key == ""
    assert library.unfinished()
    list(finish_imports(library))
    assert titled(library, "One").pictures[0].key
    assert not library.unfinished()


def test_an_article_that_another_program_takes_away_meanwhile_does_not_end_the_import(
    library: Library, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        write_post(tmp_path / "blog", f"{name}.md", name, f"![A pass]({EMBEDDED})")
    steps = import_folder(library, tmp_path / "blog")
    while next(steps).phase is not Phase.PICTURES:
        pass
    with Library(library.folder) as other:
        other.history.remove_some(other.history.batches()[0].id, 1, 1.0)
    assert list(steps)[-1].finished
    assert library.check() == []
