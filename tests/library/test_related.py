"""Related articles share the rare words of an article; copies of it and chance neighbours are none."""

from __future__ import annotations

from dataclasses import replace

from reader.library.library import Library
from tests.factories import make_post
from tests.library.test_library import add
from tests.library.test_search import index_all

FILLER = "然而此外目前根据报道 the weather of the city was reported. "


def test_articles_of_the_same_are_near(library: Library) -> None:
    ids = add(
        library,
        make_post(1, title="乌克兰粮食协议", text=FILLER + "黑海港口恢复出口，粮食协议延长。"),
        make_post(2, title="黑海港口", text=FILLER + "乌克兰的粮食从黑海港口出口。"),
        make_post(3, title="Zeppelin museum", text=FILLER + "An airship over Friedrichshafen."),
        make_post(4, title="Friedrichshafen", text=FILLER + "The zeppelin airship museum opens."),
        *(make_post(n, title=f"Number {n}", text=FILLER) for n in range(5, 12)),
    )
    index_all(library)
    assert library.search.related(ids[0])[0] == ids[1]
    assert library.search.related(ids[2])[0] == ids[3]
    assert ids[0] not in library.search.related(ids[0])


def test_copies_are_not_related(library: Library) -> None:
    posts = [make_post(n, title="Airship museum", text="A zeppelin over Friedrichshafen.") for n in range(1, 5)]
    identities = (7, 7, 8, 8)
    ids = add(library, *(replace(post, identity=number) for post, number in zip(posts, identities, strict=True)))
    index_all(library)
    first = library.search.related(ids[0])
    assert len(first) == 1
    assert first[0] in ids[2:]


def test_at_most_five_and_none_where_there_is_nothing(library: Library) -> None:
    ids = add(library, *(make_post(n, text="A zeppelin airship over the lake.") for n in range(1, 10)))
    assert library.search.related(ids[0]) == []
    index_all(library)
    assert len(library.search.related(ids[0])) == 5
    assert library.search.related(999) == []
