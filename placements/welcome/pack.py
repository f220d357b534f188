"""The welcome pack: printed for one child on one evening, in words that a nine-year-old reads."""

from cura.core.accounts.duty import on_shift
from cura.core.accounts.home import HomeSettings
from cura.core.attachments import store
from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.ui.icons import icon
from placements.welcome.models import COMFORT, ROOMS, HomeMap, OwnPhoto, WelcomeWords
from residents.child.models import Child
from residents.people.models import ImportantPerson

GREEN = "#2C6A5F"  # WeasyPrint knows no currentColor
MOST = 6
OFSTED = "0300 123 1231"
CHILDLINE = "Childline. Free. You need not say your name."
DAY = (
    ("door-open", "You come in. One adult meets you."),
    ("key", "You see your room. It is yours."),
    ("cup-hot", "You eat and drink what you like."),
    ("lightbulb", "You choose your light and your door."),
    ("moon-stars", "You sleep. An adult is here all night."),
    ("sun", "We wake you the way you chose."),
    ("egg-fried", "Breakfast. You choose what."),
    ("people", "You can meet the others. Only if you want to."),
)


def _pictures() -> list[dict]:
    return [
        {"number": number, "icon": icon(name, fill=GREEN, css="day-icon"), "words": words}
        for number, (name, words) in enumerate(DAY, 1)
    ]


def _adults(record, now) -> list[tuple]:
    """(person, what she is to the child): who opens the door, who else is on tonight, and the key
    worker, who may only come tomorrow; each once."""
    kept = [row.person for row in record.keepers.select_related("person")][-1:]
    here = {p.pk: p for p in (*kept, *on_shift(record.home, max(now, record.happened_at)))}
    key = record.child.key_worker
    found = [(p, "Your key worker" if p == key else "") for p in here.values()][:MOST]
    if key and key.pk not in here:
        found.append((key, "Your key worker. You meet soon."))
    return found


def _faces(record, now, pictures: dict) -> list[dict]:
    adults = _adults(record, now)
    rows = OwnPhoto.objects.filter(user__in=[person.pk for person, _ in adults])
    photos = {photo.user_id: photo for photo in rows}
    return [
        {
            "name": person.first_name,
            "line": person.line,
            "picture": _face(photos.get(person.pk), number, pictures),
            "initial": person.first_name[:1],
            "about": about,
        }
        for number, (person, about) in enumerate(adults)
    ]


def _face(photo: OwnPhoto | None, number: int, pictures: dict) -> str:
    """The name by which the page shows it, "" without one."""
    if photo is None:
        return ""
    name = f"face-{number}.jpg"
    pictures[name] = store.get(photo.thumb_sha256)
    return name


def _others(record) -> list[str]:
    """First names of those who live here and said yes, as each said it last."""
    said = {row.child_id: row.agrees for row in record.named.order_by("written_at", "id")}
    yes = [child for child, agrees in said.items() if agrees]
    living = Child.objects.living_in(record.home).filter(pk__in=yes).exclude(pk=record.child_id)
    return [child.name for child in living]


def _phones(record, by, settings) -> list[dict]:
    rows = ImportantPerson.objects.visible_to(by).standing()
    rows = rows.filter(child=record.child_id, who=ImportantPerson.Who.SOCIAL_WORKER, ended_at=None)
    worker = rows.exclude(phone="").first()
    found = [
        ("Us, day and night", record.home.phone),
        (f"{worker.name}, your social worker" if worker else "", worker.phone if worker else ""),
        ("Your advocate. Only on your side.", settings.advocate if settings else ""),
        (
            "Childline. Free. You need not say your name.",
            settings.childline if settings else "0800 1111",
        ),
        ("Ofsted. They check that we are good to you.", OFSTED),
    ]
    return [{"who": who, "number": number} for who, number in found if number]


def _rooms(words: str) -> list[dict]:
    found = []
    for line in filter(None, map(str.strip, words.splitlines())):
        room, _, about = line.partition(":")
        found.append({"room": room.strip(), "about": about.strip()})
    return found


def _map(home, pictures: dict) -> str:
    last = HomeMap.objects.filter(home=home).order_by("-at", "-id").first()
    if last is None:
        return ""
    name = "map.png" if last.mime == "image/png" else "map.jpg"
    pictures[name] = store.get(last.sha256)
    return name


def context(*, record, by, now) -> dict:
    pictures: dict[str, bytes] = {}
    words = WelcomeWords.objects.filter(home=record.home_id).first()
    settings = HomeSettings.objects.filter(home=record.home_id).first()
    return {
        "heading": f"Welcome, {record.child.name}",
        "home": record.home.name,
        "faces": _faces(record, now, pictures),
        "day": _pictures(),
        "map": _map(record.home_id, pictures),
        "rooms": _rooms(words.rooms if words else ROOMS),
        "comfort": words.comfort if words else COMFORT,
        "others": _others(record),
        "phones": _phones(record, by, settings),
        "attachments": pictures,
    }


PACK = Document(
    key="welcome", title="Welcome pack (PDF)", template="documents/welcome.html",
    context=context, permission=P.DAILY_WRITE,
    filename=lambda record: f"welcome-{record.child.name.lower()}",
)  # fmt: skip
