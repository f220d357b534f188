from django.urls import reverse

from cura.core.permissions import Permission as P
from cura.core.records.views.detail import RecordDetail
from cura.lib import london
from residents.keywork.models import KeyWorkAction
from residents.keywork.reading import when_words


class KeyWorkDetail(RecordDetail):
    """With what became of the promises, which stand beside the frozen lines."""

    def page(self, status=200, **context):
        record, today = context["record"], london.local_date(self.now)
        rows = KeyWorkAction.objects.filter(key_work=record).select_related("done", "done__by")
        context["promises"] = [_promise(action, today) for action in rows]
        waiting = any(not p["done"] for p in context["promises"]) and not record.void_at
        if waiting and self.may(P.KEYWORK_WRITE, record):
            context["done_url"] = reverse(self.type.url("step"), args=[record.pk, "done"])
        return super().page(status, **context)


def _promise(action: KeyWorkAction, today) -> dict:
    done = getattr(action, "done", None)
    if done is None:
        words, tone = when_words(action.by_when, today)
        return {"what": action.what, "who": action.who, "done": False, "words": words, "tone": tone}
    when = london.day_words(london.local_date(done.at))
    return {
        "what": action.what,
        "who": action.who,
        "done": True,
        "words": f"done {when}, says {done.by.first_name}",
        "tone": "ok",
        "came": done.words,
    }
