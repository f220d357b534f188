from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from placements.registration.forms import CertificateForm, PurposeForm
from placements.registration.models import Purpose, RegistrationCertificate

SIGNED = Moment(key="signed", title="Sign", done="Signed", permission=P.HOME_MANAGE, with_save=True)
AGES = Column(title="Ages on the day she comes", of=lambda row: row.ages)
SINCE = Column(title="From", of=lambda row: london.day_words(row.since))
FOR_WHOM = Column(title="For whom", of=lambda row: row.get_sexes_display())

certificate = RecordType(
    model=RegistrationCertificate,
    form=CertificateForm,
    slug="registration-certificates",
    prefix="RT",
    title="Certificates of registration",
    scope="home",
    section="The home",
    icon="patch-check",
    columns=(
        Column(title="Number", of=lambda row: row.number),
        SINCE,
        Column(title="Children at most", of=lambda row: str(row.places)),
        AGES,
        FOR_WHOM,
        Column(title="Conditions", of=lambda row: row.conditions, words=True),
    ),
    preload=("home",),
    moments=(SIGNED,),
    search=("number", "conditions"),
    files=4,
)

purpose = RecordType(
    model=Purpose,
    form=PurposeForm,
    slug="statements-of-purpose",
    prefix="SP",
    title="Statements of purpose",
    scope="home",
    section="The home",
    icon="signpost",
    columns=(
        Column(title="Version", of=lambda row: row.edition),
        SINCE,
        AGES,
        FOR_WHOM,
        Column(title="What our home is for", of=lambda row: row.words, words=True),
    ),
    preload=("home",),
    moments=(SIGNED,),
    search=("edition", "words"),
    files=4,
)
