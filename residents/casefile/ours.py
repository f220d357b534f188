"""The paragraphs that records of this app answer."""

from django.urls import reverse

from cura.lib import london
from cura.lib.words import listed
from residents.alerts.models import Alert
from residents.casefile.paras import Answer, Para
from residents.familytime.models import FamilyTime
from residents.identity.reading import latest
from residents.people.models import ImportantPerson

Who = ImportantPerson.Who
MOST = 6


def _facts(child) -> str:
    return reverse("child-change", args=[child.pk])


def names(child, user, now):
    said = [child.full_name, f"called {child.called}" if child.called else ""]
    return Answer(listed(w for w in said if w), _facts(child))


def born_and_sex(child, user, now):
    sex = child.get_sex_display()
    text = f"{london.day_words(child.born)}, {sex.lower()}" if sex else ""
    return Answer(text, _facts(child))


def religion(child, user, now):
    page = latest(child, user)
    return Answer(child.religion or (page.faith if page else ""), _facts(child))


def background(child, user, now):
    page = latest(child, user)
    said = [child.background, page.language if page else ""]
    return Answer(listed(w for w in said if w), _facts(child))


def came_from(child, user, now):
    return Answer(child.came_from, _facts(child))


def legal_status(child, user, now):
    since = f", looked after since {london.day_words(child.looked_after_on)}" if (
        child.looked_after_on
    ) else ""  # fmt: skip
    status = child.get_legal_status_display()
    return Answer(f"{status}{since}" if status else "", _facts(child))


def _people(child, user, *who) -> list[ImportantPerson]:
    rows = ImportantPerson.objects.visible_to(user).standing()
    rows = rows.filter(child=child, ended_at=None, who__in=who)
    return list(rows.order_by("place_in_list", "name")[:MOST])


def person(*who: str, full: bool = False):
    """Those in her life of one of these kinds: name and phone, `full`: address and religion too."""

    def ask(child, user, now):
        found = _people(child, user, *who)
        said = [_said(each, full) for each in found]
        return Answer("; ".join(said), reverse("people-list", args=[child.pk]))

    return ask


def _said(each: ImportantPerson, full: bool) -> str:
    facts = [each.name, each.role, each.phone]
    facts += [each.address, each.religion] if full else []
    return ", ".join(" ".join(fact.split()) for fact in facts if fact)


def authority(child, user, now):
    """The council, and whom one asks there."""
    found = _people(child, user, Who.SOCIAL_WORKER, Who.OUT_OF_HOURS)
    said = [child.authority, *(_said(each, False) for each in found)]
    return Answer("; ".join(w for w in said if w) if child.authority else "", _facts(child))


def employer(child, user, now):
    """Only of those who have one."""
    found = _people(child, user, Who.EMPLOYER)
    if not found:
        return None
    return Answer("; ".join(_said(e, True) for e in found), reverse("people-list", args=[child.pk]))


def allergies(child, user, now):
    """Alerts that stand: allergies are among them. "None known" is an alert of its own kind."""
    rows = Alert.objects.visible_to(user).standing().filter(child=child, ended_at=None)
    words = [alert.words for alert in rows.order_by("tone", "id")[:MOST]]
    return Answer("; ".join(words), reverse("alerts-list", args=[child.pk]))


def contact(child, user, now):
    rows = FamilyTime.objects.visible_to(user).standing().filter(child=child, ended_at=None)
    said = [f"{row}: {row.how_often}" for row in rows.select_related("person")[:MOST]]
    return Answer("; ".join(said), reverse("family-time-list", args=[child.pk]))


OURS = (
    Para(number=1, title="Names", ask=names),
    Para(number=2, title="Date of birth and sex", ask=born_and_sex),
    Para(number=3, title="Religion", ask=religion),
    Para(number=4, title="Ethnic, cultural and language background", ask=background),
    Para(number=5, title="Address before coming here", ask=came_from),
    Para(number=8, title="The law under which the child lives here", ask=legal_status),
    Para(number=9, title="The placing council, and whom to ask there", ask=authority),
    Para(number=10, title="Parents: name, address, phone, religion",
         ask=person(Who.MUM, Who.DAD, full=True)),
    Para(number=11, title="The social worker", ask=person(Who.SOCIAL_WORKER)),
    Para(number=12, title="School or college, and its designated teacher", ask=person(Who.SCHOOL)),
    Para(number=13, title="Employer", ask=employer),
    Para(number=14, title="GP", ask=person(Who.GP), checked=False),
    Para(number=15, title="Dentist", ask=person(Who.DENTIST), checked=False),
    Para(number=16, title="Allergies and what everybody must know", ask=allergies, checked=False),
    Para(number=20, title="Family time, and its limits", ask=contact, checked=False),
)  # fmt: skip
