"""What does not fit (certificate, statement of purpose), as findings of the gate."""

from collections.abc import Callable

from placements.gate.finding import Blocks, Lifts

CERTIFICATE = "Only a newer signed certificate of registration lifts it."
BY_NAME = "It is settled, or a manager says yes all the same."
# A paper that is not in Cura yet says nothing against a child: the referral's page says that it is
# missing. It never keeps somebody out at night.
NOT_HERE = ("no-certificate", "no-purpose")


def weighed(ask: Callable) -> Callable:
    """A source of the gate from `ask(referral, now)`, which gives findings with a code, words and
    whether they are hard: a condition of the registration, which nobody here can set aside."""

    def source(referral, now) -> list[Blocks]:
        return [_blocks(found) for found in ask(referral, now) if found.code not in NOT_HERE]

    return source


def _blocks(finding) -> Blocks:
    about = getattr(finding, "child_id", None)
    return Blocks(
        key=f"fit/{finding.code}/{about or ''}",
        words=finding.words,
        lifts=CERTIFICATE if finding.hard else BY_NAME,
        who=Lifts.NOBODY if finding.hard else Lifts.MANAGER,
    )
