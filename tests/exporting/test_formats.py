"""What is exported can do nothing but be read, stands on its own, and is well formed: posts of every kind of malice."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from ebooklib import epub
from lxml import etree  # type: ignore[import-untyped]

from reader import resources
from reader.domain import ArticleQuery
from reader.exporting.exporter import export
from reader.exporting.values import ExportOptions, ExportProgress, Format
from reader.library.library import Library
from reader.viewing import allow
from tests.exporting.hostile import HOSTILE
from tests.factories import write_picture
from tests.importing.folders import bring_in, write_post

TITLE = "'\"></title><script>alert(0)</script> & CON: a/b?"


@pytest.fixture
def library(library: Library, tmp_path: Path) -> Library:
    """Hold a hostile post, and one of Chinese with pictures: one in the folder, one only on the web."""
    folder = tmp_path / "blog"
    write_post(folder, "source/_posts/a.md", "x", HOSTILE)
    post = folder / "source/_posts/a.md"
    said = json.dumps(TITLE)
    post.write_text(post.read_text("utf-8").replace("title: x", f"title: {said}\nlink: https://e.example/<a>"), "utf-8")
    pictures = "![山丘](/images/hills.png)\n\n![海](https://far.example/sea.png)"
    text = f"<ruby>雪<rt>xuě</rt></ruby>\n\n雪很大。**“重要”**\n\n{pictures}\n\n[来源](https://far.example/中文?q=雪)"
    write_post(folder, "source/_posts/b.md", "初雪", text, "2022-01-02")
    write_picture(folder / "source/images/hills.png", (400, 300))
    bring_in(library, folder)
    return library


def run(library: Library, format_: Format, target: Path, **more: object) -> ExportProgress:
    ids = library.listing(ArticleQuery()).ids
    *_, last = export(library, ExportOptions(format_, target, ids, **more))  # type: ignore[arg-type]
    assert last.finished
    return last


def tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


ALLOWED = allow.names(
    "html head meta title link style body article header section nav h1 h2 h3 h4 h5 h6 p a span br hr img ul ol li",
    "dl dt dd pre code kbd strong em s u mark sub sup small blockquote figure figcaption details summary div table",
    "caption thead tbody tr th td ruby rt rp",
)
ATTRIBUTES = allow.names(
    "lang dir charset name content http-equiv href rel src alt width class id type value open colspan rowspan"
)


def check_harmless(root: etree._Element) -> None:
    """Find nothing but known elements, attributes and kinds of addresses, and nothing that is loaded from elsewhere."""
    for element in root.iter():
        name = etree.QName(element).localname
        assert name in ALLOWED, name
        for attribute, value in element.attrib.items():
            local = etree.QName(attribute).localname
            assert local in ATTRIBUTES, (name, local)
            if local == "src":
                assert value.startswith(("data:image/", "pictures/")), value
            if local == "href" and name == "a":
                assert re.match(r"(?:https?://|mailto:|#|article-\d+\.xhtml$)", value), value
            if local == "href" and name == "link":
                assert value == "book.css"
    assert "alert(1)" not in etree.tostring(root, encoding="unicode")


def ids_of(root: etree._Element) -> list[str]:
    return [str(each) for each in root.xpath("//@id")]


def test_a_page_is_one_file_that_loads_and_runs_nothing(library: Library, tmp_path: Path) -> None:
    done = run(library, Format.HTML, tmp_path)
    assert [file.name for file in done.files] == ["初雪.html", "'-title-script-alert(0)-script- & CON- a-b-.html"]
    for file in done.files:
        data = file.read_bytes()
        assert data.startswith(b"<!DOCTYPE html>\n<html ")
        root = tree(data)
        check_harmless(root)
        assert "default-src 'none'" in root.xpath("//meta[@http-equiv]/@content")[0]
        assert len(set(ids_of(root))) == len(ids_of(root))
        assert {href[1:] for href in root.xpath("//a/@href") if href.startswith("#")} <= set(ids_of(root))
    assert (done.pictures, done.missing) == (1, 2)


def test_a_page_holds_its_pictures_its_source_and_its_date(library: Library, tmp_path: Path) -> None:
    run(library, Format.HTML, tmp_path)
    root = tree((tmp_path / "初雪.html").read_bytes())
    (src,) = root.xpath("//img/@src")
    assert base64.b64decode(src.removeprefix("data:image/png;base64,")).startswith(b"\x89PNG")
    assert root.xpath("//img/@alt") == ["山丘"]
    assert root.xpath("//p[@class='picture']/a/@href") == ["https://far.example/sea.png"]
    assert "".join(root.xpath("//p[@class='picture']/a//text()")) == "[海]"
    assert root.xpath("//h1/text()") == ["初雪"]
    assert etree.tostring(root.find(".//ruby"), encoding="unicode", with_tail=False) == (
        "<ruby>雪<rp>(</rp><rt>xuě</rt><rp>)</rp></ruby>"
    )
    assert root.xpath("//header/p/text()") == ["blog · 2022-01-02"]
    assert root.xpath("/html/@lang") == ["zh"]
    assert "https://far.example/%E4%B8%AD%E6%96%87?q=%E9%9B%AA" in root.xpath("//a/@href")


def test_pictures_stay_out_if_they_are_not_wanted(library: Library, tmp_path: Path) -> None:
    done = run(library, Format.HTML, tmp_path, pictures=False)
    assert (done.pictures, done.missing) == (0, 0)
    assert b"<img" not in (tmp_path / "初雪.html").read_bytes()


def test_plain_text_has_what_a_reader_needs(library: Library, tmp_path: Path) -> None:
    run(library, Format.TEXT, tmp_path)
    assert (tmp_path / "初雪.txt").read_text("utf-8") == (
        "初雪\nblog · 2022-01-02\n\n雪(xuě)\n\n雪很大。“重要”\n\n山丘\n\n海\n\n来源\n"
    )


def test_markdown_has_its_pictures_beside_it_and_is_read_back_whole(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    done = run(library, Format.MARKDOWN, folder)
    assert len(list((folder / "assets").iterdir())) == done.pictures == 1
    with Library(tmp_path / "other") as other:
        report = bring_in(other, folder)
        assert (report.problems, report.pictures) == ((), 1)
        before, after = (
            [(row.title, row.published) for row in each.articles(each.listing(ArticleQuery()).ids)]
            for each in (library, other)
        )
        assert before == after
        for article in other.listing(ArticleQuery()).ids:
            content = other.content(article)
            assert content is not None
            assert not re.search(r"<script|<[^<>]*\son\w+=|=\"javascript:", content.html, re.IGNORECASE)


# --- EPUB: the rules are those that epubcheck 5 checks


@pytest.fixture
def book(library: Library, tmp_path: Path) -> zipfile.ZipFile:
    run(library, Format.EPUB, tmp_path / "all.epub", one_file=True, title="All & <more>")
    return zipfile.ZipFile(tmp_path / "all.epub")


NS = {
    "o": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
}


def documents(book: zipfile.ZipFile) -> Iterator[tuple[str, etree._Element]]:
    for name in book.namelist():
        if name.endswith(".xhtml"):
            yield name, tree(book.read(name))


def test_a_book_is_known_by_its_first_bytes(book: zipfile.ZipFile) -> None:
    first = book.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert book.read("mimetype") == b"application/epub+zip"
    assert book.filename is not None
    assert Path(book.filename).read_bytes()[30:58] == b"mimetypeapplication/epub+zip"
    assert book.testzip() is None


def test_a_book_names_all_its_parts_and_nothing_else(book: zipfile.ZipFile) -> None:
    package = tree(book.read("EPUB/package.opf"))
    items = package.xpath("//o:manifest/o:item", namespaces=NS)
    named = {f"EPUB/{item.get('href')}" for item in items}
    assert named == set(book.namelist()) - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    ids = [item.get("id") for item in items]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", each) for each in ids)
    spine = package.xpath("//o:spine/o:itemref/@idref", namespaces=NS)
    assert spine == ["a1", "a2"]
    assert set(spine) <= set(ids)
    assert [item.get("href") for item in items if item.get("properties") == "nav"] == ["nav.xhtml"]
    assert {item.get("media-type") for item in items} == {"application/xhtml+xml", "text/css", "image/png"}
    assert tree(book.read("META-INF/container.xml")).xpath("//@full-path") == ["EPUB/package.opf"]


def test_a_book_says_what_it_is(book: zipfile.ZipFile) -> None:
    package = tree(book.read("EPUB/package.opf"))

    def told(name: str) -> list[str]:
        return [str(text) for text in package.xpath(f"//dc:{name}/text()", namespaces=NS)]

    assert (told("title"), told("language")) == (["All & <more>"], ["zh"])
    assert package.get("unique-identifier") == package.xpath("//dc:identifier/@id", namespaces=NS)[0]
    modified = package.xpath("//o:meta[@property='dcterms:modified']/text()", namespaces=NS)
    assert len(modified) == 1
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", modified[0])


def test_a_books_contents_lead_to_every_chapter(book: zipfile.ZipFile) -> None:
    root = tree(book.read("EPUB/nav.xhtml"))
    links = root.xpath("//h:nav//h:li/h:a", namespaces=NS)
    assert [link.get("href") for link in links] == ["article-1.xhtml", "article-2.xhtml"]
    assert all("".join(link.itertext()).strip() for link in links)


def test_every_chapter_is_harmless_and_points_only_to_what_is_there(book: zipfile.ZipFile) -> None:
    for name, root in documents(book):
        check_harmless(root)
        assert etree.QName(root).namespace == NS["h"]
        assert len(set(ids_of(root))) == len(ids_of(root)), name
        for src in root.xpath("//@src"):
            assert f"EPUB/{src}" in book.namelist()
        for href in root.xpath("//h:a/@href", namespaces=NS):
            if href.startswith("#"):
                assert href[1:] in ids_of(root), (name, href)
        for parent, child in (("dl", "dt"), ("ul", "li"), ("ol", "li")):
            for element in root.xpath(f"//h:{parent}", namespaces=NS):
                assert etree.QName(element[0]).localname == child
        assert root.xpath("//h:dt//h:h2 | //h:p//h:p | //h:a//h:a", namespaces=NS) == []
        assert {etree.QName(each[-1]).localname for each in root.xpath("//h:dl", namespaces=NS)} <= {"dd"}


def test_who_opens_the_book_reads_what_the_articles_say(library: Library, tmp_path: Path) -> None:
    bring_in(library, resources.path("sample"))
    run(library, Format.EPUB, tmp_path / "all.epub", one_file=True, title="All")
    opened = epub.read_epub(tmp_path / "all.epub")
    chapters = [tree(opened.get_item_with_id(name).get_content()) for name, _ in opened.spine]
    ids = library.listing(ArticleQuery()).ids
    assert len(chapters) == len(ids) > 5
    for article, chapter in zip(ids, chapters, strict=True):
        said, place = "".join("".join(chapter.itertext()).split()), 0
        content = library.content(article)
        assert content is not None
        for line in content.text.splitlines():
            words = "".join(line.split())
            place = said.find(words, place) + len(words)
            assert place >= len(words), line


@pytest.mark.skipif(shutil.which("epubcheck") is None, reason="epubcheck is not installed")
def test_epubcheck_itself_finds_nothing(book: zipfile.ZipFile) -> None:
    assert book.filename is not None
    found = subprocess.run(
        ["epubcheck", "--failonwarnings", book.filename], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_a_book_of_one_article_is_called_as_it_is(library: Library, tmp_path: Path) -> None:
    done = run(library, Format.EPUB, tmp_path)
    with zipfile.ZipFile(next(file for file in done.files if file.name == "初雪.epub")) as one:
        package = tree(one.read("EPUB/package.opf"))
        assert package.xpath("//dc:title/text()", namespaces=NS) == ["初雪"]
        assert package.xpath("//dc:publisher/text()", namespaces=NS) == ["blog"]
        assert package.xpath("//dc:date/text()", namespaces=NS) == ["2022-01-02"]


def test_no_title_and_no_clock_spoils_a_book(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.localtime", lambda *_: (1970, 1, 1, 0, 0, 0, 3, 1, 0))
    run(library, Format.EPUB, tmp_path / "all.epub", one_file=True, title="All\x0b\u202e\nof it")
    with zipfile.ZipFile(tmp_path / "all.epub") as made:
        package = tree(made.read("EPUB/package.opf"))
    assert package.xpath("//dc:title/text()", namespaces=NS) == ["All of it"]


def test_a_picture_that_few_programs_know_is_written_as_png(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    write_post(folder, "source/_posts/c.md", "Odd", "![b](/images/b.bmp)")
    write_picture(folder / "source/images/b.bmp")
    bring_in(library, folder)
    run(library, Format.EPUB, tmp_path / "all.epub", one_file=True)
    with zipfile.ZipFile(tmp_path / "all.epub") as made:
        pictures = [name for name in made.namelist() if "pictures/" in name]
        assert len(pictures) == 2
        assert all(made.read(name).startswith(b"\x89PNG") for name in pictures)


def test_a_file_that_is_no_archive_any_more_is_not_left_behind(library: Library, tmp_path: Path) -> None:
    ids = library.listing(ArticleQuery()).ids
    steps = export(library, ExportOptions(Format.EPUB, tmp_path / "a.epub", ids, one_file=True))
    next(steps)
    next(steps)
    assert list(tmp_path.glob(".*.part"))
    steps.close()  # type: ignore[attr-defined]
    assert not list(tmp_path.glob("*.epub"))
    assert not list(tmp_path.glob(".*.part"))
