"""All addresses of records, from the registry. They name no home, for children move."""

from django.urls import URLPattern, path

from cura.core.records import registry
from cura.core.records.types import RecordType
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.edit import RecordEdit
from cura.core.records.views.history import RecordHistory
from cura.core.records.views.list import RecordList
from cura.core.records.views.print import RecordPrint
from cura.core.records.views.step import RecordStep

VIEWS = {
    "list": RecordList,
    "detail": RecordDetail,
    "edit": RecordEdit,
    "step": RecordStep,
    "history": RecordHistory,
    "print": RecordPrint,
}


def record_urls(*types: RecordType) -> list[URLPattern]:
    return [pattern for type in types for pattern in _of(type)]


def _of(type: RecordType) -> list[URLPattern]:
    views = {v: type.views.get(v, cls).as_view(type=type) for v, cls in VIEWS.items()}
    under = registry.scope(type.scope).path
    one = f"{type.slug}/<uuid:pk>/"
    return [
        path(f"{under}{type.slug}/", views["list"], name=type.url("list")),
        path(f"{type.slug}/new/<uuid:subject>/", views["edit"], name=type.url("new")),
        path(one, views["detail"], name=type.url("detail")),
        path(f"{one}change/", views["edit"], name=type.url("edit")),
        path(f"{one}do/<slug:step>/", views["step"], name=type.url("step")),
        path(f"{one}history/", views["history"], name=type.url("history")),
        path(f"{one}print/", views["print"], name=type.url("print")),
    ]
