from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Step
from residents.report.actions import send
from residents.report.documents import PDF, WORD
from residents.report.forms import CheckedForm, MonthlyReportForm
from residents.report.giving import SendForm
from residents.report.models import MonthlyReport
from residents.report.month import words
from residents.report.views import ReportDetail, ReportEdit


def stands(report: MonthlyReport) -> str:
    if report.checked_at:
        return "Checked"
    return "Signed, to be checked" if report.signed_at else "Being written"


monthly_report = RecordType(
    model=MonthlyReport,
    form=MonthlyReportForm,
    slug="monthly-reports",
    prefix="MO",
    title="Monthly reports",
    scope="child",
    section="About the child",
    icon="file-earmark-text",
    columns=(
        Column(title="Month", of=lambda report: words(report.month)),
        Column(title="How it stands", of=stands, status=True),
        Column(title="By", of=lambda report: report.author.first_name),
    ),
    preload=("child", "child__key_worker", "home"),
    moments=(
        Moment(key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN),
        Moment(
            key="checked",
            title="I have read it for the home",
            done="Checked by a manager",
            permission=P.RECORD_REVIEW,
            after="signed",
            not_by=("signed",),
            form=CheckedForm,
        ),
    ),
    steps=(
        Step(
            key="send",
            title="Send by link",
            permission=P.EXPORT,
            proof="fresh",
            do=send,
            form=SendForm,
            when=lambda report: bool(report.checked_at),
            whole=False,  # the mail goes out when the link is kept; what is refused ends it
        ),
    ),
    search=("wellbeing", "good_things", "hard_things", "key_work", "aims"),
    documents=(PDF, WORD),
    views={"edit": ReportEdit, "detail": ReportDetail},
    files=4,
)
