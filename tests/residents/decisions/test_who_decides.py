""" "Can he go to a sleepover?" in two taps, with the number of whom to ask."""

from datetime import date

from django.urls import reverse

from residents.decisions.models import Decision
from tests.residents.records import make


def decide(cast, question, who, **fields):
    fields = {"since": "2026-11-01", "evidence": "Placement plan, page 4"} | fields
    return make("decision", child=cast.kai, by=cast.sam, question=question, who=who, **fields)


def page(cast, as_user, who="cara") -> str:
    url = reverse("who-decides-list", args=[cast.kai.pk])
    return as_user(getattr(cast, who)).get(url).content.decode()


def person(cast, name, who, **fields):
    return make("importantperson", child=cast.kai, by=cast.sam, name=name, who=who, **fields)


def test_what_is_not_known_says_so_and_rings_the_social_worker(cast, as_user):
    person(cast, "Femi Alade", "social_worker", phone="01632 960123")
    decide(cast, "haircut", "child")
    found = page(cast, as_user)
    assert "Kai decides" in found
    unknown = found[found.index("Not known: ask the social worker") :]
    assert "tel:+441632960123" in unknown
    for question in Decision.Question:
        if question not in (Decision.Question.HAIRCUT, Decision.Question.OTHER):
            assert question.label in unknown.replace("&#x27;", "'")
    assert "A haircut" not in unknown


def test_the_newest_answer_stands_and_the_older_one_is_kept(cast, as_user):
    decide(cast, "sleepover", "social_worker", since="2026-01-01")
    decide(cast, "sleepover", "home", since="2026-06-01")
    found = page(cast, as_user)
    assert "We decide here" in found and "The social worker decides" not in found
    assert Decision.objects.standing().count() == 2


def test_two_other_questions_do_not_hide_each_other(cast, as_user):
    decide(cast, "other", "home", other_words="A hamster")
    decide(cast, "other", "parent", other_words="Dyed hair")
    found = page(cast, as_user)
    assert "A hamster" in found and "Dyed hair" in found


def test_whom_to_ask_is_one_tap_with_what_is_not_allowed(cast, as_user):
    person(cast, "Siobhan Doyle", "mum", phone="07700 900111", limits="Only after six.")
    nurse = person(cast, "Nurse Ola", "health", phone="01632 960555")
    decide(cast, "jab", "parent")
    decide(cast, "treatment", "social_worker", person=nurse.pk)
    found = page(cast, as_user)
    assert "tel:+447700900111" in found and "Only after six." in found
    assert "tel:+441632960555" in found


def test_a_person_of_another_child_cannot_be_named(cast, as_user):
    other = make("importantperson", child=cast.mia, by=cast.sam, name="Not his", who="friend")
    body = {"question": "jab", "who": "home", "since": "2026-11-01", "evidence": "x"}
    url = reverse("who-decides-new", args=[cast.kai.pk])
    answer = as_user(cast.sam).post(url, body | {"person": str(other.pk)})
    assert answer.status_code == 422


def test_the_answer_says_since_when_and_on_which_paper(cast, as_user):
    decide(cast, "school_trip", "home", evidence_on="2026-10-03")
    found = page(cast, as_user)
    assert "Since Sun 1 Nov 2026" in found
    assert "Placement plan, page 4, Sat 3 Oct 2026" in found
    assert Decision.objects.get().evidence_on == date(2026, 10, 3)


def test_an_answer_that_holds_from_another_day_does_not_stand_yet(cast, as_user):
    decide(cast, "sleepover", "social_worker", since="2026-01-01")
    decide(cast, "sleepover", "home", since="2099-06-01")
    found = page(cast, as_user)
    now, later = found.index("The social worker decides"), found.index("From Mon 1 Jun 2099")
    assert now < later
    assert found.count("We decide here") == 1
