"""Search finds every article that holds the words and no other, in Chinese from one character up."""

from __future__ import annotations

import random
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain import ArticleQuery, Order, State
from reader.importing.importer import import_folder
from reader.library.conditions import rare
from reader.library.library import Library
from reader.library.listing import lists
from reader.library.store.database import connect
from reader.library.words.tokens import units
from tests.factories import make_post
from tests.library.scanning import Scan, cut
from tests.library.test_library import add, category, titles

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
UKRAINE, SNOW, TEA = "乌克兰：布林肯从基辅发出威胁", "Snow closes the pass", "茶"


def index_all(library: Library) -> None:
    while library.index_some():
        pass


@pytest.fixture
def shelf(library: Library) -> Library:
    add(
        library,
        make_post(1, title=UKRAINE, text="美国国务卿安东尼·布林肯威胁俄罗斯说，将面临后果。 中国 美国"),
        make_post(2, title=SNOW, text="Naïve drivers, v2.0 waited; the iPhone15 手机 froze 😀.\nC++ and foo_bar@x.org"),
        make_post(3, title=TEA, text="ｆｕｌｌ width, カタカナ and 한국어. C# v2 0 臺灣", categories=(("Tea",),)),
    )
    index_all(library)
    return library


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("茶", [TEA]),
        ("国", [UKRAINE]),
        ("国务", [UKRAINE]),
        ("國務", [UKRAINE]),
        ("务国", []),
        ("说将", []),
        ("国美", []),
        ('"说，将"', [UKRAINE]),
        ("乌克兰 国务卿", [UKRAINE]),
        ("台湾", [TEA]),
        ("台灣", [TEA]),
        ("naive", [SNOW]),
        ("SNOW pass", [SNOW]),
        ('"closes the"', [SNOW]),
        ('"the closes"', []),
        ('"drivers v2"', []),
        ("driv", [SNOW]),
        ("dri", [SNOW]),
        ("dr", []),
        ("driv ", []),
        ('"driv"', []),
        ("river", []),
        ("iphone15手", [SNOW]),
        ("phone15手", []),
        ("v2.0", [SNOW]),
        ('"v2 0"', [TEA]),
        ("c++", [SNOW]),
        ("c#", [TEA]),
        ("foo_bar", [SNOW]),
        ("foo_bar@x.org", [SNOW]),
        ("bar@x", [SNOW]),
        ("x.org", [SNOW]),
        ("https://x.org", []),
        ("😀", [SNOW]),
        ("full", [TEA]),
        ("カタ", [TEA]),
        ("かた", []),
        ("한국", [TEA]),
        ("nowhere", []),
        ("!!", []),
        ("snow OR 茶", [TEA, SNOW]),
        ("-snow", [TEA, UKRAINE]),
        ("and -(茶 OR nothing)", [SNOW]),
        ("title:茶", [TEA]),
        ("title:手机", []),
        ("author:writer -茶 -title:snow", [UKRAINE]),
        ("category:tea", [TEA]),
        ("-category:tea c", [SNOW]),
        ("source:folder 茶", [TEA]),
        ("source:elsewhere", []),
        ("on:2022-01-01 茶", [TEA]),
        ("before:2022", []),
        ("after:2022", [TEA, SNOW, UKRAINE]),
        ("is:unread is:bookmarked", []),
        ("is:read OR 茶", [TEA]),
        ("has:picture", []),
        ("-has:thumbnail lang:en 茶", [TEA]),
        ("lang:zh", []),
        ("标题：茶", [TEA]),
        ("“closes the” （snow）", [SNOW]),
    ],
)
def test_what_words_find(shelf: Library, words: str, found: list[str]) -> None:
    assert titles(shelf, ArticleQuery(text=words)) == found


def test_tags_are_found_by_their_whole_name_first(library: Library) -> None:
    add(library, make_post(1, tags=("C",)), make_post(2, tags=("C++",)), make_post(3, tags=("手机评测",)))
    assert titles(library, ArticleQuery(text="tag:c")) == ["Post 1"]
    assert titles(library, ArticleQuery(text="tag:手機")) == ["Post 3"]
    assert titles(library, ArticleQuery(text="tag:c OR tag:手机")) == ["Post 3", "Post 1"]


def test_marks_are_conditions(shelf: Library) -> None:
    newest = shelf.listing(ArticleQuery()).ids
    shelf.set_read(newest[:1], read=True)
    shelf.set_bookmarked(newest[1:2], bookmarked=True)
    assert titles(shelf, ArticleQuery(text="is:read")) == [TEA]
    assert titles(shelf, ArticleQuery(text="is:unread")) == [SNOW, UKRAINE]
    assert titles(shelf, ArticleQuery(text="is:bookmarked")) == [SNOW]
    assert titles(shelf, ArticleQuery(text="-is:bookmarked -is:read")) == [UKRAINE]
    assert titles(shelf, ArticleQuery(text="c", state=State.BOOKMARKED)) == [SNOW]


