"""A kind of record, declared once. Six views, guards, audit, search, print and tests read this."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Model

from cura.core.documents.types import Document, WordDocument
from cura.core.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a list: its title and how a record says it, as ready text."""

    title: str
    of: Callable[[Model], str]
    status: bool = False  # shown as a pill
    words: bool = False  # what was written: on a phone it takes a line of its own, without a label
    tone: Callable[[Model], str] | None = None  # a pill that says how it stands: "ok", "warn"


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Lines of a record, each a row of its own table: `fk` names the way back to the record."""

    model: type[Model]
    form: type
    fk: str
    title: str
    least: int = 0
    extra: int = 1  # empty lines offered on a new record
    starting: Callable | None = None  # (subject, user, now) -> initial dicts, one a line


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A point after which its columns never change: `<key>_at`, `<key>_by`, and those of its form.

    The first moment of a record owns every column that no later one owns. `after` names the moment
    that must come before; `not_by` names who may not do it ("author", or an earlier moment);
    `proof` says what is enough: "session", "pin" (another person proves herself on this screen)
    or "fresh" (a sign-in of the last five minutes). `refuse(record=, by=, now=)` says in words why
    this person may not, beyond her permission, or "" (the law wants somebody who was not there).
    `then(record=, by=, now=)` writes what follows from reaching it, in the same transaction.
    """

    key: str
    title: str  # what the button says: "Sign"
    done: str  # what the page says afterwards: "Signed"
    permission: Permission
    form: type | None = None
    after: str | None = None
    not_by: tuple[str, ...] = ()
    proof: str = "session"
    with_save: bool = False  # "Save and sign" in one tap
    refuse: Callable[..., str] | None = None
    then: Callable | None = None

    @property
    def at(self) -> str:
        return f"{self.key}_at"

    @property
    def by(self) -> str:
        return f"{self.key}_by"


@dataclass(frozen=True, kw_only=True)
class Step:
    """One more thing that may be done to a record: permission, form, action, then back to it.

    `refuse` as in a Moment: who is refused is not offered the step; `do` must say so, too.
    """

    key: str
    title: str
    permission: Permission
    do: Callable  # do(record=, by=, values=, now=)
    form: type | None = None
    when: Callable[[Model], bool] = lambda record: True
    tone: str = ""
    proof: str = "session"
    whole: bool = True  # one transaction; False when `do` sends something out after its own
    refuse: Callable[..., str] | None = None


@dataclass(frozen=True, kw_only=True)
class Part:
    """A section that fewer people may see: a `RecordPart`, reached by `name` from the record."""

    model: type[Model]
    form: type
    name: str
    title: str


@dataclass(frozen=True, kw_only=True)
class RecordType:
    """All that is particular to one kind of record.

    A twentieth field needs three records that want it (the nineteenth, `after`, has them).
    """

    model: type[Model]
    form: type
    slug: str  # in addresses: "daily-notes"
    prefix: str  # two letters, for the reference that people say: "DN"
    title: str  # of lists: "Daily notes"
    scope: str  # what it hangs under: "child" or "home"
    columns: tuple[Column, ...]
    section: str = ""  # the group of the menu that offers it
    icon: str = "journal-text"
    preload: tuple[str, ...] = ()
    rows: tuple[Rows, ...] = ()
    moments: tuple[Moment, ...] = ()
    steps: tuple[Step, ...] = ()
    parts: tuple[Part, ...] = ()
    search: tuple[str, ...] = ()  # fields whose words are found
    documents: tuple[Document | WordDocument, ...] = ()
    views: dict[str, type] = field(default_factory=dict)
    files: int = 0  # how many files may be added
    # after(record=, by=, now=) writes what follows from a record that was made or changed, in the
    # same transaction, and once: a fault found by a check opens a defect.
    after: Callable | None = None

    @property
    def label(self) -> str:
        return self.model._meta.label_lower

    @property
    def one(self) -> str:
        return self.model._meta.verbose_name

    @property
    def first(self) -> Moment | None:
        return self.moments[0] if self.moments else None

    def url(self, verb: str) -> str:
        return f"{self.slug}-{verb}"

    def moment(self, key: str) -> Moment:
        return next(m for m in self.moments if m.key == key)

    def owned(self, moment: Moment) -> tuple[str, ...]:
        """The fields that a later moment owns: when, who, and what its form asks."""
        asked = tuple(moment.form._meta.fields) if moment.form else ()
        return (moment.at, moment.by, *asked)

    def later(self) -> tuple[str, ...]:
        """Fields that stay empty until a later moment writes them."""
        return tuple(name for m in self.moments[1:] for name in self.owned(m))
