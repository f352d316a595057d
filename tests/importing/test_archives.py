"""An archive is imported like its folder: the same articles, the same pictures, quickly again, and nothing lost."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain import Content, LibraryError
from reader.importing import reading
from reader.importing.importer import import_folder
from reader.importing.plan import plan
from reader.importing.reading import read_files
from reader.importing.refreshing import refresh
from reader.library.library import Library
from reader.outcomes import Counts, Outcome
from reader.posts.read_post import read_file
from reader.posts.sites.site import detect
from tests.containers.packing import FORMS, link, member, pack, tar_of, zip_of
from tests.factories import write_picture, write_posts
from tests.importing.deadly import read_or_die, whole
from tests.importing.folders import bring_in, kinds, plan_of, refusal, titled, write_post
from tests.importing.test_pictures import stop_before_pictures
from tests.importing.test_reading import faults
from tests.library.test_library import titles


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A small site with all that can go right and wrong."""
    blog = write_posts(tmp_path / "blog", 4)
    (blog / "_config.yml").write_text("source_dir: source\ntimezone: Asia/Shanghai\n")
    write_post(blog, "source/_posts/pictures.md", "Pictures", "![a](/img/a.png) ![b](图.png) ![gone](gone.png)")
    write_post(blog, "source/_posts/empty.md", "").write_text("")
    write_post(blog, "source/_posts/out.md", "Outside", "![x](../../../secret.png) ![bad](/img/bad.png)")
    write_post(blog, "themes/simple/readme.md", "No post")
    write_picture(blog / "source" / "img" / "a.png", (40, 30))
    write_picture(blog / "source" / "_posts" / "pictures" / "图.png", (20, 10), "red")
    (blog / "source" / "img" / "bad.png").write_bytes(b"no picture")
    return blog


def shown(library: Library) -> dict[str, Content]:
    """Return all articles by title, without what names the source."""
    contents = {title: titled(library, title) for title in titles(library)}
    return {
        title: replace(content, root=Path(), article=replace(content.article, id=0, source=""))
        for title, content in contents.items()
    }


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("top", ["", "blog-main"])
def test_an_archive_gives_what_its_folder_gives(tmp_path: Path, blog: Path, form: str, top: str) -> None:
    packed = pack(blog, tmp_path / f"my blog{form}", top)
    with Library(tmp_path / "one") as one, Library(tmp_path / "two") as two:
        plans = plan_of(one, blog), plan_of(two, packed)
        reports = bring_in(one, blog), bring_in(two, packed)
        assert set(reports[0].problems) == set(reports[1].problems)
        assert set(plans[0].problems) == set(plans[1].problems)
        assert replace(plans[0], outcomes=(), same=()) == replace(plans[1], outcomes=(), same=())
        assert set(plans[0].outcomes) == set(plans[1].outcomes)
        assert replace(reports[0], outcomes=()) == replace(reports[1], outcomes=())
        assert (reports[1].added, reports[1].counts[Outcome.REFUSED], reports[1].pictures) == (6, 1, 2)
        assert shown(one) == shown(two)
        assert {article.source for article in two.articles(range(1, 7))} == {packed.name}
        assert two.check() == []


@pytest.mark.parametrize("form", [".zip", ".tar.gz"])
def test_an_archive_that_did_not_change_is_not_read_again(library: Library, blog: Path, form: str) -> None:
    packed = pack(blog, blog.parent / f"x{form}")
    bring_in(library, packed)
    again = bring_in(library, pack(blog, packed))
    assert again.counts == Counts({Outcome.SAME: 7, Outcome.NOT_POST: 1})
    write_post(blog, "source/_posts/post-1.md", "Corrected")
    (blog / "source" / "_posts" / "post-2.md").unlink()
    changed = bring_in(library, pack(blog, packed))
    assert changed.counts == Counts({Outcome.CHANGED: 1, Outcome.GONE: 1, Outcome.SAME: 5, Outcome.NOT_POST: 1})
    assert titled(library, "Post 2").article.gone


