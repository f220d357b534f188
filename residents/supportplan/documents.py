from residents.plan import documents
from residents.supportplan.models import SupportPlan


def page(*, record: SupportPlan, by, now) -> dict:
    """The page that was written for the child, with what matters to her, and her aims of today."""
    lines = [
        {"title": "What matters to me", "text": record.matters},
        {"title": "What we do", "text": record.my_page},
    ]
    aims = documents.aims_of(record.child, by)
    taken = sum(1 + len(words) / 50 for words in aims) + 2 * bool(aims)
    return documents.child_page(record, lines, taken=taken, aims=aims)


DOCUMENTS = documents.documents(page)
