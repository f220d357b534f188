"""The rules of the certificate and the purpose, by age on the day she comes."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cura.lib import london
from placements.fit import rules
from placements.fit.coming import Coming, Living

DAY = date(2026, 12, 3)
DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))


def paper(**more):
    usual = {
        "age_from": 11, "age_to": 17, "sexes": "any", "places": 4, "kinds": [], "emergencies": True,
        "meets": [], "not_met": [],
    }  # fmt: skip
    held = SimpleNamespace(**usual | more)
    held.ages = f"{held.age_from} to {held.age_to}"
    return held


def amara(**more) -> Coming:
    return Coming(name="Amara", day=DAY, **{"born": date(2013, 3, 14)} | more)


def codes(found) -> set[str]:
    return {finding.code for finding in found}


def test_the_words_are_those_of_a_person():
    (found,) = rules.of_certificate(amara(born=date(2016, 1, 1)), paper(), here=0)
    assert found.words == "Ofsted's certificate says 11 to 17 on the day she comes. Amara is 10."
    assert found.hard


@given(DAYS, st.dates(date(2004, 1, 1), date(2020, 1, 1)))
def test_a_birthday_decides_on_the_day_of_arrival(day, born):
    """Against a count by hand: her eleventh and her eighteenth birthday, 29 February on 1 March."""
    found = rules.of_certificate(Coming(name="Amara", day=day, born=born), paper(), here=0)
    eleven, eighteen = birthday(born, 11), birthday(born, 18)
    assert (codes(found) == {"certificate-age"}) == (not eleven <= day < eighteen)


def birthday(born: date, years: int) -> date:
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


@pytest.mark.parametrize(
    ("day", "fits"),
    [(date(2027, 2, 28), False), (date(2027, 3, 1), True), (date(2028, 2, 29), True)],
)
def test_born_on_29_february(day, fits):
    she = Coming(name="Amara", day=day, born=date(2016, 2, 29))
    assert (rules.of_certificate(she, paper(), here=0) == []) is fits


@given(DAYS, st.integers(0, 24), st.integers(0, 900), st.integers(0, 365))
def test_with_an_age_alone_every_birthday_that_it_allows_is_allowed_for(asked, years, later, into):
    """Whoever was so old when they asked: how old she is on the day lies between the two."""
    born = birthday_before(asked, years) - timedelta(days=into)
    day = asked + timedelta(days=later)
    she = Coming(name="Amara", day=day, age=years, asked_on=asked)
    youngest, oldest = she.ages()
    if born <= asked and london.age(born, asked) == years:
        assert youngest <= london.age(born, day) <= oldest
    assert oldest - youngest <= 1


def birthday_before(asked: date, years: int) -> date:
    try:
        return asked.replace(year=asked.year - years)
    except ValueError:
        return date(asked.year - years, 2, 28)


def test_an_age_that_may_be_either_asks_for_the_birthday():
    she = amara(born=None, age=10, asked_on=DAY - timedelta(days=40))
    (found,) = rules.of_certificate(she, paper(), here=0)
    assert not found.hard
    assert found.words.endswith("Amara is 10 or 11: ask for the birthday.")


def test_what_nobody_has_said_is_asked():
    (found,) = rules.of_certificate(amara(born=None), paper(), here=0)
    assert (found.code, found.hard) == ("certificate-age-unknown", False)


@pytest.mark.parametrize(
    ("change", "here", "code"),
    [
        ({"sexes": "male"}, 0, "certificate-sex"),
        ({"places": 3}, 3, "certificate-places"),
        ({"kinds": ["EBD"]}, 0, "certificate-kinds"),
        ({"emergencies": False}, 0, "certificate-emergency"),
    ],
)
def test_each_condition_is_hard(change, here, code):
    she = amara(sex="female", needs=("learning_disability",), emergency=True)
    (found,) = rules.of_certificate(she, paper(**change), here=here)
    assert (found.code, found.hard) == (code, True)


def test_a_certificate_that_names_no_kinds_forbids_none():
    assert rules.of_certificate(amara(needs=("learning_disability",)), paper(), here=0) == []


def test_the_purpose_is_weighed_and_never_hard():
    she = amara(needs=("fire", "school", "missing"))
    found = rules.of_purpose(she, paper(age_from=14, not_met=["fire"], meets=["school"]))
    assert codes(found) == {"purpose-age", "purpose-needs", "purpose-silent"}
    assert not any(finding.hard for finding in found)


def test_without_papers_nobody_can_say():
    assert codes(rules.of_certificate(amara(), None, here=0)) == {"no-certificate"}
    assert codes(rules.of_purpose(amara(), None)) == {"no-purpose"}


MORGAN = Living("m", "Morgan", date(2007, 1, 1), date(2023, 1, 1))
WREN = Living("w", "Wren", date(2012, 1, 1), date(2025, 1, 1))


def test_an_adult_who_lives_here_is_said():
    (found,) = rules.with_adults(amara(), [MORGAN, WREN])
    assert "Morgan (19) is an adult and lives here" in found.words
    assert rules.with_adults(amara(), [WREN]) == []


def test_the_register_against_both_papers():
    """L5: nineteen years old in a home for 11 to 17, and who came at the right age is silent."""
    found = rules.of_register([MORGAN, WREN], paper(), paper(), DAY)
    assert [f.words for f in found] == [
        "Our statement of purpose says 11 to 17. Morgan is 19 and lives here."
    ]
    (many,) = rules.of_register([WREN, WREN], paper(places=1), None, DAY)
    assert (many.code, many.hard) == ("register-places", True)


def test_who_came_too_young_is_said_as_a_condition():
    ash = Living("a", "Ash", date(2016, 1, 1), date(2026, 1, 1))
    found = rules.of_register([ash], paper(), None, DAY)
    assert [(f.code, f.hard) for f in found] == [("register-age", True)]
