"""The kinds of visit, as data. A new one is a line here."""

from dataclasses import dataclass

from residents.people.models import ImportantPerson

Who = ImportantPerson.Who


@dataclass(frozen=True, kw_only=True)
class Kind:
    """`who`: whom of her people it usually is. `alone`: she should be seen without us, so the page
    asks. `goes`: she goes there; else they come."""

    key: str
    title: str
    icon: str
    who: tuple[str, ...] = ()
    alone: bool = False
    goes: bool = False


KINDS = (
    Kind(
        key="social_worker", title="Social worker", icon="person-badge",
        who=(Who.SOCIAL_WORKER,), alone=True,
    ),
    Kind(
        key="iro", title="Reviewing officer (IRO)", icon="person-check", who=(Who.IRO,),
        alone=True,
    ),
    Kind(
        key="independent", title="Independent visitor", icon="person-heart", who=(Who.VISITOR,),
        alone=True,
    ),
    Kind(key="advocate", title="Advocate", icon="megaphone", who=(Who.ADVOCATE,), alone=True),
    Kind(key="health", title="Health assessment", icon="clipboard2-heart", who=(Who.HEALTH,)),
    Kind(key="gp", title="GP", icon="hospital", who=(Who.GP,), goes=True),
    Kind(key="dentist", title="Dentist", icon="emoji-smile", who=(Who.DENTIST,), goes=True),
    Kind(key="optician", title="Optician", icon="eye", who=(Who.OPTICIAN,), goes=True),
    Kind(key="camhs", title="CAMHS", icon="chat-heart", who=(Who.HEALTH,), alone=True, goes=True),
    Kind(key="ehc", title="Yearly review of the EHC plan", icon="backpack", who=(Who.SCHOOL,)),
    Kind(key="pep", title="Education plan (PEP) meeting", icon="book", who=(Who.VIRTUAL_SCHOOL,)),
    Kind(
        key="youth_justice", title="Youth justice", icon="signpost",
        who=(Who.YOUTH_JUSTICE,), alone=True,
    ),
    Kind(key="conference", title="Child protection conference", icon="people", goes=True),
    Kind(key="other", title="Somebody else", icon="person-walking"),
)  # fmt: skip
BY_KEY = {kind.key: kind for kind in KINDS}
CHOICES = tuple((kind.key, kind.title) for kind in KINDS)