def test_a_title_counts_for_more_than_a_text(library: Library) -> None:
    add(library, make_post(1, title="Snow"), make_post(2, text="snow once in a text"), make_post(3, text="Rain."))
    index_all(library)
    assert titles(library, ArticleQuery(text="snow", order=Order.RELEVANCE)) == ["Snow", "Post 2"]
    assert titles(library, ArticleQuery(text="snow")) == ["Post 2", "Snow"]
    assert titles(library, ArticleQuery(text="-rain", order=Order.RELEVANCE)) == ["Post 2", "Snow"]


def test_of_very_many_hits_those_in_titles_come_first(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    add(
        library,
        make_post(1, title="Snow", text="A day. Rain."),
        make_post(2, text="snow " * 9),
        make_post(3, title="More snow", text="Another day."),
        make_post(4, text="snow and rain"),
        make_post(5, text="snow alone"),
    )
    index_all(library)
    query = ArticleQuery(text="snow -rain", order=Order.RELEVANCE)
    assert not library.listing(query).titles_first
    monkeypatch.setattr(lists, "_MANY", 1)
    assert library.listing(query).titles_first
    assert titles(library, query) == ["More snow", "Post 5", "Post 2"]
    assert library.count(query) == 3
    everything = titles(library, ArticleQuery(text="snow", order=Order.RELEVANCE))
    assert everything == ["More snow", "Snow", "Post 5", "Post 4", "Post 2"]
    beginning = library.first(ArticleQuery(text="snow", order=Order.RELEVANCE), 3)
    assert [article.title for article in library.articles(beginning.ids)] == everything[:3]


@pytest.mark.parametrize("writing", [True, False])
def test_the_beginning_of_few_words_finds_what_that_of_many_does(library: Library, writing: bool) -> None:
    words = ["snow", "Snowfall", "snow-blind", "snøwy", "snowed", "show", "sno", "snows", "SNOWY", "snowman", "snowcap"]
    add(library, *(make_post(number, title=word, text=f"{word} 雪 no") for number, word in enumerate(words, 1)))
    index_all(library)
    with Library(library.folder, writing=writing) as opened:
        for typed in ("snow", "snowf", "snowy", "snowfall", "snowx", "title:snowf", "snowfall 雪", "雪 snowf"):
            for order in Order:
                word = next(part for part in typed.replace("title:", "").split() if part != "雪")
                found = [title for title in words if title.lower().replace("ø", "o").startswith(word)]
                assert sorted(titles(opened, ArticleQuery(text=typed, order=order))) == sorted(found), typed


@pytest.mark.parametrize("made_by", ["this version", "an older one", "an older one, looked through since"])
def test_the_name_of_an_author_is_no_word_of_the_text(library: Library, made_by: str) -> None:
    """Whether the index is asked about names or need not be, as no author is called so."""
    add(library, make_post(1, text="白雪 山"), replace(make_post(2, text="雪山"), author="白雪山人"))
    index_all(library)
    if made_by != "this version":
        library._db.execute("DELETE FROM setting WHERE name = 'author_characters'")
    if made_by == "an older one, looked through since":
        for _ in library.tidy():
            pass
    add(library, replace(make_post(3, text="人"), author="山水"), make_post(4, text="水 water"))
    index_all(library)
    for typed, found in {
        "白": ["Post 1"],
        "白雪": ["Post 1"],
        "雪山": ["Post 2"],
        "白雪 山": ["Post 1"],
        "山人": [],
        "水": ["Post 4"],
        "人 -水": ["Post 3"],
        "人 OR 水 water": ["Post 4"],
        "author:水": ["Post 3"],
        "author:白雪 雪": ["Post 2"],
        "雪 -author:人": ["Post 1"],
    }.items():
        for order in (Order.NEWEST, Order.RELEVANCE):
            assert titles(library, ArticleQuery(text=typed, order=order)) == found, typed
    looks_at_columns = str(library.search.conditions(ArticleQuery(text="中")))
    assert ("ANYWHERE" in looks_at_columns) is (made_by != "an older one")


def test_search_stays_in_its_category(shelf: Library) -> None:
    assert titles(shelf, ArticleQuery(category=category(shelf, "Tea"), text="iphone15")) == []
    assert titles(shelf, ArticleQuery(category=category(shelf, "Tea"), text="and")) == [TEA]


def test_a_changed_article_is_found_by_its_new_words_only(shelf: Library) -> None:
    add(shelf, make_post(3, title="咖啡", text="Coffee now."))
    index_all(shelf)
    assert titles(shelf, ArticleQuery(text="茶")) == []
    assert titles(shelf, ArticleQuery(text="coffee")) == ["咖啡"]
    assert shelf.check() == []


def test_the_index_is_filled_by_and_by(library: Library) -> None:
    add(library, make_post(1), make_post(2), make_post(3))
    assert library.unindexed() == 3
    assert library.index_some(seconds=0) == 1
    assert library.unindexed() == 2


@pytest.mark.parametrize(
    "text",
    ["", "text", "post -9", "15", "post OR nothing", "post is:unread", "tag:even post", "nowhere", "text (15 OR 6)"],
)
@pytest.mark.parametrize("many", [0, 1000])
@pytest.mark.parametrize("few", [0, 8, 2000])
def test_the_first_of_a_list_are_its_beginning(
    library: Library, monkeypatch: pytest.MonkeyPatch, text: str, many: int, few: int
) -> None:
    monkeypatch.setattr(rare, "_FEW", few)
    monkeypatch.setattr(rare, "_TOO_MANY", 2 * few)
    monkeypatch.setattr(rare, "_FIRST", 3)
    monkeypatch.setattr(lists, "_MANY", many)
    monkeypatch.setattr(lists, "_NEWEST", (12, 30))
    monkeypatch.setattr(lists, "_RUNS", 4)
    monkeypatch.setattr(lists, "_GAP", 1)
    # In an order of their own, so that the newest have ids here and there.
    numbers = sorted(range(1, 61), key=lambda n: n * 37 % 61)
    add(library, *(make_post(n, tags=("even",) if n % 2 == 0 else ()) for n in numbers))
    index_all(library)
    for state in State:
        for order in (Order.NEWEST, Order.RELEVANCE):
            query = ArticleQuery(text=text, state=state, order=order)
            assert library.first(query, 10).ids == library.listing(query).ids[:10]


@pytest.mark.parametrize("sealed", [False, True])
def test_a_walk_that_takes_long_is_met_by_one_from_the_end(
    library: Library, monkeypatch: pytest.MonkeyPatch, sealed: bool
) -> None:
    """Here the other one is at the beginning before the first hit is known. What is sealed is opened by nobody else."""
    monkeypatch.setattr(rare, "_MOMENT", 0.0)
    monkeypatch.setattr("reader.library.library._STEPS_BETWEEN", 1)
    add(library, *(make_post(n, text="雪山" if n % 7 == 0 else "山雪") for n in range(1, 60)))
    index_all(library)
    library.close()
    opened_again = list[Path]()

    def connect_and_tell(file: Path, *, writing: bool) -> sqlite3.Connection:
        opened_again.append(file)
        return connect(file, writing=writing)

    def wait_for_the_other() -> bool:
        for thread in threading.enumerate():
            if thread.name == "from the end":
                thread.join()
        return False

    monkeypatch.setattr(rare, "connect", connect_and_tell)

    with Library(library.folder, writing=False, sealed=sealed) as opened:
        opened.give_up_when(wait_for_the_other)
        for order, numbers in ((Order.NEWEST, range(56, 0, -7)), (Order.OLDEST, range(7, 60, 7))):
            query = ArticleQuery(text="雪山", order=order)
            assert [article.title for article in opened.articles(opened.first(query).ids)] == [
                f"Post {number}" for number in numbers
            ]
            assert titles(opened, query) == [f"Post {number}" for number in numbers]
        assert titles(opened, ArticleQuery(text="山山")) == []
        assert opened_again == ([] if sealed else [opened.file] * 5)


def test_a_search_that_is_given_up_leaves_no_walk_behind(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rare, "_MOMENT", 600.0)
    monkeypatch.setattr("reader.library.library._STEPS_BETWEEN", 1)
    add(library, *(make_post(n, text="雪山") for n in range(1, 9)))
    index_all(library)

    def walking() -> bool:
        return any(thread.name == "from the end" for thread in threading.enumerate())

    library.give_up_when(walking)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        library.listing(ArticleQuery(text="雪山"))
    assert not walking()


def test_a_name_that_nothing_has_is_remarked_on(shelf: Library) -> None:
    (hint,) = shelf.search.read("茶 category:coffee").hints
    assert (hint.kind, hint.detail, hint.start) == ("unknown-name", "coffee", 11)


@pytest.mark.parametrize(
    "text",
    [
        "(" * 20 + "a OR b " * 100,
        "-(x OR (y z)) " * 60,
        "title:a author:b " * 40,
        '"' + "字 " * 2000,
        "(a -(b -(c -(d -(e -(f",
        "is:unread OR (tag:a -lang:b) OR (has:picture after:7d -c)",
    ],
)
def test_large_inputs_are_not_refused(shelf: Library, text: str) -> None:
    for order in (Order.NEWEST, Order.RELEVANCE):
        shelf.listing(ArticleQuery(text=text, order=order))
    shelf.first(ArticleQuery(text=text))


TYPED = st.one_of(st.text(), st.text('ab中"()：:-“OR |titleag\\\0\ud800^*+{}'))


@given(text=TYPED)
def test_no_input_is_refused(fixed: Library, text: str) -> None:
    for order in (Order.NEWEST, Order.RELEVANCE):
        fixed.listing(ArticleQuery(text=text, order=order))
    fixed.search.snippets([1], text)
    for cursor in (0, len(text) // 2, len(text)):
        for offered in fixed.search.complete(text, cursor):
            assert 0 <= offered.start <= cursor <= offered.end <= len(text)


@pytest.fixture(scope="module")
def fixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("fixed")) as library:
        add(library, make_post(1, text="中文 and words"))
        index_all(library)
        yield library


LETTERS = "国务卿發发 aé-_.，C+가ไ\u0301\n😀ﬁहिन्द।עִ٣ㅏ\x01\u2028\u200d𠮷𝒜"


@given(st.one_of(st.text(LETTERS), st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]))))
def test_units_are_those_of_a_walk_through_the_text(text: str) -> None:
    assert units(text) == [unit for unit, _ in cut(text)]


