"""A folder that a feed robot writes: the same files again and again, and the same post in several places."""

from __future__ import annotations

import shutil
from itertools import groupby
from pathlib import Path

import pytest

from reader.domain import ArticleQuery
from reader.importing.undoing import swap
from reader.library.imports import writing
from reader.library.library import Library
from reader.outcomes import Counts, Outcome
from tests.importing.folders import bring_in, plan_of, titled, write_post
from tests.library.statements import statements
from tests.library.test_library import titles


def crawl(
    folder: Path,
    channel: str = "世界",
    title: str = "雪",
    *,
    date: str = "Thu, 20 Jan 2022 02:24:38 GMT",
    number: int = 1,
    words: str = "下雪了。",
) -> Path:
    """Write a feed item as the robot does."""
    file = folder / "source" / "_posts" / "新媒体" / "来源" / channel / f"{title}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"\n---\ntitle: '{title}'\ncategories: \n - 新媒体\n - 来源\n - {channel}\nauthor: 来源\n"
        f"headimg: 'https://picsum.photos/400/300?random={number}'\ndate: {date}\n"
        f"thumbnail: 'https://picsum.photos/400/300?random={number}'\n---\n\n<div>\n<p>{words}</p>\n</div>\n"
        "            ",
        encoding="utf-8",
    )
    return file


