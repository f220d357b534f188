"""The rules, pure: a child who may come, and those who live here, held against the certificate and
the statement of purpose. `paper` is either of the two, or whatever has their columns."""

from datetime import date

from cura.lib import london
from cura.lib.words import listed, plural
from placements.fit.coming import GROWN, Coming, Living
from placements.fit.finding import Finding
from placements.needs.needs import needs, titles

CERTIFICATE, PURPOSE = "Ofsted's certificate", "Our statement of purpose"
SAYS = {"female": "girls only", "male": "boys only"}
NO_CERTIFICATE = Finding(
    "no-certificate",
    "No signed certificate of registration stands here. Nobody can check against it.",
)


def of_certificate(she: Coming, paper, *, here: int) -> list[Finding]:
    """`here`: how many will live here on that day without her."""
    if paper is None:
        return [NO_CERTIFICATE]
    found = [_age(she, paper, CERTIFICATE, hard=True), _sex(she, paper, CERTIFICATE, hard=True)]
    found += of_places(she, paper.places, CERTIFICATE, here=here)
    found.append(_kinds(she, paper))
    if she.emergency and not paper.emergencies:
        words = f"{CERTIFICATE} does not allow a child to come in an emergency."
        found.append(Finding("certificate-emergency", words, hard=True))
    return [finding for finding in found if finding]


def of_places(she: Coming, places: int, says: str, *, here: int) -> list[Finding]:
    """Nobody may live here beyond the number (CSA 2000 s. 24)."""
    if here < places:
        return []
    living = plural(here, "child lives or is to live", "children live or are to live")
    words = f"{says} is for {places} at most. {living.capitalize()} here then, without {she.name}."
    return [Finding("certificate-places", words, hard=True)]


def of_purpose(she: Coming, paper) -> list[Finding]:
    if paper is None:
        words = "No signed statement of purpose stands here as data. Nobody can check against it."
        return [Finding("no-purpose", words)]
    found = [_age(she, paper, PURPOSE, hard=False), _sex(she, paper, PURPOSE, hard=False)]
    if cannot := [code for code in she.needs if code in paper.not_met]:
        words = f"{PURPOSE} says that we cannot meet: {titles(cannot)}."
        found.append(Finding("purpose-needs", words))
    if new := [code for code in she.needs if code not in (*paper.not_met, *paper.meets)]:
        words = f"{PURPOSE} says nothing of: {titles(new)}. Can we do it, and how?"
        found.append(Finding("purpose-silent", words))
    if she.emergency and not paper.emergencies:
        words = f"{PURPOSE} says that nobody comes in an emergency."
        found.append(Finding("purpose-emergency", words))
    return [finding for finding in found if finding]


def with_adults(she: Coming, living: list[Living]) -> list[Finding]:
    """Adults and children under one roof: said each time, for all that they share."""
    grown = [p for p in living if london.age(p.born, she.day) >= GROWN]
    ages = she.ages()
    if not grown or (ages and ages[0] >= GROWN):
        return []
    who = listed(f"{p.name} ({london.age(p.born, she.day)})" for p in grown)
    verb = "is an adult and lives" if len(grown) == 1 else "are adults and live"
    words = f"{who} {verb} here. Look at what that means for {she.name}, and for them."
    return [Finding("adult-lives-here", words, child_id=grown[0].pk)]


def _age(she: Coming, paper, whose: str, *, hard: bool) -> Finding | None:
    code = "certificate-age" if hard else "purpose-age"
    says = f"{whose} says {paper.ages} on the day she comes."
    ages = she.ages()
    if ages is None:
        return Finding(f"{code}-unknown", f"{says} We do not know how old {she.name} is.")
    youngest, oldest = ages
    if paper.age_from <= youngest and oldest <= paper.age_to:
        return None
    if oldest < paper.age_from or youngest > paper.age_to:
        years = str(youngest) if youngest == oldest else f"{youngest} or {oldest}"
        return Finding(code, f"{says} {_start(she.name)} is {years}.", hard=hard)
    return Finding(
        f"{code}-unknown",
        f"{says} {_start(she.name)} is {youngest} or {oldest}: ask for the birthday.",
    )


def _start(name: str) -> str:
    return name[:1].upper() + name[1:]


def _sex(she: Coming, paper, whose: str, *, hard: bool) -> Finding | None:
    code = "certificate-sex" if hard else "purpose-sex"
    if paper.sexes == "any" or she.sex == paper.sexes:
        return None
    says = f"{whose} says {SAYS[paper.sexes]}."
    if not she.sex:
        return Finding(f"{code}-unknown", f"{says} Nobody has said whether {she.name} is.")
    return Finding(code, f"{says} {_start(she.name)} is not.", hard=hard)


def _kinds(she: Coming, paper) -> Finding | None:
    """Only when the certificate names kinds of need at all."""
    known = needs()
    asked = [c for c in she.needs if c in known and known[c].certificate]
    missing = [c for c in asked if known[c].certificate not in paper.kinds]
    if not paper.kinds or not missing:
        return None
    words = f"{CERTIFICATE} does not name what {she.name} needs: {titles(missing)}."
    return Finding("certificate-kinds", words, hard=True)


def of_register(living: list[Living], certificate, purpose, day: date) -> list[Finding]:
    """Those who live here now, held against both papers (N11). The ages are those of admission; an
    adult is named for the statement of purpose, whoever was younger on the day of coming."""
    found = []
    if certificate and len(living) > certificate.places:
        words = f"{CERTIFICATE} is for {certificate.places} at most, and {len(living)} live here."
        found.append(Finding("register-places", words, hard=True))
    for person in living:
        found += _of_one(person, certificate, purpose, day)
    return found


def _of_one(person: Living, certificate, purpose, day: date) -> list[Finding]:
    came, now = london.age(person.born, person.came), london.age(person.born, day)
    found = []
    if certificate and not certificate.age_from <= came <= certificate.age_to:
        words = (
            f"{CERTIFICATE} says {certificate.ages} on the day of coming. {person.name} was {came}."
        )
        found.append(Finding("register-age", words, hard=True, child_id=person.pk))
    if certificate and person.sex and certificate.sexes not in ("any", person.sex):
        words = f"{CERTIFICATE} says {SAYS[certificate.sexes]}. {person.name} is not."
        found.append(Finding("register-sex", words, hard=True, child_id=person.pk))
    if purpose and now > max(purpose.age_to, GROWN - 1):
        words = f"{PURPOSE} says {purpose.ages}. {person.name} is {now} and lives here."
        found.append(Finding("register-purpose-age", words, child_id=person.pk))
    elif purpose and not purpose.age_from <= came <= purpose.age_to:
        words = f"{PURPOSE} says {purpose.ages} on the day of coming. {person.name} was {came}."
        found.append(Finding("register-purpose-age", words, child_id=person.pk))
    return found