@pytest.mark.parametrize("form", [".zip", ".tar.gz"])
def test_workers_read_the_bytes_they_are_handed(library: Library, tmp_path: Path, form: str) -> None:
    blog = write_posts(tmp_path / "blog", 430)
    for number in range(1, 431):
        write_post(blog, f"source/_posts/more-{number}.md", f"More {number}", f"![p](/img/{number % 3}.png)")
    for number in range(2):
        write_picture(blog / "source" / "img" / f"{number}.png", (number + 1, 5))
    packed = pack(blog, tmp_path / f"x{form}", "blog-main")
    report = bring_in(library, packed)
    assert (report.added, report.pictures) == (860, 2)
    assert sum(problem.kind == "picture-missing" for problem in report.problems) == 143
    assert titled(library, "More 429").pictures[0].key


@pytest.mark.parametrize("fatal", [(0,), (3, 39)])
def test_a_worker_that_dies_over_an_archive_costs_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fatal: Sequence[int]
) -> None:
    monkeypatch.setattr(reading, "_read_chunk", read_or_die)
    monkeypatch.setattr(reading, "_AT_ONCE", 0)
    monkeypatch.setattr(reading, "_CHUNK", 5)
    names = [f"{'fatal' if number in fatal else 'post'}-{number}.md" for number in range(40)]
    tar_of(tmp_path / "x.tar", *(member(name, "text") for name in names))
    (step,) = plan_sites(tmp_path / "x.tar")
    read = list(read_files(step, [(name, None) for name in names], whole))
    assert sorted(file.path for file in read) == sorted(names)
    assert faults(read) == sorted(f"fatal-{number}.md" for number in fatal)


def plan_sites(archive: Path) -> list:  # type: ignore[type-arg]
    from reader.containers.opening import open_container

    return [detect(open_container(archive))]


def test_a_post_of_an_archive_is_read_from_its_bytes(tmp_path: Path) -> None:
    (site,) = plan_sites(tar_of(tmp_path / "x.tgz", member("a.md", "# One"), link("b.md", "a.md"), link("c.md", "/x")))
    for path in ("a.md", "b.md"):
        post = read_file(site, path).post
        assert post is not None
        assert post.title == "One"
        assert post.published.year == 2020
    assert kinds_of(site, "c.md") == "link-skipped"
    assert kinds_of(site, "gone.md") == "unreadable"


def kinds_of(site: object, path: str) -> str:
    return read_file(site, path).problems[0].kind.value  # type: ignore[arg-type]


def test_a_large_post_ends_a_chunk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_CHUNK_BYTES", 100)
    (site,) = plan_sites(zip_of(tmp_path / "x.zip", {f"{number}.md": "x" * 60 for number in range(5)}))
    jobs = reading._jobs(site, [(f"{number}.md", None) for number in range(5)])
    assert [len(chunk) for chunk in reading._chunks(jobs)] == [2, 2, 1]


