from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Step
from placements.reviewreports.actions import send
from placements.reviewreports.documents import PDF, WORD
from placements.reviewreports.forms import CheckedForm, ReviewReportForm, SendForm, SentForm
from placements.reviewreports.models import ReviewReport
from placements.reviewreports.views import ReviewReportDetail, ReviewReportEdit

review_report = RecordType(
    model=ReviewReport,
    form=ReviewReportForm,
    slug="review-reports",
    prefix="RR",
    title="Reports for reviews",
    scope="child",
    section="Reviews and visits",
    icon="file-earmark-text",
    columns=(
        Column(title="For", of=lambda report: report.own_title()),
        Column(title="How it stands", of=lambda report: report.stands, status=True),
        Column(title="By", of=lambda report: report.author.first_name),
    ),
    preload=("child", "child__key_worker", "home", "review"),
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
        Moment(
            key="sent",
            title="It has gone in another way",
            done="Sent",
            permission=P.EXPORT,
            after="checked",
            form=SentForm,
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
    search=("child_view", "wellbeing", "good_things", "hard_things", "key_work", "moving_on"),
    documents=(PDF, WORD),
    views={"edit": ReviewReportEdit, "detail": ReviewReportDetail},
    files=4,
)
