"""The report on paper, for whoever decides where the child will live: what each discipline found,
what shows it, who is late or missing, who disagrees, what we recommend."""

from cura.core.documents.types import Document
from cura.core.permissions import Permission as P
from cura.core.records import present, printed, registry
from cura.lib import london
from cura.lib.words import listed, plural
from placements.assessment import evidence, telling
from placements.assessment.models import Assessment
from placements.assessment.part_models import PartAsk, Statement
from placements.assessment.progress import Line, Progress, progress_of
from residents.measures.reading import of_child

FIRST = ("recommendation", "recommendation_words")
VIEWS = ("asked_for", "summary", "child_view", "family_view")
MEETING = ("meeting_at", "met_at", "met_who")
TEXTS = ("questions", "how", "found", "suggests")


def context(*, record: Assessment, by, now) -> dict:
    """All of the plain print, in the order of a reader who has to decide."""
    found = printed.context(record=record, by=by, now=now)
    rows = {s["title"]: s for s in found["sections"] if s["title"]}
    facts = {f["label"]: f for s in found["sections"] if not s["title"] for f in s["facts"]}
    progress = progress_of([record], by, now)[0]
    numbers = Numbers()
    found |= {
        "heading": f"28-day assessment: {record.child}",
        "facts": _facts(record, progress),
        "first": _named(facts, FIRST),
        "stands": _stands(progress),
        "days": [_day(day, now) for day in progress.days],
        "views": _named(facts, VIEWS),
        "meeting": _named(facts, MEETING),
        "starting": rows.pop("Starting points", None),
        "other_views": rows.pop("Who sees it in another way", None),
        "recommended": _recommended(record, rows.pop("Recommendations", None)),
        "parts_told": _parts(progress, by, numbers),
        "scores": _scores(record, by),
        "names": telling.beside_sections(record, by),
        "more": list(rows.values()),
    }
    found["evidence"] = numbers.told
    return found


class Numbers:
    """The records that statements rest on, numbered in the order of the paper."""

    def __init__(self):
        self.told: list[dict] = []
        self._of: dict[str, int] = {}

    def of(self, ref: str, shown: evidence.Shown) -> int:
        if ref not in self._of:
            self._of[ref] = len(self._of) + 1
            line = {"number": self._of[ref], "words": present.sentence(shown.words)}
            self.told.append(line | {"reference": shown.reference})
        return self._of[ref]


def _named(facts: dict, names) -> list[dict]:
    labels = (Assessment._meta.get_field(name).verbose_name for name in names)
    found = (facts.get(present.sentence(str(label))) for label in labels)
    return [fact for fact in found if fact]


def _facts(record: Assessment, progress: Progress) -> list[dict]:
    child = record.child
    since = record.looked_after_on
    state = present.state(registry.of(record), record)["words"]
    found = {
        "Child": child.full_name,
        "Born": london.day_words(child.born),
        "Lives at": record.home.name,
        "Came here": london.day_words(london.local_date(record.came_at)),
        "Looked after since": london.day_words(since) if since else "",
        "Legal status": child.get_legal_status_display(),
        "Placing authority": child.authority,
        "Brought together by": record.coordinator.name,
        "State": "Draft, not signed" if state == "Open" else state,
    }
    return [{"label": name, "text": text} for name, text in found.items() if text]


def _stands(progress: Progress) -> list[str]:
    """How many came, which came late, which did not come: before anything else is read."""
    lines = progress.lines
    came = [line for line in lines if line.part.signed_at]
    late = [line for line in came if line.days_late]
    said = [f"{len(came)} of {plural(len(lines), 'part')} came."] if lines else []
    if late:
        names = listed(f"{line.part.called.lower()} ({line.late_words})" for line in late)
        said.append(f"Late: {names}.")
    if progress.missing:
        names = listed(f"{line.part.called.lower()} ({line.state})" for line in progress.missing)
        said.append(f"Not in: {names}.")
    return said


def _recommended(record: Assessment, section: dict | None) -> list[dict]:
    """From where to where, side by side: the starting point of the area, and what we recommend."""
    if section is None:
        return []
    starts: dict[str, list[str]] = {}
    for point in record.starting_points.all():
        starts.setdefault(point.area, []).append(point.words)
    told = section["rows"]["lines"]
    return [
        {
            "area": row.get_area_display(),
            "start": " ".join(starts.get(row.area, ())),
            "words": row.words,
            "wanted": row.wanted,
            "who": row.who,
            "by_when": london.day_words(row.by_when) if row.by_when else "",
            "amendments": line["amendments"],
        }
        for row, line in zip(record.recommended.all(), told, strict=True)
    ]


def _day(day, now) -> dict:
    return {"title": day.named, "words": present.sentence(day.words(now)), "ground": day.ground}


def _parts(progress: Progress, by, numbers: Numbers) -> list[dict]:
    """Each discipline with its statements. A part that is not signed says so, and one that never
    came says how often it was asked for."""
    parts = [line.part for line in progress.lines]
    beside = present.Beside.of_many(parts)
    asks: dict = {}
    for row in PartAsk.objects.filter(object_id__in=beside).select_related("by"):
        asks.setdefault(row.object_id, []).append(telling.asked(row))
    statements = _statements(parts)
    refs = [ref for rows in statements.values() for row in rows for ref in row.evidence]
    told = evidence.shown(refs, by)
    return [
        _part(line, beside[line.part.pk], statements.get(line.part.pk, []), told, numbers)
        | {"asked": asks.get(line.part.pk, []) if not line.part.signed_at else []}
        for line in progress.lines
    ]


def _statements(parts: list) -> dict:
    found: dict = {}
    for row in Statement.objects.filter(part__in=parts).order_by("id"):
        found.setdefault(row.part_id, []).append(row)
    return found


def _part(line: Line, beside, rows: list, told: dict, numbers: Numbers) -> dict:
    part = line.part
    fields = [part._meta.get_field(name) for name in TEXTS]
    return {
        "title": part.called,
        "by": present.sentence(telling.signed_words(part)),
        "late": line.late_words,
        "missing": not (part.begun or rows),
        "facts": [
            {
                "label": present.sentence(str(field.verbose_name)),
                "text": getattr(part, field.name),
                "amendments": beside.added(field.name),
            }
            for field in fields
            if getattr(part, field.name) and (part.begun or rows)
        ],
        "statements": [
            {
                "kind": row.get_kind_display(),
                "words": row.words,
                "numbers": [numbers.of(ref, told[ref]) for ref in row.evidence],
                "amendments": beside.added("words", row.pk),
            }
            for row in rows
        ],
    }


def _scores(record: Assessment, by) -> dict | None:
    """What was scored since she came, and until the whole was signed: figures and bands."""
    rows = of_child(record.child, by, until=record.signed_at)
    lines = [
        (
            f"{measure.called}: {score.scale.lower()}",
            f"{score.figure} ({score.said})" if score.said else score.figure,
            measure.get_informant_display(),
            london.day_words(london.local_date(measure.happened_at)),
            measure.scored_by,
        )
        for measure in rows
        for score in measure.scores.all()
    ]
    columns = ("What", "Score and band", "Whose answers", "When", "Scored by")
    found = printed.section_of("Scores", columns, lines)
    return found if found["rows"] else None


def filename(record: Assessment) -> str:
    return f"28-day-assessment-{present.reference_of(registry.of(record), record)}"


REPORT = Document(
    key="report", title="28-day assessment (PDF)", template="documents/assessment.html",
    context=context, permission=P.PLAN_READ, filename=filename, whole=True,
)  # fmt: skip
