"""What the log's short names mean."""

WORDS = {
    "record.created": "wrote",
    "record.edited": "changed",
    "record.signed": "signed",
    "record.taken": "took",
    "record.amended": "added words to",
    "record.returned": "asked for more of",
    "record.void": "set aside",
    "record.detail": "read",
    "record.list": "read the list of",
    "record.history": "read the history of",
    "record.print": "printed",
    "record.edit": "opened to change",
    "record.step": "opened to sign or add to",
    "file.added": "added a file to",
    "file.read": "opened a file of",
    "record.bundled": "put into a bundle",
    "period.print": "printed some days of",
    "bundle.asked": "asked for",
    "bundle.issued": "was given",
    "bundle.stopped": "did not finish",
    "bundle.fetched": "fetched",
    "child.read": "read the page of",
    "child.changed": "changed the page of",
    "child.welcomed": "welcomed",
    "child.moved": "moved",
    "child.left": "wrote the leaving of",
    "child.came-back": "wrote the coming back of",
    "diary.read": "read the diary of",
    "house.now": "looked at",
    "today.read": "looked at Today of",
    "log.read": "read the log of",
    "log.check-asked": "asked for a check of",
    "find": "searched",
    "role.given": "gave a role",
    "role.ended": "ended a role",
    "person.added": "added",
    "policy.set": "set how often things are done at",
}


def action_words(action: str) -> str:
    """In words; what has none is said as it stands, with spaces."""
    return WORDS.get(action, action.replace(".", " ").replace("-", " "))