def test_a_vault_in_an_archive_finds_pictures_by_name(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    (folder / ".obsidian").mkdir(parents=True)
    (folder / ".obsidian" / "app.json").write_text("{}")
    write_post(folder, "Notes/Day.md", "Day", "![[deep.png]]")
    write_picture(folder / "Files" / "x" / "deep.png")
    assert bring_in(library, pack(folder, tmp_path / "vault.zip")).pictures == 1


def test_pictures_behind_links_are_copied(library: Library, tmp_path: Path) -> None:
    picture = write_picture(tmp_path / "a.png").read_bytes()
    text = "---\ntitle: T\ndate: 2022-01-01\n---\n![a](pics/a.png) ![b](b.png) ![out](out.png)"
    archive = tar_of(
        tmp_path / "x.tar.xz",
        member("posts/p.md", text),
        link("posts/pics", "../img"),
        link("posts/b.png", "../img/a.png"),
        link("posts/out.png", "../../a.png"),
        member("img/a.png", picture),
    )
    report = bring_in(library, archive)
    assert (report.pictures, kinds(report)) == (2, {"posts/p.md": "picture-outside", "posts/pics": "link-skipped"})


@pytest.mark.parametrize("form", [".zip", ".tar.zst"])
def test_an_import_that_was_stopped_copies_its_pictures_later(library: Library, blog: Path, form: str) -> None:
    packed = pack(blog, blog.parent / f"x{form}")
    stop_before_pictures(library, packed)
    from reader.importing.importer import finish_imports

    list(finish_imports(library))
    assert titled(library, "Pictures").pictures[0].key


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04 no more", None])
def test_pictures_of_an_archive_that_broke_meanwhile_wait(library: Library, blog: Path, broken: bytes) -> None:
    packed = pack(blog, blog.parent / "x.zip")
    stop_before_pictures(library, packed)
    from reader.importing.importer import finish_imports

    packed.unlink()
    if broken is not None:
        packed.write_bytes(broken)
    list(finish_imports(library))
    assert library.waiting_pictures(library.sources()[0].id)
    pack(blog, packed)
    list(finish_imports(library))
    assert titled(library, "Pictures").pictures[0].key


def test_an_archive_that_is_removed_while_it_is_read_comes_in_whole(library: Library, blog: Path) -> None:
    packed = pack(blog, blog.parent / "x.tar.gz")
    steps = import_folder(library, packed)
    next(steps)
    packed.unlink()
    *_, last = steps
    assert (last.report.added, last.report.pictures) == (6, 2)


def test_an_archive_that_is_written_to_while_it_is_read_is_told(library: Library, blog: Path) -> None:
    packed = pack(blog, blog.parent / "x.tar.gz")
    steps = import_folder(library, packed)
    next(steps)
    with packed.open("ab") as file:
        file.write(bytes(10))
    *_, last = steps
    assert last.report.added == 0
    assert {problem.detail for problem in last.report.problems} >= {"the archive was changed meanwhile"}
    # Nothing is remembered of it: the next import reads everything.
    assert bring_in(library, packed).added == 6


def test_archives_without_posts_are_refused_in_words(library: Library, tmp_path: Path) -> None:
    document = zip_of(tmp_path / "letter.docx", {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})
    assert refusal(library, document) == "no-posts"
    assert refusal(library, zip_of(tmp_path / "empty.zip", {})) == "no-posts"
    assert refusal(library, tar_of(tmp_path / "empty.tar.bz2")) == "no-posts"
    assert library.sources() == []


def test_an_unsafe_archive_leaves_nothing_behind(library: Library, tmp_path: Path) -> None:
    assert refusal(library, zip_of(tmp_path / "x.zip", {"a.md": "# A", "../b.md": "# B"})) == "archive-unsafe"
    assert titles(library) == []
    assert not (tmp_path.parent / "b.md").exists()


def test_a_broken_archive_does_not_keep_the_others_from_being_refreshed(library: Library, blog: Path) -> None:
    packed = pack(blog, blog.parent / "x.zip")
    bring_in(library, packed)
    bring_in(library, blog)
    write_post(blog, "source/_posts/new.md", "New")
    packed.write_bytes(packed.read_bytes()[:500])
    *_, last = refresh(library)
    assert last.report.added == 1
    assert str(packed) in {problem.path for problem in last.report.problems}
    assert len(titles(library)) == 13


def test_nothing_is_unpacked_to_the_disk(library: Library, blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = pack(blog, blog.parent / "x.tar.gz")
    temporary = blog.parent / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    bring_in(library, packed)
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("seed", range(30))
def test_any_change_to_an_archive_ends_as_posts_or_problems(
    library: Library, tmp_path: Path, blog: Path, seed: int
) -> None:
    chance = random.Random(seed)
    data = bytearray(pack(blog, tmp_path / f"x{FORMS[seed % len(FORMS)]}").read_bytes())
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    broken = tmp_path / f"broken{FORMS[seed % len(FORMS)]}"
    broken.write_bytes(data)
    try:
        report = bring_in(library, broken)
    except LibraryError:
        pass
    else:
        assert report.added + report.counts[Outcome.REFUSED] >= 1
    assert library.check() == []


def test_a_plan_of_an_archive_writes_nothing(blog: Path) -> None:
    packed = pack(blog, blog.parent / "x.zip")
    before = packed.stat()
    *_, last = plan(None, packed)
    assert (last.files, last.marker) == (7, "_config.yml")
    assert packed.stat().st_mtime_ns == before.st_mtime_ns


def test_a_zip_of_chinese_windows_shows_its_categories(library: Library, tmp_path: Path) -> None:
    info = zipfile.ZipInfo("x" * 12 + ".md")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as packed:
        packed.writestr(info, "# 标题")
        packed.writestr("other.md", "# Other")
    name = "新闻/今天的".encode("gb18030")
    data = (tmp_path / "x.zip").read_bytes().replace(b"x" * 12, name.ljust(12, b"_"))
    (tmp_path / "x.zip").write_bytes(data)
    bring_in(library, tmp_path / "x.zip")
    assert titled(library, "标题").categories == (("新闻",),)
