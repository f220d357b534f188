"""Who looks at a child from where, and what each is asked to find out. The questions are ours and
may be written anew in each part; no text of a licensed instrument stands here."""

from django.db import models


class Discipline(models.TextChoices):
    THERAPY = "therapy", "Therapy"
    EDUCATION = "education", "Education"
    HEALTH = "health", "Health"
    CARE = "care", "Care and key work"
    FAMILY = "family", "Family"
    SOCIAL_WORK = "social_work", "Social work"
    OTHER = "other", "Another view"


# What every assessment begins with. Another view is added by hand.
USUAL = (
    Discipline.THERAPY,
    Discipline.EDUCATION,
    Discipline.HEALTH,
    Discipline.CARE,
    Discipline.FAMILY,
    Discipline.SOCIAL_WORK,
)
QUESTIONS = {
    Discipline.THERAPY: (
        "What frightens {name}, and how do we see it?",
        "What helps when it is too much, and who?",
        "What has happened that still hurts, as far as {name} wants us to know?",
        "What kind of help, and when?",
    ),
    Discipline.EDUCATION: (
        "Which schools until now, how much was missed, and why?",
        "What does {name} like to learn, and what is hard?",
        "What does a school need to know and to do from the first day?",
    ),
    Discipline.HEALTH: (
        "What do we know of body and growth, teeth, eyes, ears, and what is overdue?",
        "Which medicines, since when, and who looks after them?",
        "How are sleep, food and energy?",
    ),
    Discipline.CARE: (
        "What does a good day look like, and a hard one?",
        "Whom does {name} go to, and for what?",
        "What can {name} do alone, and what with somebody?",
        "How is it to live with the others here?",
    ),
    Discipline.FAMILY: (
        "Who belongs to {name}, in {name}'s own eyes?",
        "What does the family see, worry about and hope for?",
        "What would have to be different, and who could help with it?",
    ),
    Discipline.SOCIAL_WORK: (
        "What is the plan of the council, and by when is it decided?",
        "What has been tried before, and what came of it?",
        "What does the court ask for, if there is one?",
    ),
}


def questions(discipline: str, name: str) -> str:
    """One line each, to be worked over by whoever writes the part."""
    return "\n".join(text.format(name=name) for text in QUESTIONS.get(discipline, ()))
