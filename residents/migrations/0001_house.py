import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cura.lib.uuid7
import residents.report.month


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_who"),
        ("accounts", "__first__"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Child",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("first_name", models.CharField(max_length=60, verbose_name="first name")),
                ("last_name", models.CharField(max_length=60, verbose_name="last name")),
                (
                    "called",
                    models.CharField(
                        blank=True,
                        help_text="The name of their own choosing.",
                        max_length=60,
                        verbose_name="likes to be called",
                    ),
                ),
                ("pronouns", models.CharField(blank=True, max_length=40, verbose_name="pronouns")),
                ("born", models.DateField(verbose_name="date of birth")),
                (
                    "legal_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("s31", "Care order (section 31)"),
                            ("s38", "Interim care order (section 38)"),
                            ("s20", "Accommodated by agreement (section 20)"),
                            ("s46", "Police protection (section 46)"),
                            ("s44", "Emergency protection order (section 44)"),
                            ("remand", "Remanded to local authority accommodation"),
                            ("other", "Another basis"),
                        ],
                        max_length=8,
                        verbose_name="legal status",
                    ),
                ),
                (
                    "authority",
                    models.CharField(blank=True, max_length=120, verbose_name="placing authority"),
                ),
                (
                    "nhs_number",
                    models.CharField(blank=True, max_length=12, verbose_name="NHS number"),
                ),
                ("arrived_at", models.DateTimeField(verbose_name="came to live here")),
                ("left_at", models.DateTimeField(blank=True, null=True, verbose_name="left")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "bed",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.bed",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="accounts.home",
                    ),
                ),
                (
                    "key_worker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "children",
                "ordering": ("first_name", "last_name"),
                "permissions": (
                    ("home_read", "See the home's own pages"),
                    ("child_read", "See a child's page and who she is"),
                    ("child_write", "Change a child's page, people and decisions"),
                    ("child_private", "See what a child asked to be kept between few"),
                    ("daily_read", "Read daily notes and handovers"),
                    ("daily_write", "Write daily notes and handovers"),
                    ("diary_read", "See the diary of the home and of a child"),
                    ("diary_write", "Write in the diary, the visitors' book and the phone log"),
                    ("keywork_read", "Read key work"),
                    ("keywork_write", "Write key work"),
                    ("health_read", "Read about a child's health"),
                    ("health_write", "Write about a child's health"),
                    ("health_private", "See private health matters"),
                    ("medicine_read", "See the medicine record"),
                    ("medicine_give", "Give medicines and keep their record"),
                    ("education_read", "Read about school"),
                    ("education_write", "Write about school"),
                    ("plan_read", "Read plans and assessments"),
                    ("plan_write", "Write plans and assessments"),
                    ("report_read", "Read reports about a child"),
                    ("report_write", "Write and send reports about a child"),
                    ("safeguarding_read", "Read incidents and safeguarding records"),
                    ("safeguarding_write", "Write incidents and safeguarding records"),
                    ("allegation_read", "Read allegations"),
                    ("premises_read", "See checks and defects of the house"),
                    ("premises_write", "Write checks and defects of the house"),
                    ("rota_read", "See the rota"),
                    ("rota_write", "Write the rota"),
                    ("staff_read", "See who works here"),
                    ("staff_private", "Read staff files"),
                    ("record_sign", "Sign records"),
                    ("record_review", "Review, return and set aside records as a manager"),
                    ("money_read", "See fees and money"),
                    ("audit_read", "See who has read and written what"),
                    ("people_manage", "Give and end people's access, register tablets"),
                    ("home_manage", "Change homes, beds and their settings"),
                    ("export", "Send records out of the home"),
                ),
                "default_permissions": (),
                "indexes": [models.Index(fields=["home", "left_at"], name="child_home")],
            },
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="ended")),
                ("ended_why", models.TextField(blank=True, verbose_name="why it ends")),
                (
                    "words",
                    models.CharField(
                        help_text="In one breath, with what to do: “Peanut allergy: injector in her bag”.",
                        max_length=90,
                        verbose_name="what everybody must know",
                    ),
                ),
                (
                    "tone",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Danger: act at once"), (2, "Take care"), (3, "Good to know")],
                        default=2,
                        verbose_name="how urgent?",
                    ),
                ),
                (
                    "icon",
                    models.CharField(
                        choices=[
                            ("exclamation-triangle-fill", "Warning"),
                            ("egg-fried", "Food, allergy"),
                            ("capsule", "Medicine"),
                            ("heart-pulse", "Health"),
                            ("geo-alt-fill", "Going missing"),
                            ("telephone-fill", "Calls, family time"),
                            ("person-badge", "A person"),
                            ("moon-stars", "Night"),
                            ("fire", "Fire"),
                            ("shield-exclamation", "Keeping safe"),
                            ("info-circle-fill", "Good to know"),
                            ("heart-fill", "What helps"),
                        ],
                        default="exclamation-triangle-fill",
                        max_length=30,
                        verbose_name="picture",
                    ),
                ),
                (
                    "why",
                    models.TextField(
                        help_text="Who said so, and where it is written.",
                        verbose_name="why, and what to do",
                    ),
                ),
                ("review_on", models.DateField(verbose_name="look at this again on")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ended by",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.alert",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="child",
                    ),
                ),
            ],
            options={
                "verbose_name": "alert",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="alert_home"),
                    models.Index(fields=["child", "-happened_at", "-id"], name="alert_child"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="residents_alert_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_alert_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_alert_ended_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AboutMe",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                (
                    "signed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="signed"),
                ),
                (
                    "want_you_to_know",
                    models.TextField(
                        blank=True,
                        help_text="As said, without putting it right.",
                        verbose_name="What I want you to know",
                    ),
                ),
                (
                    "name_and_pronouns",
                    models.TextField(blank=True, verbose_name="My name and how to speak of me"),
                ),
                (
                    "people_like_me",
                    models.TextField(blank=True, verbose_name="People like me in my life"),
                ),
                (
                    "faith",
                    models.TextField(
                        blank=True, verbose_name="What I believe, and how much I want to keep of it"
                    ),
                ),
                ("language", models.TextField(blank=True, verbose_name="My languages")),
                ("food", models.TextField(blank=True, verbose_name="My food")),
                ("hair_and_skin", models.TextField(blank=True, verbose_name="My hair and my skin")),
                ("festivals", models.TextField(blank=True, verbose_name="Days that matter to me")),
                ("life_story", models.TextField(blank=True, verbose_name="My story so far")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.aboutme",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="signed by",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="child",
                    ),
                ),
            ],
            options={
                "verbose_name": "about me",
                "verbose_name_plural": "about me",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="aboutme_home"),
                    models.Index(fields=["child", "-happened_at", "-id"], name="aboutme_child"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="residents_aboutme_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_aboutme_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_aboutme_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChildGrant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("social_worker", "Social worker"),
                            ("iro", "Independent reviewing officer"),
                            ("parent", "Parent"),
                        ],
                        max_length=20,
                        verbose_name="role",
                    ),
                ),
                ("starts", models.DateTimeField(verbose_name="from")),
                ("ends", models.DateTimeField(blank=True, null=True, verbose_name="until")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="residents.child",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="child_grants",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends", None), ("ends__gte", models.F("starts")), _connector="OR"
                        ),
                        name="residents_grant_ends_after_start",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ChildUserObjectPermission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                    ),
                ),
                (
                    "grant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="residents.childgrant",
                    ),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="auth.permission",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("grant", "permission"), name="residents_child_grant_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DailyNote",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                (
                    "signed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="signed"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("moment", "A moment"),
                            ("day", "The day"),
                            ("evening", "The evening"),
                            ("night", "The night"),
                        ],
                        default="moment",
                        max_length=8,
                        verbose_name="what is this about?",
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="One thing he did, said, ate, laughed at or found hard. What helped?",
                        verbose_name="What happened?",
                    ),
                ),
                (
                    "own_words",
                    models.TextField(
                        blank=True,
                        help_text="As said, without putting it right.",
                        verbose_name="in the child's own words",
                    ),
                ),
                (
                    "good",
                    models.BooleanField(default=False, verbose_name="a good thing, or a first"),
                ),
                (
                    "next_shift",
                    models.BooleanField(
                        default=False, verbose_name="the next shift should know this"
                    ),
                ),
                (
                    "sleep",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("well", "Slept well"),
                            ("woke", "Woke in the night"),
                            ("little", "Slept little"),
                        ],
                        max_length=6,
                        verbose_name="how was the night?",
                    ),
                ),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="until")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="child",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.dailynote",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="signed by",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "daily note",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="dailynote_home"),
                    models.Index(fields=["child", "-happened_at", "-id"], name="dailynote_child"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="residents_dailynote_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_dailynote_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_dailynote_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiaryEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("appointment", "Appointment"),
                            ("family", "Family time"),
                            ("visit", "Visit"),
                            ("school", "School"),
                            ("activity", "Activity"),
                            ("birthday", "Birthday"),
                            ("festival", "Festival"),
                            ("review", "Review or court"),
                            ("other", "Something else"),
                        ],
                        default="appointment",
                        max_length=12,
                        verbose_name="what is it?",
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="Dentist. Tea with Beth.",
                        max_length=120,
                        verbose_name="in a few words",
                    ),
                ),
                ("ends", models.DateTimeField(editable=False, null=True, verbose_name="until")),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="where?")),
                (
                    "takes_out",
                    models.BooleanField(default=False, verbose_name="takes them out of the house"),
                ),
                (
                    "going_with",
                    models.CharField(blank=True, max_length=160, verbose_name="who else goes?"),
                ),
                (
                    "car",
                    models.CharField(
                        blank=True,
                        help_text="The bus, the small car, on foot.",
                        max_length=80,
                        verbose_name="how do they get there?",
                    ),
                ),
                (
                    "told",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes"),
                            ("not_yet", "Not yet"),
                            ("no", "No, and we say why"),
                        ],
                        max_length=7,
                        verbose_name="does the child know?",
                    ),
                ),
                (
                    "told_how",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="how was it said, or why not?"
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="more")),
                (
                    "house_only",
                    models.BooleanField(
                        default=False,
                        help_text="Only the house sees it: nobody from outside, no parent.",
                        verbose_name="keep it off the family's page",
                    ),
                ),
                (
                    "changed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="changed"),
                ),
                ("before", models.TextField(blank=True, verbose_name="How was it before?")),
                (
                    "during",
                    models.TextField(
                        blank=True,
                        help_text="What was seen, said, laughed at.",
                        verbose_name="How was it?",
                    ),
                ),
                ("after", models.TextField(blank=True, verbose_name="How was it afterwards?")),
                (
                    "who_came",
                    models.CharField(blank=True, max_length=200, verbose_name="who was there?"),
                ),
                (
                    "outcome_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="how it went, written"
                    ),
                ),
                (
                    "cancelled_whom",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("us", "Us, the home"),
                            ("child", "The child"),
                            ("family", "The family"),
                            ("council", "The council"),
                            ("other", "Somebody else"),
                        ],
                        max_length=8,
                        verbose_name="who called it off?",
                    ),
                ),
                (
                    "cancelled_why",
                    models.CharField(blank=True, max_length=300, verbose_name="why?"),
                ),
                (
                    "cancelled_told",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="how was the child told?"
                    ),
                ),
                (
                    "cancelled_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="called off"),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="for whom",
                    ),
                ),
                (
                    "driver",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="which of us goes or drives?",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "outcome_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.diaryentry",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "diary entry",
                "verbose_name_plural": "diary entries",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="diaryentry_home"),
                    models.Index(fields=["child", "-happened_at", "-id"], name="diaryentry_child"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="residents_diaryentry_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_diaryentry_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome_at", None), ("outcome_by", None)),
                            models.Q(("outcome_at__isnull", False), ("outcome_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_diaryentry_outcome_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cancelled_at", None), ("cancelled_by", None)),
                            models.Q(
                                ("cancelled_at__isnull", False), ("cancelled_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="residents_diaryentry_cancelled_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends", None), ("ends__gte", models.F("happened_at")), _connector="OR"
                        ),
                        name="residents_diary_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DiaryFeed",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("secret_hash", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("fetched_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at",),
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("user",),
                        name="residents_diaryfeed_one_now",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                (
                    "signed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="signed"),
                ),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("main", "The main one, team to team"),
                            ("to_night", "To the night"),
                            ("from_night", "From the night"),
                        ],
                        max_length=10,
                        verbose_name="which handover?",
                    ),
                ),
                ("on_shift", models.TextField(blank=True, verbose_name="who is on?")),
                ("driving", models.TextField(blank=True, verbose_name="who takes whom where?")),
                (
                    "house",
                    models.TextField(
                        blank=True,
                        help_text="Repairs, shopping, visitors, the mood in the house.",
                        verbose_name="about the house",
                    ),
                ),
                (
                    "read_lines",
                    models.JSONField(
                        blank=True, default=list, verbose_name="must-read lines, read"
                    ),
                ),
                ("taken_at", models.DateTimeField(editable=False, null=True, verbose_name="taken")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.handover",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="signed by",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="taken by",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "handover",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="handover_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="residents_handover_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_handover_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_handover_signed_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_at", None), ("taken_by", None)),
                            models.Q(("taken_at__isnull", False), ("taken_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_handover_taken_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandoverCount",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("keys", "Keys of the house"),
                            ("medicine_keys", "Medicine keys"),
                            ("petty_cash", "Petty cash"),
                            ("phones", "Phones"),
                            ("ligature_knife", "Ligature knife"),
                            ("first_aid", "First-aid box"),
                            ("other", "Something else"),
                        ],
                        max_length=16,
                        verbose_name="what",
                    ),
                ),
                (
                    "amount",
                    models.CharField(blank=True, max_length=40, verbose_name="how many, how much"),
                ),
                (
                    "right",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No")],
                        max_length=3,
                        verbose_name="right",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="note")),
                (
                    "handover",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counts",
                        to="residents.handover",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="HandoverLine",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("how", models.TextField(verbose_name="how it has been")),
                ("next", models.TextField(blank=True, verbose_name="what matters next")),
                (
                    "red",
                    models.BooleanField(
                        default=False, verbose_name="must be read before the shift is taken"
                    ),
                ),
                ("appointments", models.TextField(blank=True, verbose_name="in the diary")),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="child",
                    ),
                ),
                (
                    "handover",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="residents.handover",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "abstract": False,
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("handover", "child"), name="residents_handover_child_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportantPerson",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="ended")),
                ("ended_why", models.TextField(blank=True, verbose_name="why it ends")),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "who",
                    models.CharField(
                        choices=[
                            ("mum", "Mum"),
                            ("dad", "Dad"),
                            ("sister", "Sister"),
                            ("brother", "Brother"),
                            ("grandparent", "Grandparent"),
                            ("family", "Others of the family"),
                            ("friend", "Friend"),
                            ("carer", "Foster carer, past or to be"),
                            ("social_worker", "Social worker"),
                            ("out_of_hours", "Council out of hours"),
                            ("iro", "Independent reviewing officer"),
                            ("advocate", "Advocate"),
                            ("visitor", "Independent visitor"),
                            ("adviser", "Personal adviser"),
                            ("guardian", "Guardian (Cafcass)"),
                            ("solicitor", "Solicitor"),
                            ("school", "School or college"),
                            ("virtual_school", "Virtual school"),
                            ("gp", "GP"),
                            ("dentist", "Dentist"),
                            ("optician", "Optician"),
                            ("health", "Others in health (nurse, CAMHS)"),
                            ("youth_justice", "Youth justice worker"),
                            ("club", "Club, faith, coach"),
                            ("other", "Somebody else"),
                        ],
                        max_length=20,
                        verbose_name="who is it?",
                    ),
                ),
                (
                    "who_words",
                    models.CharField(
                        blank=True,
                        help_text="Uncle Kwame; Year 9 tutor; cousin.",
                        max_length=120,
                        verbose_name="in more words",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        blank=True,
                        max_length=30,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?[0-9][0-9 ()\\-]{2,24}$",
                                "Write the number with figures and spaces, like 01632 960123.",
                            )
                        ],
                        verbose_name="phone",
                    ),
                ),
                (
                    "other_phone",
                    models.CharField(
                        blank=True,
                        max_length=30,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^\\+?[0-9][0-9 ()\\-]{2,24}$",
                                "Write the number with figures and spaces, like 01632 960123.",
                            )
                        ],
                        verbose_name="another phone",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email")),
                (
                    "limits",
                    models.TextField(
                        blank=True,
                        help_text="No calls; only with somebody beside her; by order of a court. Say who decided.",
                        verbose_name="what is not allowed, or only in some way",
                    ),
                ),
                (
                    "may_ring",
                    models.BooleanField(
                        default=False, verbose_name="may be rung by the child at any time"
                    ),
                ),
                (
                    "emergency",
                    models.BooleanField(default=False, verbose_name="to be rung in an emergency"),
                ),
                (
                    "place_in_list",
                    models.PositiveSmallIntegerField(
                        default=50, help_text="1 comes first.", verbose_name="place in the list"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="child",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ended by",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.importantperson",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "important person",
                "verbose_name_plural": "important people",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["home", "-happened_at", "-id"], name="importantperson_home"
                    ),
                    models.Index(
                        fields=["child", "-happened_at", "-id"], name="importantperson_child"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="residents_importantperson_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_importantperson_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_importantperson_ended_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                (
                    "question",
                    models.CharField(
                        choices=[
                            ("sleepover", "A sleepover with a friend"),
                            ("haircut", "A haircut"),
                            ("jab", "A jab (immunisation)"),
                            ("treatment", "Doctor, dentist, optician"),
                            ("home_remedies", "Home remedies (paracetamol …)"),
                            ("school_trip", "A school trip"),
                            ("activity", "A risky sport or activity"),
                            ("photo", "Photos and films of the child"),
                            ("online", "A phone or an online account"),
                            ("faith", "Faith and worship"),
                            ("abroad", "Travel abroad"),
                            ("piercing", "A piercing or tattoo"),
                            ("other", "Something else"),
                        ],
                        max_length=16,
                        verbose_name="what is asked?",
                    ),
                ),
                (
                    "other_words",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="if it is something else, what?"
                    ),
                ),
                (
                    "who",
                    models.CharField(
                        choices=[
                            ("home", "We decide here"),
                            ("social_worker", "The social worker decides"),
                            ("parent", "Mum or dad decides"),
                            ("child", "The child decides"),
                            ("court", "A court decides"),
                        ],
                        max_length=16,
                        verbose_name="who decides?",
                    ),
                ),
                (
                    "without_asking",
                    models.TextField(
                        blank=True,
                        help_text="In plain words, with limits.",
                        verbose_name="what we may do without asking",
                    ),
                ),
                ("limits", models.TextField(blank=True, verbose_name="what is never allowed")),
                ("since", models.DateField(verbose_name="since when?")),
                (
                    "evidence",
                    models.CharField(
                        help_text="Placement plan, page 4; a letter.",
                        max_length=200,
                        verbose_name="on which paper does it stand?",
                    ),
                ),
                (
                    "evidence_on",
                    models.DateField(blank=True, null=True, verbose_name="date of that paper"),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="child",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.decision",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        help_text="If it is not the social worker or a parent.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.importantperson",
                        verbose_name="whom to ask",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to “who decides?”",
                "verbose_name_plural": "answers to “who decides?”",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="decision_home"),
                    models.Index(fields=["child", "-happened_at", "-id"], name="decision_child"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="residents_decision_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_decision_void_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyWork",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                (
                    "signed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="signed"),
                ),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("feelings", "Feelings"),
                            ("family", "Family"),
                            ("friends", "Friends"),
                            ("school", "School"),
                            ("health", "Health"),
                            ("safety", "Keeping safe"),
                            ("online", "Online life"),
                            ("identity", "Who I am"),
                            ("plans", "My plans and aims"),
                            ("skills", "Doing things myself"),
                            ("home", "Living here"),
                            ("rights", "My rights, complaints"),
                            ("moving_on", "Moving on"),
                            ("other", "Something else"),
                        ],
                        max_length=10,
                        verbose_name="what was it about?",
                    ),
                ),
                ("words", models.TextField(verbose_name="what we did and talked about")),
                (
                    "own_words",
                    models.TextField(
                        blank=True,
                        help_text="As said, without putting it right.",
                        verbose_name="in the child's own words",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("unplanned", "It came up"), ("planned", "We had planned it")],
                        default="unplanned",
                        max_length=9,
                        verbose_name="planned?",
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(600),
                        ],
                        verbose_name="how many minutes?",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="child",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.keywork",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="signed by",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "key work",
                "verbose_name_plural": "key work",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="keywork_home"),
                    models.Index(fields=["child", "-happened_at", "-id"], name="keywork_child"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="residents_keywork_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_keywork_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_keywork_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyWorkAction",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="what")),
                ("who", models.CharField(max_length=80, verbose_name="who")),
                ("by_when", models.DateField(blank=True, null=True, verbose_name="by when")),
                (
                    "key_work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="residents.keywork",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="KeyWorkDone",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("words", models.TextField(blank=True, verbose_name="what came of it")),
                ("at", models.DateTimeField()),
                (
                    "action",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="done",
                        to="residents.keyworkaction",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("at",),
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="KeyWorkPrivate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("words", models.TextField(verbose_name="what was said in confidence")),
                (
                    "agreed",
                    models.TextField(
                        blank=True,
                        help_text="We never promise to keep it when somebody may be harmed; say that it was said.",
                        verbose_name="who may know, as we agreed",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="private",
                        to="residents.keywork",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="MonthlyReport",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                (
                    "signed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="signed"),
                ),
                ("month", residents.report.month.MonthField(verbose_name="month")),
                ("wellbeing", models.TextField(blank=True, verbose_name="How things have been")),
                (
                    "good_things",
                    models.TextField(blank=True, verbose_name="Good things and firsts"),
                ),
                (
                    "hard_things",
                    models.TextField(blank=True, verbose_name="What was hard, and what helped"),
                ),
                ("health", models.TextField(blank=True, verbose_name="Health")),
                ("school", models.TextField(blank=True, verbose_name="School")),
                ("family", models.TextField(blank=True, verbose_name="Family time")),
                ("key_work", models.TextField(blank=True, verbose_name="Key work")),
                ("aims", models.TextField(blank=True, verbose_name="What we aim for next month")),
                (
                    "child_view",
                    models.TextField(
                        blank=True,
                        help_text="Read it together. As said, or why it was not read together.",
                        verbose_name="What the child says about this report",
                    ),
                ),
                (
                    "checked_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="checked"),
                ),
                ("manager_words", models.TextField(blank=True, verbose_name="from the manager")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="child",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.monthlyreport",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="signed by",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "monthly report",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="monthlyreport_home"),
                    models.Index(
                        fields=["child", "-happened_at", "-id"], name="monthlyreport_child"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="residents_monthlyreport_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_monthlyreport_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_monthlyreport_signed_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_at", None), ("checked_by", None)),
                            models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_monthlyreport_checked_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MustRead",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                ("words", models.TextField(verbose_name="What must everybody know?")),
                (
                    "by_when",
                    models.DateTimeField(
                        help_text="Until when must it be read?", verbose_name="read by"
                    ),
                ),
                (
                    "for_whom",
                    models.CharField(
                        choices=[
                            ("everyone", "Everybody who works here"),
                            ("shift", "Those on the next shift"),
                        ],
                        default="everyone",
                        max_length=8,
                        verbose_name="who has to read it?",
                    ),
                ),
                (
                    "why_ended",
                    models.CharField(blank=True, max_length=200, verbose_name="why is it over?"),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="ended")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="about",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ended by",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.mustread",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "must-read",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="mustread_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="residents_mustread_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_mustread_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_mustread_ended_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MustReadSeen",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="read")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                    ),
                ),
                (
                    "must_read",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seen",
                        to="residents.mustread",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("must_read", "by"), name="residents_mustread_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NightCheckPlan",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                (
                    "signed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="signed"),
                ),
                (
                    "looks_at",
                    models.TextField(
                        help_text="A look from the door: is he in bed, is he breathing easily?",
                        verbose_name="What is looked at?",
                    ),
                ),
                (
                    "why",
                    models.TextField(
                        help_text="The reason, for this child and now.",
                        verbose_name="Why is it needed?",
                    ),
                ),
                (
                    "every_minutes",
                    models.PositiveSmallIntegerField(
                        default=60,
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(360),
                        ],
                        verbose_name="every how many minutes?",
                    ),
                ),
                ("from_time", models.TimeField(verbose_name="from")),
                ("to_time", models.TimeField(verbose_name="until")),
                (
                    "first_night",
                    models.DateField(
                        help_text="The evening on which it begins.", verbose_name="first night"
                    ),
                ),
                (
                    "last_night",
                    models.DateField(
                        help_text="Three nights as a rule, 28 at the most. Then it ends by itself.",
                        verbose_name="last night",
                    ),
                ),
                (
                    "agreed",
                    models.CharField(
                        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No")],
                        max_length=6,
                        verbose_name="is it agreed with the child?",
                    ),
                ),
                (
                    "own_words",
                    models.TextField(
                        verbose_name="what the child says about it, in the child's own words"
                    ),
                ),
                (
                    "review_on",
                    models.DateField(
                        help_text="By the last night.", verbose_name="looked at again on"
                    ),
                ),
                (
                    "why_ended",
                    models.TextField(
                        blank=True, verbose_name="Why does it end, and what did the child say?"
                    ),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True, verbose_name="ended")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="child",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ended by",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.nightcheckplan",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="signed by",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "plan for checks at night",
                "verbose_name_plural": "plans for checks at night",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["home", "-happened_at", "-id"], name="nightcheckplan_home"
                    ),
                    models.Index(
                        fields=["child", "-happened_at", "-id"], name="nightcheckplan_child"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="residents_nightcheckplan_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_nightcheckplan_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_nightcheckplan_signed_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_nightcheckplan_ended_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NightCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("due_at", models.DateTimeField(verbose_name="due")),
                ("at", models.DateTimeField(verbose_name="seen at")),
                ("written_at", models.DateTimeField(verbose_name="written")),
                (
                    "seen",
                    models.CharField(
                        choices=[
                            ("asleep", "Asleep"),
                            ("awake", "Awake"),
                            ("other", "Something else"),
                            ("nobody", "Nobody looked"),
                        ],
                        max_length=6,
                        verbose_name="what was seen?",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                    ),
                ),
                (
                    "puts_right",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="put_right_by",
                        to="residents.nightcheck",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="residents.nightcheckplan",
                    ),
                ),
            ],
            options={
                "ordering": ("due_at", "written_at", "id"),
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("puts_right", None)),
                        fields=("plan", "due_at"),
                        name="residents_nightcheck_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Outing",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                ("where", models.CharField(max_length=160, verbose_name="where?")),
                (
                    "company",
                    models.CharField(
                        blank=True,
                        help_text="On her own, with a friend, with Mum.",
                        max_length=160,
                        verbose_name="with whom?",
                    ),
                ),
                (
                    "expected_back",
                    models.DateTimeField(blank=True, null=True, verbose_name="expected back"),
                ),
                (
                    "came_back_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leave it empty if it is now.",
                        null=True,
                        verbose_name="came back",
                    ),
                ),
                (
                    "back_note",
                    models.CharField(blank=True, max_length=300, verbose_name="how was it?"),
                ),
                ("back_at", models.DateTimeField(editable=False, null=True, verbose_name="back")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "back_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="back, written by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="child",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.outing",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "with_staff",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="which of us?",
                    ),
                ),
            ],
            options={
                "verbose_name": "outing",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="outing_home"),
                    models.Index(fields=["child", "-happened_at", "-id"], name="outing_child"),
                    models.Index(
                        condition=models.Q(("back_at", None), ("void_at", None)),
                        fields=["home", "happened_at"],
                        name="outing_out_now",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="residents_outing_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_outing_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("back_at", None), ("back_by", None)),
                            models.Q(("back_at__isnull", False), ("back_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_outing_back_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PhoneCall",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("in", "They rang us"),
                            ("out", "We rang them"),
                            ("missed", "We rang, nobody answered"),
                        ],
                        default="in",
                        max_length=6,
                        verbose_name="who rang?",
                    ),
                ),
                (
                    "who",
                    models.CharField(
                        help_text="Name and what they are: Beth, her sister.",
                        max_length=120,
                        verbose_name="who was it?",
                    ),
                ),
                ("number", models.CharField(blank=True, max_length=30, verbose_name="number")),
                ("words", models.TextField(blank=True, verbose_name="What was said?")),
                (
                    "agreed",
                    models.TextField(
                        blank=True,
                        help_text="Who does what, by when?",
                        verbose_name="What was agreed?",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="about which child?",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.phonecall",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "phone call",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="phonecall_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="residents_phonecall_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_phonecall_void_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seen",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("label", models.CharField(max_length=80)),
                ("object_id", models.UUIDField()),
                ("version", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("object_id", "version", "by"), name="residents_seen_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Stay",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("starts", models.DateTimeField(verbose_name="from")),
                ("ends", models.DateTimeField(blank=True, null=True, verbose_name="until")),
                (
                    "bed",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stays",
                        to="accounts.bed",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stays",
                        to="residents.child",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stays",
                        to="accounts.home",
                    ),
                ),
            ],
            options={
                "ordering": ("starts",),
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends", None)),
                        fields=("child",),
                        name="residents_stay_one_now",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends", None)),
                        fields=("bed",),
                        name="residents_stay_bed_once_now",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends", None), ("ends__gte", models.F("starts")), _connector="OR"
                        ),
                        name="residents_stay_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Visitor",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=cura.lib.uuid7.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("happened_at", models.DateTimeField(verbose_name="when")),
                ("created_at", models.DateTimeField(editable=False, verbose_name="written")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True)),
                (
                    "void_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="set aside"),
                ),
                (
                    "void_reason",
                    models.TextField(
                        blank=True, editable=False, verbose_name="why it was set aside"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="who is it?")),
                (
                    "come_from",
                    models.CharField(
                        blank=True,
                        help_text="The council, a firm, family.",
                        max_length=120,
                        verbose_name="from where?",
                    ),
                ),
                (
                    "about_what",
                    models.CharField(blank=True, max_length=160, verbose_name="what for?"),
                ),
                (
                    "identity",
                    models.CharField(
                        choices=[
                            ("seen", "I saw it"),
                            ("known", "We know them"),
                            ("not", "Not seen"),
                        ],
                        default="seen",
                        max_length=5,
                        verbose_name="card or letter that says who they are",
                    ),
                ),
                (
                    "went_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Leave it empty if it is now.",
                        null=True,
                        verbose_name="left the house",
                    ),
                ),
                ("left_at", models.DateTimeField(editable=False, null=True, verbose_name="left")),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="residents.child",
                        verbose_name="to see which child?",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "left_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="left, written by",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="residents.visitor",
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="to see which of us?",
                    ),
                ),
                (
                    "void_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "visitor",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="visitor_home"),
                    models.Index(
                        condition=models.Q(("left_at", None), ("void_at", None)),
                        fields=["home", "happened_at"],
                        name="visitor_here_now",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="residents_visitor_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_visitor_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("left_at", None), ("left_by", None)),
                            models.Q(("left_at__isnull", False), ("left_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="residents_visitor_left_at_and_by",
                    ),
                ],
            },
        ),
    ]
