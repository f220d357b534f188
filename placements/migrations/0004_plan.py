import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cura.lib.uuid7


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_placement_permissions"),
        ("placements", "0003_leaving"),
        ("residents", "0008_plans"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PlacementPlan",
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
                    "basis",
                    models.CharField(
                        choices=[
                            ("council", "With the council (Reg 17)"),
                            ("own", "Our own plan (Reg 18)"),
                        ],
                        default="council",
                        help_text="For a child whom no council looks after, the home makes the plan itself.",
                        max_length=7,
                        verbose_name="whose plan is it?",
                    ),
                ),
                (
                    "where",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="where, or how, did you meet?"
                    ),
                ),
                ("why_here", models.TextField(verbose_name="Why does the child live here?")),
                (
                    "purpose",
                    models.TextField(
                        help_text="The focus, in two or three sentences.",
                        verbose_name="What is it for?",
                    ),
                ),
                (
                    "will_have_changed",
                    models.TextField(verbose_name="What will have changed when it has worked?"),
                ),
                (
                    "how_long",
                    models.TextField(blank=True, verbose_name="How long, and what comes after?"),
                ),
                (
                    "own_words",
                    models.TextField(
                        blank=True,
                        help_text="As said, without putting it right.",
                        verbose_name="What the child says about it",
                    ),
                ),
                (
                    "health",
                    models.TextField(
                        blank=True, verbose_name="Health, and who consents to treatment"
                    ),
                ),
                ("education", models.TextField(blank=True, verbose_name="School and learning")),
                (
                    "family_time",
                    models.TextField(
                        blank=True,
                        help_text="With whom; whose task planning and being there is.",
                        verbose_name="Family time",
                    ),
                ),
                (
                    "every_day",
                    models.TextField(
                        blank=True, verbose_name="Every day: food, faith, language, interests"
                    ),
                ),
                (
                    "visits",
                    models.TextField(blank=True, verbose_name="Who visits, and who can be rung"),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("signed", "Signed it"),
                            ("yes", "Said yes to it"),
                            ("partly", "Agrees with some of it"),
                            ("no", "Did not want to sign"),
                        ],
                        max_length=6,
                        verbose_name="what did the child say to it?",
                    ),
                ),
                (
                    "answer_words",
                    models.TextField(blank=True, verbose_name="in the child's own words"),
                ),
                (
                    "child_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="the child's answer"
                    ),
                ),
                (
                    "council_name",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="who signed for the council?"
                    ),
                ),
                (
                    "council_on",
                    models.DateField(blank=True, null=True, verbose_name="on which day?"),
                ),
                (
                    "council_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="council signed"),
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
                    "child_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="asked by",
                    ),
                ),
                (
                    "council_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="written down by",
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
                        to="placements.placementplan",
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
                "verbose_name": "placement plan",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="PlanOutcome",
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
                    "area",
                    models.CharField(
                        choices=[
                            ("health", "Health"),
                            ("feelings", "Feelings"),
                            ("school", "School and learning"),
                            ("family", "Family"),
                            ("friends", "Friends and fun"),
                            ("safety", "Keeping safe"),
                            ("identity", "Who I am"),
                            ("skills", "Doing things myself"),
                            ("home", "Living here"),
                            ("moving_on", "Moving on"),
                        ],
                        max_length=10,
                        verbose_name="about",
                    ),
                ),
                ("words", models.CharField(max_length=300, verbose_name="what was agreed")),
                (
                    "starting_point",
                    models.CharField(blank=True, max_length=300, verbose_name="where it begins"),
                ),
                ("wanted", models.CharField(max_length=300, verbose_name="what it will look like")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="placements.placementplan",
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
            name="PlanPerson",
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
                ("name", models.CharField(max_length=120, verbose_name="who")),
                (
                    "part",
                    models.CharField(
                        help_text="Social worker, mum, IRO …",
                        max_length=120,
                        verbose_name="who they are",
                    ),
                ),
                (
                    "came",
                    models.CharField(
                        choices=[
                            ("came", "Came"),
                            ("phone", "By phone or video"),
                            ("sorry", "Could not come"),
                            ("not", "Did not come"),
                        ],
                        default="came",
                        max_length=5,
                        verbose_name="came?",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="placements.placementplan",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="placementplan",
            index=models.Index(fields=["home", "-happened_at", "-id"], name="placementplan_home"),
        ),
        migrations.AddIndex(
            model_name="placementplan",
            index=models.Index(fields=["child", "-happened_at", "-id"], name="placementplan_child"),
        ),
        migrations.AddConstraint(
            model_name="placementplan",
            constraint=models.UniqueConstraint(
                fields=("author", "submission"), name="placements_placementplan_submitted_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="placementplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("void_at", None), ("void_by", None)),
                    models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                    _connector="OR",
                ),
                name="placements_placementplan_void_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="placementplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("signed_at", None), ("signed_by", None)),
                    models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                    _connector="OR",
                ),
                name="placements_placementplan_signed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="placementplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("child_at", None), ("child_by", None)),
                    models.Q(("child_at__isnull", False), ("child_by__isnull", False)),
                    _connector="OR",
                ),
                name="placements_placementplan_child_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="placementplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("council_at", None), ("council_by", None)),
                    models.Q(("council_at__isnull", False), ("council_by__isnull", False)),
                    _connector="OR",
                ),
                name="placements_placementplan_council_at_and_by",
            ),
        ),
    ]
