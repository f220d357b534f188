"""What holds at a home on a day."""

from datetime import date

from placements.registration.models import Purpose, RegistrationCertificate


def certificate(home, day: date) -> RegistrationCertificate | None:
    return RegistrationCertificate.objects.in_force(home, day)


def purpose(home, day: date) -> Purpose | None:
    return Purpose.objects.in_force(home, day)


def places(home, day: date) -> int | None:
    """As the certificate says; None before there is one."""
    held = certificate(home, day)
    return held.places if held else None