def test_a_channel_that_goes_holds_up_no_mark(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        for channel in ("世界", "天气"):
            crawl(tmp_path, channel, f"雪{number}")
    bring_in(library, tmp_path)
    shutil.rmtree(tmp_path / "source/_posts/新媒体/来源/天气")
    monkeypatch.setattr(writing, "TRANSACTION_SECONDS", 0)  # As where each file takes all of its time.
    heard = statements(library, lambda: bring_in(library, tmp_path))
    steps = ["forgotten" if "DELETE FROM file" in sql else sql for sql in heard]
    together = groupby(step for step in steps if step in ("forgotten", "COMMIT"))
    assert [len(list(some)) for step, some in together if step == "forgotten"] == [1] * 6
    assert titled(library, "雪1").categories == (("新媒体", "来源", "世界"),)
    *_, last = swap(library, library.history.batches()[0].id)
    assert last.finished
    assert len(titled(library, "雪1").categories) == 2
    assert library.check() == []


def test_another_number_of_the_placeholder_is_no_change(library: Library, tmp_path: Path) -> None:
    crawl(tmp_path, number=1)
    bring_in(library, tmp_path)
    crawl(tmp_path, number=2)
    assert plan_of(library, tmp_path).counts == Counts({Outcome.SAME: 1})
    report = bring_in(library, tmp_path)
    assert (report.counts, report.batch) == (Counts({Outcome.SAME: 1}), None)


def test_the_clock_of_the_robot_is_no_change(library: Library, tmp_path: Path) -> None:
    crawl(tmp_path, date="2022-01-20 10:00:00")
    bring_in(library, tmp_path)
    before = titled(library, "雪").article
    crawl(tmp_path, date="2022-01-20 10:30:00", number=7)
    assert bring_in(library, tmp_path).counts == Counts({Outcome.SAME: 1})
    assert titled(library, "雪").article == before


def test_a_changed_text_keeps_the_first_date_of_a_clock(library: Library, tmp_path: Path) -> None:
    crawl(tmp_path, date="2022-01-20 10:00:00")
    bring_in(library, tmp_path)
    before = titled(library, "雪").article
    library.set_read([before.id], read=True)
    crawl(tmp_path, date="2022-01-21 10:00:00", words="雪停了。")
    assert bring_in(library, tmp_path).counts == Counts({Outcome.CHANGED: 1})
    after = titled(library, "雪")
    assert (after.text, after.article.published, after.article.unread) == ("雪停了。", before.published, False)


def test_a_clocked_file_that_moved_keeps_its_article(library: Library, tmp_path: Path) -> None:
    file = crawl(tmp_path, date="2022-01-20 10:00:00")
    bring_in(library, tmp_path)
    article = titled(library, "雪").article.id
    file.unlink()
    crawl(tmp_path, "天气", date="2022-01-21 10:00:00")
    assert bring_in(library, tmp_path).counts == Counts({Outcome.MOVED: 1})
    assert titled(library, "雪").article.id == article


def test_an_undated_file_that_was_renamed_and_copied_is_known_again_once(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\ntitle: Undated\n---\n\nWords.\n")
    gone = write_post(tmp_path, "gone.md", "Gone")
    bring_in(library, tmp_path)
    article = titled(library, "Undated").article.id
    gone.unlink()
    for name in ("1", "2", "3"):
        (tmp_path / name).mkdir()
    shutil.copy2(file, tmp_path / "1/a.md")
    file.rename(tmp_path / "2/renamed.md")
    (tmp_path / "3/other.md").write_text("---\ntitle: Another\n---\n\nWords.\n")
    expected = Counts({Outcome.MOVED: 1, Outcome.NEW: 2, Outcome.GONE: 1})
    assert plan_of(library, tmp_path).counts == expected
    assert bring_in(library, tmp_path).counts == expected
    assert titles(library).count("Undated") == 2
    assert article in library.listing(ArticleQuery()).ids


def test_a_changed_date_of_the_feed_is_a_change(library: Library, tmp_path: Path) -> None:
    crawl(tmp_path)
    bring_in(library, tmp_path)
    crawl(tmp_path, date="Fri, 21 Jan 2022 02:24:38 GMT")
    assert bring_in(library, tmp_path).counts == Counts({Outcome.CHANGED: 1})


def test_the_same_post_in_two_channels_is_one_article_in_both(library: Library, tmp_path: Path) -> None:
    crawl(tmp_path, "世界")
    crawl(tmp_path, "天气")
    assert plan_of(library, tmp_path).counts == Counts({Outcome.NEW: 1, Outcome.COPY: 1})
    assert bring_in(library, tmp_path).counts == Counts({Outcome.NEW: 1, Outcome.COPY: 1})
    assert set(titled(library, "雪").categories) == {("新媒体", "来源", "世界"), ("新媒体", "来源", "天气")}
    assert titles(library) == ["雪"]
    assert {node.name: node.total for node in library.categories()} == {
        "": 1, "新媒体": 1, "来源": 1, "世界": 1, "天气": 1,
    }  # fmt: skip
    assert library.check() == []


def test_a_second_channel_may_come_later_and_go_again(library: Library, tmp_path: Path) -> None:
    crawl(tmp_path, "世界")
    bring_in(library, tmp_path)
    article = titled(library, "雪").article.id
    library.set_read([article], read=True)
    copy = crawl(tmp_path, "天气")
    assert plan_of(library, tmp_path).counts == Counts({Outcome.COPY: 1, Outcome.SAME: 1})
    assert bring_in(library, tmp_path).counts == Counts({Outcome.COPY: 1, Outcome.SAME: 1})
    assert (titled(library, "雪").article.id, titled(library, "雪").article.unread) == (article, False)
    copy.unlink()
    assert plan_of(library, tmp_path).counts == Counts({Outcome.GONE: 1, Outcome.SAME: 1})
    assert bring_in(library, tmp_path).counts == Counts({Outcome.GONE: 1, Outcome.SAME: 1})
    found = titled(library, "雪")
    assert (found.categories, found.article.gone) == ((("新媒体", "来源", "世界"),), False)
    assert library.check() == []


def test_both_channels_may_be_written_anew(library: Library, tmp_path: Path) -> None:
    for words in ("下雪了。", "雪停了。"):
        crawl(tmp_path, "世界", words=words)
        crawl(tmp_path, "天气", words=words)
        bring_in(library, tmp_path)
    assert titles(library) == ["雪"]
    assert titled(library, "雪").text == "雪停了。"


def test_a_copy_that_became_another_post_is_an_article_of_its_own(library: Library, tmp_path: Path) -> None:
    crawl(tmp_path, "世界")
    crawl(tmp_path, "天气")
    bring_in(library, tmp_path)
    first = titled(library, "雪").article.id
    file = tmp_path / "source/_posts/新媒体/来源/天气/雪.md"
    file.write_text(file.read_text().replace("title: '雪'", "title: '雨'"))
    assert plan_of(library, tmp_path).counts == Counts({Outcome.NEW: 1, Outcome.SAME: 1})
    assert bring_in(library, tmp_path).counts == Counts({Outcome.NEW: 1, Outcome.SAME: 1})
    assert titled(library, "雪").article.id == first
    assert titled(library, "雪").categories == (("新媒体", "来源", "世界"),)
    assert titled(library, "雨").categories == (("新媒体", "来源", "天气"),)
    assert library.check() == []


def test_equal_words_on_other_days_are_two_articles(library: Library, tmp_path: Path) -> None:
    crawl(tmp_path, "世界")
    crawl(tmp_path, "天气", date="Fri, 21 Jan 2022 02:24:38 GMT")
    bring_in(library, tmp_path)
    assert len(library.listing(ArticleQuery()).ids) == 2
