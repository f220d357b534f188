from cura.core.records.types import Column, RecordType
from cura.lib import london
from staffing.training.forms import CertificateForm
from staffing.training.models import Certificate

certificate = RecordType(
    model=Certificate,
    form=CertificateForm,
    slug="certificates",
    prefix="CE",
    title="Certificates",
    scope="home",
    section="Team",
    icon="mortarboard",
    columns=(
        Column(title="Who", of=lambda row: row.person.name),
        Column(title="Course", of=lambda row: row.get_course_display()),
        Column(title="From whom", of=lambda row: " ".join((row.provider, row.edition)).strip()),
        Column(title="Passed", of=lambda row: london.words(row.happened_at)),
        Column(title="Counts until", of=lambda row: london.words(row.until) if row.until else ""),
    ),
    preload=("home", "person"),
    search=("provider",),
    files=2,
)
