"""Nothing is fetched that the user did not allow: for always or for once, here or everywhere."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain import ALL, Changes, PictureRef
from reader.library.library import Library
from reader.library.pictures.consents import permission
from reader.library.pictures.images import MAX_BYTES
from reader.library.pictures.web_pictures import Fetched
from reader.offline import EVERYTHING, ArticleFacts, Consent, Estimate, Fetch, Level, PictureScope
from reader.references import address_number
from tests.factories import make_post
from tests.fetching.server import picture
from tests.library.test_library import add, category

ARTICLE = ArticleFacts(7, 1, unread=True, bookmarked=False, categories=frozenset({5}))
KEPT = ArticleFacts(8, 1, unread=False, bookmarked=True, categories=frozenset({6}))


def always(what: Fetch, source: int | None = None) -> Consent:
    return Consent(1, what, PictureScope(source=source), None, retry=False, given_at=10)


def once(what: Fetch, scope: PictureScope = EVERYTHING, up_to: int = 99, *, retry: bool = False) -> Consent:
    return Consent(2, what, scope, up_to, retry, given_at=20)


@pytest.mark.parametrize(
    ("consents", "article", "kept"),
    [
        ([], Level.NONE, Level.NONE),
        ([always(Fetch.NOTHING)], Level.NONE, Level.NONE),
        ([always(Fetch.THUMBNAILS)], Level.THUMBNAIL, Level.THUMBNAIL),
        ([always(Fetch.BOOKMARKED)], Level.NONE, Level.FULL),
        ([always(Fetch.ALL)], Level.FULL, Level.FULL),
        ([always(Fetch.ALL), always(Fetch.NOTHING, 1)], Level.NONE, Level.NONE),
        ([always(Fetch.NOTHING), always(Fetch.ALL, 1)], Level.FULL, Level.FULL),
        ([always(Fetch.ALL, 2)], Level.NONE, Level.NONE),
        ([always(Fetch.NOTHING, 1), once(Fetch.ALL)], Level.FULL, Level.FULL),
        ([once(Fetch.ALL, up_to=7)], Level.FULL, Level.NONE),
        ([once(Fetch.ALL, PictureScope(unread=True))], Level.FULL, Level.NONE),
        ([once(Fetch.ALL, PictureScope(bookmarked=True))], Level.NONE, Level.FULL),
        ([once(Fetch.ALL, PictureScope(category=5))], Level.FULL, Level.NONE),
        ([once(Fetch.ALL, PictureScope(article=8))], Level.NONE, Level.FULL),
        ([once(Fetch.ALL, PictureScope(address=3))], Level.NONE, Level.NONE),
        ([once(Fetch.THUMBNAILS), once(Fetch.BOOKMARKED)], Level.THUMBNAIL, Level.FULL),
        ([once(Fetch.ALL, PictureScope(source=2))], Level.NONE, Level.NONE),
    ],
)
def test_one_decision_covers_every_article(consents: Sequence[Consent], article: Level, kept: Level) -> None:
    assert permission(consents, ARTICLE).level is article
    assert permission(consents, KEPT).level is kept


def test_a_single_picture_is_decided_by_its_address() -> None:
    single = [once(Fetch.ALL, PictureScope(article=7, address=3), retry=True)]
    assert permission(single, ARTICLE, 3) == permission([once(Fetch.ALL, retry=True)], ARTICLE)
    assert permission(single, ARTICLE, 4).level is Level.NONE
    assert permission(single, KEPT, 3).level is Level.NONE


def test_only_who_asks_again_gets_again_what_failed_or_was_given_up() -> None:
    assert permission([always(Fetch.ALL)], ARTICLE).again is False
    assert permission([once(Fetch.ALL)], ARTICLE) == permission([once(Fetch.ALL)], KEPT)
    assert permission([once(Fetch.ALL)], ARTICLE).retry_until == 0
    assert permission([once(Fetch.ALL, retry=True)], ARTICLE).retry_until == 20


@given(st.lists(st.sampled_from([always(Fetch.NOTHING), always(Fetch.NOTHING, 1), once(Fetch.NOTHING)])))
def test_nothing_allows_nothing(consents: list[Consent]) -> None:
    assert permission(consents, KEPT).level is Level.NONE


# --- what is wanted


def wanted(library: Library) -> list[str]:
    return [each.address.rpartition("/")[2] for each in library.web.wanted(library.web.in_force()) if each]


@pytest.fixture
def shown(library: Library) -> list[int]:
    """Three articles in two categories, with a lead picture and one more each."""
    posts = [
        make_post(
            number,
            categories=(("A", "B") if number < 3 else ("C",),),
            lead=PictureRef(f"https://x.example/lead-{number}.png"),
            pictures=(PictureRef(f"https://x.example/{number}.png"), PictureRef("missing.png")),
        )
        for number in (1, 2, 3)
    ]
    return add(library, *posts)


def test_nothing_is_wanted_before_it_is_allowed(library: Library, shown: list[int]) -> None:
    assert wanted(library) == []
    library.web.allow(Fetch.NOTHING)
    assert wanted(library) == []


def test_the_newest_come_first_and_the_lead_before_the_others(library: Library, shown: list[int]) -> None:
    library.web.allow(Fetch.ALL)
    assert wanted(library) == ["lead-3.png", "3.png", "lead-2.png", "2.png", "lead-1.png", "1.png"]


def test_offline_nothing_is_wanted_whatever_was_allowed(library: Library, shown: list[int]) -> None:
    library.web.allow(Fetch.ALL)
    library.web.allow_once(Fetch.ALL)
    library.web.work_offline(True)
    assert wanted(library) == []
    assert len(library.web.consents()) == 2
    library.web.work_offline(False)
    assert len(wanted(library)) == 6


def test_scopes_name_what_is_wanted(library: Library, shown: list[int]) -> None:
    library.set_read(shown[:1], read=True)
    library.set_bookmarked(shown[1:2], bookmarked=True)
    cases = {
        PictureScope(category=category(library, "A")): ["lead-2.png", "2.png", "lead-1.png", "1.png"],
        PictureScope(unread=True): ["lead-3.png", "3.png", "lead-2.png", "2.png"],
        PictureScope(bookmarked=True): ["lead-2.png", "2.png"],
        PictureScope(article=shown[0]): ["lead-1.png", "1.png"],
        PictureScope(category=ALL, source=1): ["lead-3.png", "3.png", "lead-2.png", "2.png", "lead-1.png", "1.png"],
    }
    for scope, names in cases.items():
        number = library.web.allow_once(Fetch.ALL, scope)
        assert wanted(library) == names, scope
        library.web.withdraw(number)


def test_a_single_picture_of_one_article_is_wanted_and_no_other(library: Library, shown: list[int]) -> None:
    library.web.settle([Fetched(address_number("https://x.example/2.png") or 0, reason="gone", lasting=True)])
    single = PictureScope(article=shown[1], address=address_number("https://x.example/2.png#a"))
    number = library.web.allow_once(Fetch.ALL, single, retry=True)
    assert [each.scope for each in library.web.consents()] == [single]
    assert wanted(library) == ["2.png"]
    *_, guess = library.web.estimate(library.web.in_force())
    assert (guess.pictures, guess.articles) == (1, 1)
    library.web.allow(Fetch.THUMBNAILS)
    assert wanted(library) == ["lead-3.png", "lead-2.png", "2.png", "lead-1.png"]
    library.web.withdraw(number)
    assert wanted(library) == ["lead-3.png", "lead-2.png", "lead-1.png"]


def test_a_single_picture_is_that_of_its_article_alone(library: Library, shown: list[int]) -> None:
    library.web.allow_once(Fetch.ALL, PictureScope(article=shown[0], address=address_number("https://x.example/2.png")))
    assert wanted(library) == []


def test_a_consent_for_once_does_not_cover_what_comes_later(library: Library, shown: list[int]) -> None:
    library.web.allow_once(Fetch.THUMBNAILS)
    add(library, make_post(9, lead=PictureRef("https://x.example/late.png")))
    assert "late.png" not in wanted(library)
    library.web.allow(Fetch.THUMBNAILS)
    assert "late.png" in wanted(library)


def test_a_source_goes_its_own_way_until_it_is_told_not_to(library: Library, shown: list[int]) -> None:
    library.web.allow(Fetch.ALL)
    library.web.allow(Fetch.NOTHING, 1)
    assert wanted(library) == []
    library.web.allow(None, 1)
    assert len(wanted(library)) == 6


def test_an_estimate_goes_by_what_is_known(library: Library, shown: list[int]) -> None:
    library.web.allow(Fetch.ALL)
    *_, guess = library.web.estimate(library.web.in_force())
    assert guess == Estimate(6, 6 * 150_000, 3)
    store_some(library, 20)
    *_, known = library.web.estimate(library.web.in_force())
    assert (known.pictures, known.articles) == (6, 3)
    assert known.bytes == round(6 * library.storage.used() / 20)


def store_some(library: Library, count: int) -> Changes:
    """Let the library hold pictures of other articles."""
    stored = [library.images.add(picture(number)) for number in range(count)]
    numbers = [address_number(f"https://y.example/{number}.png") or 0 for number in range(count)]
    return library.web.settle([Fetched(*each, full=True) for each in zip(numbers, stored, strict=True)])


def test_a_source_is_undecided_until_something_is_always_allowed_or_it_was_asked_about(
    library: Library, shown: list[int]
) -> None:
    (source, *_) = sources = [each.id for each in library.sources()]
    assert library.web.undecided() == sources
    library.web.allow_once(Fetch.ALL)
    assert library.web.undecided() == sources
    library.web.allow(Fetch.NOTHING, source)
    assert source not in library.web.undecided()
    library.web.allow(None, source)
    assert source in library.web.undecided()
    library.web.note_asked(source)
    assert source not in library.web.undecided()
    library.web.allow(Fetch.THUMBNAILS)
    assert library.web.undecided() == []


def test_a_removed_source_takes_what_was_allowed_for_it_with_it(library: Library, shown: list[int]) -> None:
    library.web.allow(Fetch.ALL, 1)
    library.web.allow_once(Fetch.ALL, PictureScope(source=1))
    library.web.allow_once(Fetch.ALL, PictureScope(article=shown[0]))
    library.forget_source(1)
    assert wanted(library) == []
    assert [each for each in library.web.consents() if each.once] == []
    add(library, make_post(9, lead=PictureRef("https://x.example/late.png")))  # It is imported again.
    assert [source.id for source in library.sources()] == [1]
    assert wanted(library) == []


def test_what_was_forbidden_for_a_removed_source_stays_forbidden(library: Library, shown: list[int]) -> None:
    library.web.allow(Fetch.ALL)
    library.web.allow(Fetch.THUMBNAILS, 1)
    library.forget_source(1)
    assert wanted(library) == []


def test_nobody_is_asked_about_a_removed_source(library: Library, shown: list[int]) -> None:
    library.forget_source(1)
    assert library.web.undecided() == []


def test_no_picture_may_be_larger_than_the_program_reads(library: Library) -> None:
    assert library.web.most_bytes() == MAX_BYTES
    library.web.set_most_bytes(3_000_000)
    assert library.web.most_bytes() == 3_000_000
    library.web.set_most_bytes(MAX_BYTES * 2)
    assert library.web.most_bytes() == MAX_BYTES
