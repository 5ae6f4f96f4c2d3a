"""Was a window of evidence a visit, or only the furniture of other people's pages?"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from staffroom.records.evidence import Evidence, Outcome
from staffroom.records.requests import Grade
from staffroom.records.services import Host, Role, Service
from staffroom.rules import thresholds
from staffroom.rules.outcomes import Features, Traits, features, judge, traits

VISIT, AMBIGUOUS, EMBEDDED = Outcome.VISIT, Outcome.AMBIGUOUS, Outcome.EMBEDDED
BACKGROUND, BLOCKED, LOOKED_UP = Outcome.BACKGROUND, Outcome.BLOCKED, Outcome.LOOKED_UP
GLANCE, PUSH, ENOUGH, RICH, CROWDED = (
    thresholds.GLANCE_OCTETS, thresholds.PUSH_OCTETS, thresholds.VISIT_OCTETS, thresholds.RICH_OCTETS,
    thresholds.CROWDED_OCTETS,
)  # fmt: skip


def slots(count: int) -> int:
    return (1 << count) - 1


def judged(grade: Grade, *, alone: bool = False, rich: bool = False, **counts: int) -> Outcome:
    one = Evidence("code", True, "chirp", 1, grade, **counts)
    return judge(features(one, [one], Traits(alone, rich)))


def by_volume(octets: int, **more) -> Outcome:
    usual = {"interactive": 3, "hosts": 0b11, "began": slots(thresholds.VISIT_SLOTS), "octets": octets}
    return judged(Grade.NAME_AND_VOLUME, **usual | more)


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("octets", "more", "outcome"),
    [
        (ENOUGH, {}, VISIT),
        (ENOUGH - 1, {}, AMBIGUOUS),
        (ENOUGH, {"hosts": 0b1}, AMBIGUOUS),
        (CROWDED * 9, {"hosts": 0b1}, AMBIGUOUS),
        (ENOUGH, {"hosts": 0b1, "alone": True}, VISIT),
        (ENOUGH - 1, {"hosts": 0b1, "alone": True}, AMBIGUOUS),
        (ENOUGH, {"began": slots(thresholds.VISIT_SLOTS - 1)}, AMBIGUOUS),
        (CROWDED * 9, {"began": 0}, AMBIGUOUS),
        (GLANCE, {}, AMBIGUOUS),
        (GLANCE - 1, {}, EMBEDDED),
        (GLANCE - 1, {"background": 1}, BACKGROUND),
        (ENOUGH - 1, {"interactive": 0, "media": 9}, EMBEDDED),
        (ENOUGH, {"login": 1, "shortener": 1}, VISIT),
        (ENOUGH, {"blocked": 5}, VISIT),
    ],
)
def test_with_names_and_sizes_a_visit_takes_volume_time_and_a_second_host(octets, more, outcome):
    assert by_volume(octets, **more) == outcome


BESIDE_A_WIDGET = {"embed": 1, "media": thresholds.CROWDED_MEDIA, "began": slots(thresholds.CROWDED_SLOTS)}


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("octets", "more", "outcome"),
    [
        (CROWDED, {}, VISIT),
        (CROWDED, {"embed": 0, "tracking": 1}, VISIT),
        (CROWDED - 1, {}, AMBIGUOUS),
        (CROWDED - 1, {"embed": 0, "tracking": 1}, AMBIGUOUS),
        (CROWDED - 1, {"background": 1}, AMBIGUOUS),
        (CROWDED, {"media": thresholds.CROWDED_MEDIA - 1}, AMBIGUOUS),
        (CROWDED, {"began": slots(thresholds.CROWDED_SLOTS - 1)}, AMBIGUOUS),
    ],
)
def test_beside_a_widget_of_the_service_more_is_asked(octets, more, outcome):
    assert by_volume(octets, **BESIDE_A_WIDGET | more) == outcome


IN_A_RICH_SERVICE = {"rich": True, "media": thresholds.RICH_RUN_MEDIA, "began": slots(thresholds.RICH_SLOTS)}


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("octets", "more", "outcome"),
    [
        (RICH, {}, VISIT),
        (RICH - 1, {}, AMBIGUOUS),
        (RICH, {"media": thresholds.RICH_RUN_MEDIA - 1}, AMBIGUOUS),
        (RICH, {"began": slots(thresholds.RICH_SLOTS - 1)}, AMBIGUOUS),
        (RICH, {"hosts": 0b1}, AMBIGUOUS),
        (RICH, {"hosts": 0b1, "alone": True}, VISIT),
    ],
)
def test_of_a_rich_service_more_is_asked(octets, more, outcome):
    assert by_volume(octets, **IN_A_RICH_SERVICE | more) == outcome


WITH_ITS_OWN_PUSH = {"background": 1, "media": thresholds.PUSH_MEDIA, "hosts": 0b1}


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("octets", "more", "outcome"),
    [
        (PUSH, {}, VISIT),
        (PUSH - 1, {}, AMBIGUOUS),
        (PUSH, {"media": thresholds.PUSH_MEDIA - 1}, AMBIGUOUS),
        (PUSH, {"began": slots(thresholds.VISIT_SLOTS - 1)}, AMBIGUOUS),
        (PUSH, {"began": 0}, AMBIGUOUS),
    ],
)
def test_with_the_push_connection_of_the_page_itself_less_is_asked(octets, more, outcome):
    assert by_volume(octets, **WITH_ITS_OWN_PUSH | more) == outcome


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        ({"interactive": 1, "pages": 1}, VISIT),
        ({"media": 1, "pages": 1}, AMBIGUOUS),
        ({"interactive": 3, "followed": 2}, AMBIGUOUS),
        (
            {"interactive": 3, "followed": 2, "octets": ENOUGH, "hosts": 0b11}
            | {"began": slots(thresholds.VISIT_SLOTS)},
            VISIT,
        ),
        ({"interactive": 1, "foreign": 1}, EMBEDDED),
        ({"interactive": 1, "foreign": 1, "pages": 1}, EMBEDDED),
        ({"interactive": 9, "foreign": 1, "octets": CROWDED}, EMBEDDED),
        ({"interactive": 3, "foreign": 1, "followed": 1, "octets": ENOUGH}, VISIT),
        ({"interactive": 3, "foreign": 1, "followed": 1, "octets": ENOUGH - 1}, AMBIGUOUS),
        ({"interactive": 1, "foreign": 1, "followed": 1, "octets": ENOUGH}, AMBIGUOUS),
        ({"interactive": 3, "foreign": 1, "followed": 1, "octets": ENOUGH, "embed": 1}, AMBIGUOUS),
        ({"media": 3, "foreign": 1, "followed": 1, "octets": ENOUGH}, EMBEDDED),
    ],
)
def test_with_referers_a_page_to_which_no_other_site_led_is_a_visit(counts, outcome):
    assert judged(Grade.PAGE, **counts) == outcome


NAMES = {"interactive": 4, "hosts": 0b11, "began": slots(thresholds.RICH_SLOTS)}


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({}, VISIT),
        ({"hosts": 0b1}, AMBIGUOUS),
        ({"began": slots(thresholds.RICH_SLOTS - 1)}, AMBIGUOUS),
        ({"embed": 1}, AMBIGUOUS),
        ({"tracking": 1}, AMBIGUOUS),
        ({"rich": True}, AMBIGUOUS),
        ({"interactive": 0, "media": 4}, EMBEDDED),
    ],
)
def test_with_names_only_a_visit_takes_two_hosts_again_and_again(more, outcome):
    assert judged(Grade.NAME, **NAMES | more) == outcome


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize("grade", [grade for grade in Grade if grade is not Grade.NAME_LOOKED_UP])
@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        ({"embed": 9}, EMBEDDED),
        ({"tracking": 9}, EMBEDDED),
        ({"shortener": 1}, EMBEDDED),
        ({"login": 1}, EMBEDDED),
        ({"embed": 1, "background": 1}, EMBEDDED),
        ({"embed": 1, "blocked": 1}, BLOCKED),
        ({"background": 9}, BACKGROUND),
        ({"background": 9, "blocked": 1}, BLOCKED),
        ({"blocked": 1}, BLOCKED),
    ],
)
def test_without_a_page_or_a_picture_there_is_only_furniture(grade, counts, outcome):
    assert judged(grade, **counts) == outcome


@pytest.mark.clause("MON-2")
@pytest.mark.parametrize(
    ("counts", "outcome"),
    [
        ({"interactive": 99, "media": 9}, LOOKED_UP),
        ({"media": 9}, LOOKED_UP),
        ({"login": 9}, LOOKED_UP),
        ({"embed": 9}, EMBEDDED),
        ({"background": 9}, BACKGROUND),
        ({"blocked": 1}, BLOCKED),
    ],
)
def test_a_name_that_was_looked_up_is_never_more_than_that(counts, outcome):
    assert judged(Grade.NAME_LOOKED_UP, **counts) == outcome


SIZES = {"grade": (1, 5), "media": (0, 3), "volume": (0, 5), "hosts": (0, 2), "spread": (0, 3)}
ANY = st.builds(
    Features,
    **{name: st.integers(*SIZES[name]) if name in SIZES else st.booleans() for name in Features._fields},
)


@pytest.mark.clause("MON-2", "CON-1")
@given(window=ANY)
@settings(max_examples=300)
def test_lookups_alone_are_never_a_visit(window):
    assert judge(window._replace(grade=int(Grade.NAME_LOOKED_UP))) is not VISIT


@pytest.mark.clause("MON-2", "CON-1")
@given(window=ANY)
@settings(max_examples=300)
def test_without_the_services_own_pages_and_pictures_there_is_never_a_visit(window):
    assert judge(window._replace(interactive=False, media=0)) is not VISIT


@pytest.mark.clause("MON-2")
@given(window=ANY, name=st.sampled_from(("volume", "hosts", "spread", "media")))
@settings(max_examples=300)
def test_with_less_of_anything_nothing_becomes_a_visit(window, name):
    if judge(window) is not VISIT and getattr(window, name):
        assert judge(window._replace(**{name: getattr(window, name) - 1})) is not VISIT


@given(window=ANY)
@settings(max_examples=300)
def test_every_set_of_features_has_an_outcome(window):
    assert isinstance(judge(window), Outcome)


def test_a_service_is_alone_where_no_host_of_its_pictures_is_known():
    page, picture = Host("chirp.example", Role.INTERACTIVE), Host("img.chirp.example", Role.MEDIA)
    assert traits(Service("chirp", "Chirp", "network", (page,))) == Traits(alone=True, rich=False)
    assert traits(Service("chirp", "Chirp", "network", (page, picture))) == Traits(alone=False, rich=False)
    assert traits(Service("chirp", "Chirp", "video", (page, picture), rich=True)).rich


def test_volume_is_banded_at_the_published_figures():
    def band(octets: int) -> int:
        one = Evidence("c", True, "s", 1, Grade.PAGE, octets=octets)
        return features(one, [one], Traits(False, False)).volume

    figures = (GLANCE, PUSH, ENOUGH, RICH, CROWDED)
    assert [band(figure) for figure in figures] == [1, 2, 3, 4, 5]
    assert [band(figure - 1) for figure in figures] == [0, 1, 2, 3, 4]


def test_the_published_thresholds_name_every_size():
    values = " ".join(one.value for one in thresholds.published())
    for octets in (GLANCE, PUSH, ENOUGH, RICH, CROWDED):
        assert f"{octets // 1_000:,} KB" in values
    assert all(one.meaning.endswith(".") for one in thresholds.published())


@pytest.mark.clause("MON-2")
def test_a_refused_page_beside_a_widget_that_was_let_through_is_an_attempt():
    assert judged(Grade.NAME_AND_VOLUME, blocked=1, embed=2) == BLOCKED