# --- what is found is what a scan of all stored texts finds

CHINESE = "的一是在不了有和人这中大为上个国台灣臺灣發髮，。：“”"


def generated(number: int) -> Iterator[tuple[str, str]]:
    """Yield titles and texts from few words, so that phrases recur by chance."""
    chance = random.Random(number)
    words = ["C++", "C", "v2.0", "v2", "0", "Straße", "naïve", "iPhone15", "手机", "a@b.org", "foo_bar", "the", "they"]
    for _ in range(number):
        parts = [
            "".join(chance.choices(CHINESE, k=chance.randint(1, 12))) if chance.random() < 0.5 else chance.choice(words)
            for _ in range(chance.randint(1, 60))
        ]
        joins = chance.choices(["", " ", ", ", "\n", "，"], k=len(parts))
        text = "".join(part + join for part, join in zip(parts, joins, strict=True))
        yield text[:20] or "-", text


def substrings(scan: Scan, number: int) -> Iterator[str]:
    """Yield pieces of one to eight characters of the texts, whole words where they cut one."""
    chance = random.Random(7)
    texts = [text for pair in scan.texts.values() for text in pair if text]
    for _ in range(number):
        text = chance.choice(texts)
        at = chance.randrange(len(text))
        yield text[at : at + chance.randint(1, 8)]


