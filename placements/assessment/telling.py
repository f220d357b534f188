"""An assessment as pages and papers tell it. All that a template prints is made here."""

from cura.core.records import present, registry
from cura.core.records.printed import section_of
from cura.lib import london
from placements.assessment.evidence import Shown
from placements.assessment.models import CoSignature, MadeAim
from placements.assessment.part_models import AssessmentPart, PartAsk, Statement
from placements.assessment.progress import Line, Progress
from residents.aims.models import Aim


def board(progress: Progress) -> dict:
    """Where it stands: one sentence, the days with their ground, one line for each part."""
    now = progress.now
    return {
        "day": progress.day_words,
        "sentence": progress.sentence,
        "next": progress.next,
        "days": [
            {"title": d.named, "words": d.words(now), "tone": d.tone(now), "ground": d.ground}
            for d in progress.days
        ],
        "parts": [part_line(line) for line in progress.lines],
    }


def part_line(line: Line) -> dict:
    words = f"{line.state}, {line.late_words}" if line.late_words else line.state
    return {
        "url": present.detail_url(registry.of(line.part), line.part),
        "title": line.part.called,
        "who": line.who,
        "words": present.sentence(words),
        "tone": line.tone,
        "by": ""
        if line.late_words or line.part.signed_at
        else f"by {london.day_words(line.due_on)}",
    }


def statement(line: Statement, told: dict[str, Shown]) -> dict:
    return {
        "kind": line.get_kind_display(),
        "words": line.words,
        "evidence": [told[ref] for ref in line.evidence if ref in told],
    }


def asked(row: PartAsk) -> str:
    said = f"{row.whom}, {row.get_how_display().lower()}, {london.words(row.asked_at)}"
    answer = f": {row.words.strip().rstrip('.')}" if row.words else ""
    return f"{said} ({row.by.first_name}){answer}"


def beside_sections(record, user) -> list[dict]:
    """Names under it, and what became of the recommendations."""
    names = CoSignature.objects.filter(object_id=record.pk).select_related("by", "person")
    found = [
        section_of("Signed by", ("Who", "As", "Sees it so", "When"), [_name(row) for row in names]),
        section_of("Became aims", ("Recommendation", "Aim"), _aims(record, user)),
    ]
    return [each for each in found if each["rows"]]


def _name(row: CoSignature) -> tuple[str, ...]:
    sees = row.get_agrees_display()
    when = london.words(row.at)
    if not row.person_id:
        when = f"{when}, on paper, entered by {row.by.name}"
    return (row.name, row.role, f"{sees}: {row.words}" if row.words else sees, when)


def _aims(record, user) -> list[tuple[str, ...]]:
    rows = MadeAim.objects.filter(recommended__assessment=record, aim__void_at=None)
    rows = rows.filter(aim__in=Aim.objects.visible_to(user)).select_related("recommended", "aim")
    type = registry.of(Aim)
    return [(r.recommended.words, present.reference_of(type, r.aim)) for r in rows]


def signed_words(part: AssessmentPart) -> str:
    """Whose it is, and whether she has put her name to it."""
    if not part.signed_at:
        whose = part.writer.name if part.writer else part.outsider or "nobody yet"
        return f"{'asked of' if part.outsider else 'given to'} {whose}, not signed"
    by, when = part.signed_by.name, london.words(part.signed_at)
    if part.outsider:
        return f"from {part.outsider}; entered and signed by {by}, {when}"
    return f"written and signed by {by}, {when}"
