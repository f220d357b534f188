from residents.visitors.models import Visitor

LOOKED_AT = 80
KNOWN = 8
HERE = 30


def of_home(home, user):
    rows = Visitor.objects.visible_to(user).standing().filter(home=home)
    return rows.select_related("child", "staff")


def here_now(home, user) -> list[Visitor]:
    """Who has come and not left, the last first."""
    return list(of_home(home, user).filter(left_at=None).order_by("-happened_at")[:HERE])


def known(home, user) -> list[Visitor]:
    """The last visit of each person who comes here, but for those who are here now."""
    found: dict[tuple, Visitor] = {}
    for visitor in of_home(home, user).order_by("-happened_at")[:LOOKED_AT]:
        found.setdefault((visitor.name.casefold(), visitor.come_from.casefold()), visitor)
    return [v for v in found.values() if v.left_at][:KNOWN]
