from residents.identity.models import AboutMe


def latest(child, user) -> AboutMe | None:
    """The page that stands now: the newest that was signed."""
    rows = AboutMe.objects.visible_to(user).standing().exclude(signed_at=None)
    return rows.filter(child=child).order_by("-happened_at", "-id").first()
