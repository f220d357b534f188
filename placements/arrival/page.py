"""The phone list as its template shows it: ready text."""

from django.urls import reverse

from cura.core.accounts.duty import on_shift
from cura.core.permissions import Permission as P
from cura.lib import london
from cura.lib.words import listed
from placements.arrival import reading
from placements.arrival.asks import ASKS
from placements.arrival.draft import night_words, told_words
from placements.arrival.hours import BLOCKS, CHOICES, Block, Step, begun, named
from placements.arrival.models import FirstDay, FirstDayLine
from placements.arrival.reading import Standing
from residents.child.models import Child
from residents.child.rights import holds

MOST = 8


class Page:
    """`wrong`: (key of a step, its form as it was sent) when something was missing."""

    def __init__(self, standing: Standing, user, may_write: bool, wrong=("", None)):
        self.standing, self.user, self.may_write = standing, user, may_write
        self.wrong = dict([wrong])
        self.first_day, self.name, self.now = standing.first_day, standing.name, standing.now

    def context(self) -> dict:
        next_step = self.standing.next_step()
        return {
            "record": self.first_day,
            "name": self.name,
            "since": self.standing.since(),
            "next": self.step(next_step) if next_step else None,
            "blocks": [self.block(block, next_step) for block in BLOCKS],
            "keeping": self.keeping(),
            "chosen": self.chosen(),
            "called_url": self._called_url(),
            "others": self.others(),
            "heard": [_heard(row, self.now) for row in reading.heard(self.first_day)],
            "problems": self._problems(next_step),
            "may_write": self.may_write,
            "report_url": reverse("first-days-detail", args=[self.first_day.pk]),
            "pack_url": self._pack_url(),
            "heard_url": reverse("first-day-heard", args=[self.first_day.pk]),
        }

    def _problems(self, next_step: Step | None) -> list[dict]:
        """What is missing at a step, as the summary at the top says it."""
        found = []
        for key, form in self.wrong.items():
            href = "#next" if next_step and key == next_step.key else f"#step-{key}"
            errors = form.errors.values() if form is not None else ()
            found += [{"text": words, "href": href} for each in errors for words in each]
        return found

    def _pack_url(self) -> str:
        return f"{reverse('first-days-print', args=[self.first_day.pk])}?as=welcome"

    def block(self, block: Block, next_step: Step | None) -> dict:
        here = begun(self.first_day.happened_at, self.now)
        wrong = any(step.key in self.wrong for step in block.steps)
        return {
            "key": block.key,
            "title": named(block.title, self.name),
            "count": self.standing.count(block),
            "open": wrong or block == here[-1] or bool(next_step and next_step in block.steps),
            "steps": [self.step(step, is_next=step == next_step) for step in block.steps],
        }

    def step(self, step: Step, is_next: bool = False) -> dict:
        line = self.standing.by_step.get(step.key)
        shown = {
            "key": step.key,
            "title": named(step.title, self.name),
            "hint": named(step.hint, self.name),
            "template": ASKS[step.ask].template,
            "form": self.wrong.get(step.key),
            "done": self.standing.is_done(step),
            "is_next": is_next,
            "line": self._line(line) if line else None,
            "proof": self._proof(step),
            "earlier": self._earlier(step, line),
            "link": self._link(step),
        }
        if step.ask == "told":
            shown |= {
                "how": FirstDayLine.How.choices,
                "understood": FirstDayLine.Understood.choices,
            }
        return shown

    def _line(self, line: FirstDayLine) -> dict:
        return {
            "pk": line.pk,
            "done": line.state == reading.DONE,
            "about": f"{line.by.first_name}, {london.short(line.at, self.now)}",
            "words": line.words,
            "told": told_words(line) if line.how else "",
            "again": line.understood in reading.NOT_UNDERSTOOD,
        }

    def _earlier(self, step: Step, line: FirstDayLine | None) -> list[str]:
        """What others wrote at this step before: nothing that was kept is out of sight."""
        rows = [row for row in self.standing.written if row.step == step.key and row != line]
        return [
            f"{row.by.first_name}, {london.short(row.at, self.now)}: "
            f"{row.words or row.get_state_display()}"
            for row in rows
            if row.state != reading.NOT_YET
        ]

    def _proof(self, step: Step) -> str:
        """The words of what was written elsewhere."""
        if step.key not in self.standing.proved:
            return ""
        if step.ask == "night":
            return night_words(self.standing.plan)
        return "Signed." if step.ask == "report" else "Heard, and written below."

    def _link(self, step: Step) -> dict | None:
        """Where a step is done that is not done here."""
        links = {
            "night": ("Agree it and write it", self._new("night-check-plans")),
            "heard": ("Write what they said", reverse("first-day-heard", args=[self.first_day.pk])),
            "report": self._report_link(),
        }
        if step.key == "pack":
            return {"words": "Print the welcome pack", "url": self._pack_url()}
        if step.ask not in links or step.key in self.standing.proved:
            return None
        words, url = links[step.ask]
        return {"words": words, "url": url}

    def _report_link(self) -> tuple[str, str]:
        pk = self.first_day.pk
        if self.first_day.is_written():
            return "Read and sign the report", reverse("first-days-detail", args=[pk])
        return "Write the report", reverse("first-days-edit", args=[pk])

    def _new(self, slug: str) -> str:
        return reverse(f"{slug}-new", args=[self.first_day.child_id])

    def keeping(self) -> dict:
        """Who has it, who had it, and to whom it can go with one tap."""
        kept = self.standing.keepers
        holder = self.standing.keeper
        team = {p.pk: p for p in (self.user, *on_shift(self.first_day.home, self.now))}
        key = self.first_day.child.key_worker
        offered = [p for p in team.values() if p != holder]
        offered.sort(key=lambda person: (person != key, person != self.user, person.name))
        return {
            "who": holder.first_name if holder else "Nobody",
            "mine": holder == self.user,
            "history": listed(
                f"{row.person.first_name} from {london.short(row.written_at, self.now)}"
                for row in kept
            ),
            "offered": [self._offer(person, key) for person in offered[:MOST]],
            "key_words": self._key_words(key) if key in offered else "",
        }

    def _key_words(self, key) -> str:
        if key == self.user:
            return "You are the key worker. It becomes yours with one tap."
        return f"{key.first_name}, the key worker, is on duty."

    def _offer(self, person, key) -> dict:
        words = "I take it" if person == self.user else f"Hand over to {person.first_name}"
        return {"pk": person.pk, "words": words, "is_key": person == key}

    def chosen(self) -> list[dict]:
        """What she chose, in her words."""
        found = [(step, self.standing.by_step.get(step.key)) for step in CHOICES]
        return [
            {"about": step.chosen, "words": line.words, "who": line.by.first_name}
            for step, line in found
            if line and line.state == reading.DONE
        ]

    def _called_url(self) -> str:
        """Where the chosen name is put on the child's pages, for who may: until it stands there."""
        child, line = self.first_day.child, self.standing.by_step.get("called")
        if line is None or child.called or not holds(self.user, P.CHILD_WRITE, child):
            return ""
        return reverse("child-change", args=[child.pk])

    def others(self) -> list[dict]:
        """Those who live here, and whether each said that her first name may stand in the pack."""
        said = reading.names_in_pack(self.first_day)
        rows = Child.objects.living_in(self.first_day.home).exclude(pk=self.first_day.child_id)
        words = {True: "Yes", False: "No", None: "Not asked yet"}
        return [
            {"pk": c.pk, "name": c.name, "says": words[said.get(c.pk)], "agrees": said.get(c.pk)}
            for c in rows[:MOST]
        ]


def _heard(row, now) -> dict:
    parts = (
        ("They were told", row.told),
        ("How it is for them", row.feelings),
        ("What worries them", row.worries),
        ("How they want to welcome", row.plans),
    )
    return {
        "title": row.get_when_display(),
        "about": f"{row.who} · {row.by.first_name}, {london.short(row.written_at, now)}",
        "parts": [{"label": label, "words": words} for label, words in parts if words],
    }


def of(record: FirstDay, user, now, may_write: bool, wrong=("", None)) -> dict:
    return Page(Standing(record, now), user, may_write, wrong).context()