def assert_as_scanned(library: Library, number: int) -> None:
    ids = library.listing(ArticleQuery()).ids
    scan = Scan(library, ids)
    hits = 0
    for piece in dict.fromkeys(substrings(scan, number)):  # What is asked twice is answered once.
        phrase = piece.replace('"', " ").replace("“", " ").replace("”", " ").replace("„", " ")
        if not cut(phrase):
            continue
        for typed, beginning in ((f'"{phrase}"', False), (f'"{phrase}', not phrase.endswith((" ", "\u3000")))):
            found = library.listing(ArticleQuery(text=typed)).ids
            assert set(found) == scan.find(phrase.strip(), beginning=beginning), (typed, beginning)
            hits += len(found)
    assert hits > number


@pytest.mark.parametrize("few", [0, 2000])
def test_generated_texts_are_found_as_a_scan_finds_them(
    library: Library, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(rare, "_FEW", few)
    monkeypatch.setattr(rare, "_FIRST", 3)
    add(library, *(make_post(n, title=title, text=text) for n, (title, text) in enumerate(generated(60), 1)))
    index_all(library)
    assert_as_scanned(library, 2000)


@pytest.mark.corpora
@pytest.mark.timeout(300)
def test_real_posts_are_found_as_a_scan_finds_them(library: Library) -> None:
    if not CORPORA.exists():
        pytest.skip("the real posts are not here")
    for folder in sorted(CORPORA.iterdir()):
        if folder.is_dir():
            for _ in import_folder(library, folder):
                pass
    assert_as_scanned(library, 2000)


@pytest.mark.parametrize("order", [Order.NEWEST, Order.RELEVANCE])
@pytest.mark.parametrize("group", ["tag:a tag:b OR -(", "tag:b OR (x ", "-(lang:en OR -(", "x title:x OR (", "-("])
def test_groups_in_groups_are_searched_however_deep(library: Library, group: str, order: Order) -> None:
    ids = add(library, make_post(1))
    query = ArticleQuery(text=f"{group * 20}-tag:c", order=order)
    assert library.count(query) == len(library.listing(query).ids) <= len(ids)
