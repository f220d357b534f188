"""The findings of the gate as words for a page, with what this person may do about each."""

from cura.core.accounts import access
from cura.core.permissions import Permission as P
from cura.lib import london
from placements.gate.finding import Blocks, Lifts
from placements.gate.reading import Answered, answered, may_lift

WHO = {
    Lifts.NOBODY: "Nobody can pass over this.",
    Lifts.MANAGER: "A manager can say yes all the same, with a reason.",
    Lifts.RI: "Only the responsible individual can say yes all the same, with a reason.",
}


def cards(referral, more: list[Blocks], user, now) -> list[dict]:
    """What is open stands first. `more` are findings of the admission itself."""
    found = [*answered(referral, now), *(Answered(each, None) for each in more)]
    shown = [_card(each, referral, user, now) for each in found]
    return _once(sorted(shown, key=lambda card: not card["open"]))


def _once(shown: list[dict]) -> list[dict]:
    """One way to settle several things is offered once, under the last of those it settles."""
    last = {(card["url"], card["lifts"]): place for place, card in enumerate(shown) if card["open"]}
    for place, card in enumerate(shown):
        if card["open"] and place != last[card["url"], card["lifts"]] and card["url"]:
            card |= {"url": "", "lifts": ""}
    return shown


def _card(each: Answered, referral, user, now) -> dict:
    finding = each.finding
    may_write = access.has(user, P.PLACEMENT_WRITE, referral.home)
    return {
        "key": finding.key,
        "words": finding.words,
        "lifts": finding.lifts,
        "who": WHO[finding.who],
        "open": each.open,
        "hard": finding.hard,
        "said": _said(each, now),
        "url": finding.url if may_write else "",
        "url_words": finding.url_words,
        "may_lift": each.open and may_lift(user, finding, referral.home, now),
    }


def _said(each: Answered, now) -> str:
    row = each.override
    if row is None or each.open:
        return ""
    return f"{row.by.name} said yes all the same, {london.short(row.at, now)}: {row.why}"
