import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cura.lib.uuid7


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_placement_permissions"),
        ("residents", "0007_file"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Aim",
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
                        verbose_name="what is it about?",
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        help_text="In the child's own words, if said.",
                        verbose_name="What is the aim?",
                    ),
                ),
                (
                    "voice",
                    models.CharField(
                        choices=[
                            ("child", "The child's own words"),
                            ("together", "Written together"),
                            ("adults", "The adults' words"),
                        ],
                        default="together",
                        max_length=8,
                        verbose_name="whose words are these?",
                    ),
                ),
                (
                    "starting_point",
                    models.TextField(
                        blank=True,
                        help_text="What can be seen today: how often, how long, with whom. It may be added later.",
                        verbose_name="Where does it begin?",
                    ),
                ),
                (
                    "wanted",
                    models.TextField(
                        help_text="What anybody could see or hear.",
                        verbose_name="What will it look like when it is reached?",
                    ),
                ),
                (
                    "source_words",
                    models.CharField(
                        blank=True,
                        help_text="The review of 3 May; the health plan; the child asked.",
                        max_length=200,
                        verbose_name="where does it come from?",
                    ),
                ),
                ("source_label", models.CharField(blank=True, editable=False, max_length=80)),
                ("source_id", models.UUIDField(editable=False, null=True)),
                (
                    "how_ended",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "Reached"),
                            ("partly", "Some of it"),
                            ("changed", "The child wants something else now"),
                            ("left", "The child no longer lives here"),
                            ("dropped", "It did not help"),
                        ],
                        max_length=8,
                        verbose_name="how did it end?",
                    ),
                ),
                (
                    "ended_words",
                    models.TextField(blank=True, verbose_name="what is different now?"),
                ),
                (
                    "ended_own_words",
                    models.TextField(blank=True, verbose_name="what the child says about it"),
                ),
                (
                    "closed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="closed"),
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
                    "closed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="closed by",
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
                        to="residents.aim",
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
                "verbose_name": "aim",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="AimEntry",
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
                ("on", models.DateField(verbose_name="which day?")),
                ("step", models.CharField(blank=True, max_length=200, verbose_name="the step")),
                ("did", models.TextField(blank=True, verbose_name="what we did")),
                (
                    "stands",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (0, "Not begun yet"),
                            (1, "Begun"),
                            (2, "Some of the way"),
                            (3, "Nearly there"),
                            (4, "There"),
                        ],
                        null=True,
                        verbose_name="how far is it?",
                    ),
                ),
                ("moved", models.TextField(blank=True, verbose_name="what moved")),
                ("own_words", models.TextField(blank=True, verbose_name="how the child sees it")),
                ("at", models.DateTimeField(verbose_name="written")),
                (
                    "aim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="residents.aim",
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
                "ordering": (
                    models.OrderBy(models.F("on"), descending=True),
                    models.OrderBy(models.F("at"), descending=True),
                ),
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="AimStep",
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
                ("what", models.CharField(max_length=200, verbose_name="the step")),
                ("we_do", models.CharField(max_length=300, verbose_name="what we do about it")),
                ("who", models.CharField(max_length=80, verbose_name="who")),
                ("by_when", models.DateField(blank=True, null=True, verbose_name="by when")),
                (
                    "aim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="residents.aim",
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
            name="PlanAsked",
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
                ("at", models.DateTimeField()),
                ("cause_label", models.CharField(max_length=80)),
                ("cause_id", models.UUIDField()),
                ("words", models.CharField(max_length=200)),
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
            ],
            options={
                "ordering": ("at", "id"),
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="PlanLook",
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
                ("at", models.DateTimeField()),
                ("plan_id", models.UUIDField()),
                ("words", models.TextField(blank=True, verbose_name="what we thought")),
                ("own_words", models.TextField(blank=True, verbose_name="what the child said")),
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
            ],
            options={
                "ordering": ("at", "id"),
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="SafetyPlan",
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
                    "number",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "why_now",
                    models.CharField(
                        choices=[
                            ("first", "The first one"),
                            ("month", "A month has gone by"),
                            ("event", "Something happened"),
                            ("news", "We know something new"),
                            ("asked", "The child asked for it"),
                        ],
                        default="first",
                        max_length=6,
                        verbose_name="why now?",
                    ),
                ),
                (
                    "what_is_new",
                    models.TextField(
                        blank=True,
                        help_text="So that whoever knows the last one finds it.",
                        verbose_name="What is new in it?",
                    ),
                ),
                (
                    "written_with",
                    models.TextField(
                        help_text="When, where, what the child said and chose.",
                        verbose_name="How was it written together?",
                    ),
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
                    "shared_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="gone through together"
                    ),
                ),
                (
                    "triggers",
                    models.TextField(
                        help_text="As the child says it.", verbose_name="What makes it hard for me"
                    ),
                ),
                (
                    "early_signs",
                    models.TextField(
                        help_text="What comes first, and next.", verbose_name="How you can tell"
                    ),
                ),
                ("helps", models.TextField(verbose_name="What helps me")),
                (
                    "ask_me",
                    models.CharField(
                        blank=True,
                        help_text="“Ask me to play you the slow one.” It stands large on the page.",
                        max_length=160,
                        verbose_name="the one thing to ask or offer me",
                    ),
                ),
                ("not_helps", models.TextField(verbose_name="What does not help me")),
                ("i_can", models.TextField(blank=True, verbose_name="What I can do myself")),
                ("afterwards", models.TextField(blank=True, verbose_name="What I need afterwards")),
                (
                    "worries",
                    models.TextField(
                        help_text="What has happened, when last, to whom; and what has got better.",
                        verbose_name="What could happen, and how likely it is",
                    ),
                ),
                (
                    "adults_do",
                    models.TextField(
                        help_text="All of us the same.", verbose_name="What we do, step by step"
                    ),
                ),
                ("never", models.TextField(blank=True, verbose_name="What we never do")),
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
                        to="residents.safetyplan",
                    ),
                ),
                (
                    "shared_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gone through by",
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
                "verbose_name": "safety plan",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="SafetyPlanPaper",
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
                ("name", models.CharField(max_length=160, verbose_name="paper")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("read", "Read"),
                            ("unread", "Here, not read yet"),
                            ("owed", "Has not come"),
                        ],
                        default="read",
                        max_length=6,
                        verbose_name="read?",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="residents.safetyplan",
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
            name="SafetyPlanPerson",
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
                ("name", models.CharField(max_length=80, verbose_name="who")),
                ("phone", models.CharField(blank=True, max_length=40, verbose_name="number")),
                ("when", models.CharField(blank=True, max_length=120, verbose_name="when")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="residents.safetyplan",
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
            name="SupportPlan",
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
                    "number",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, verbose_name="version"
                    ),
                ),
                (
                    "why_now",
                    models.CharField(
                        choices=[
                            ("first", "The first one"),
                            ("month", "A month has gone by"),
                            ("event", "Something happened"),
                            ("news", "We know something new"),
                            ("asked", "The child asked for it"),
                        ],
                        default="first",
                        max_length=6,
                        verbose_name="why now?",
                    ),
                ),
                (
                    "what_is_new",
                    models.TextField(
                        blank=True,
                        help_text="So that whoever knows the last one finds it.",
                        verbose_name="What is new in it?",
                    ),
                ),
                (
                    "written_with",
                    models.TextField(
                        help_text="When, where, what the child said and chose.",
                        verbose_name="How was it written together?",
                    ),
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
                    "shared_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="gone through together"
                    ),
                ),
                (
                    "matters",
                    models.TextField(
                        help_text="As the child says it.", verbose_name="What matters to me"
                    ),
                ),
                (
                    "good_at",
                    models.TextField(blank=True, verbose_name="What I am good at and enjoy"),
                ),
                (
                    "good_day",
                    models.TextField(
                        blank=True,
                        help_text="Waking, food, school, evenings, sleep.",
                        verbose_name="My good day",
                    ),
                ),
                (
                    "how_to_be",
                    models.TextField(blank=True, verbose_name="How I like adults to be with me"),
                ),
                (
                    "the_same",
                    models.TextField(
                        help_text="So that it does not depend on who is on shift.",
                        verbose_name="What all of us do the same",
                    ),
                ),
                ("health", models.TextField(blank=True, verbose_name="Health and body")),
                ("feelings", models.TextField(blank=True, verbose_name="Feelings")),
                ("school", models.TextField(blank=True, verbose_name="School and learning")),
                ("family", models.TextField(blank=True, verbose_name="Family and friends")),
                ("identity", models.TextField(blank=True, verbose_name="Who I am")),
                ("skills", models.TextField(blank=True, verbose_name="Doing things myself")),
                ("next", models.TextField(blank=True, verbose_name="What comes after here")),
                (
                    "my_page",
                    models.TextField(
                        help_text="Say “you”. Short sentences, easy words, nothing that frightens.",
                        verbose_name="The child's own page",
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
                        to="residents.supportplan",
                    ),
                ),
                (
                    "shared_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gone through by",
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
                "verbose_name": "support plan",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="HealthCarried",
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
                ("what", models.CharField(max_length=200, verbose_name="recommendation")),
                (
                    "said_in",
                    models.CharField(max_length=160, verbose_name="who says so, and where"),
                ),
                ("we_do", models.CharField(max_length=300, verbose_name="what we do")),
                ("who", models.CharField(max_length=80, verbose_name="who")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="health_lines",
                        to="residents.supportplan",
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
            name="SupportPlanPaper",
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
                ("name", models.CharField(max_length=160, verbose_name="paper")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("read", "Read"),
                            ("unread", "Here, not read yet"),
                            ("owed", "Has not come"),
                        ],
                        default="read",
                        max_length=6,
                        verbose_name="read?",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="papers",
                        to="residents.supportplan",
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
            model_name="aim",
            index=models.Index(fields=["home", "-happened_at", "-id"], name="aim_home"),
        ),
        migrations.AddIndex(
            model_name="aim",
            index=models.Index(fields=["child", "-happened_at", "-id"], name="aim_child"),
        ),
        migrations.AddIndex(
            model_name="aim",
            index=models.Index(fields=["source_id"], name="aim_source"),
        ),
        migrations.AddConstraint(
            model_name="aim",
            constraint=models.UniqueConstraint(
                fields=("author", "submission"), name="residents_aim_submitted_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="aim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("void_at", None), ("void_by", None)),
                    models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                    _connector="OR",
                ),
                name="residents_aim_void_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="aim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_at", None), ("closed_by", None)),
                    models.Q(("closed_at__isnull", False), ("closed_by__isnull", False)),
                    _connector="OR",
                ),
                name="residents_aim_closed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="aim",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("source_id", None), ("source_label", "")),
                    models.Q(
                        ("source_id__isnull", False), models.Q(("source_label", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="residents_aim_source_whole",
            ),
        ),
        migrations.AddIndex(
            model_name="aimentry",
            index=models.Index(fields=["aim", "-on"], name="aimentry_aim"),
        ),
        migrations.AddIndex(
            model_name="planasked",
            index=models.Index(fields=["child", "label", "at"], name="planasked_child"),
        ),
        migrations.AddConstraint(
            model_name="planasked",
            constraint=models.UniqueConstraint(
                fields=("label", "cause_id"), name="residents_planasked_once"
            ),
        ),
        migrations.AddIndex(
            model_name="planlook",
            index=models.Index(fields=["child", "label", "at"], name="planlook_child"),
        ),
        migrations.AddIndex(
            model_name="safetyplan",
            index=models.Index(fields=["home", "-happened_at", "-id"], name="safetyplan_home"),
        ),
        migrations.AddIndex(
            model_name="safetyplan",
            index=models.Index(fields=["child", "-happened_at", "-id"], name="safetyplan_child"),
        ),
        migrations.AddConstraint(
            model_name="safetyplan",
            constraint=models.UniqueConstraint(
                fields=("author", "submission"), name="residents_safetyplan_submitted_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="safetyplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("void_at", None), ("void_by", None)),
                    models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                    _connector="OR",
                ),
                name="residents_safetyplan_void_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="safetyplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("signed_at", None), ("signed_by", None)),
                    models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                    _connector="OR",
                ),
                name="residents_safetyplan_signed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="safetyplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("shared_at", None), ("shared_by", None)),
                    models.Q(("shared_at__isnull", False), ("shared_by__isnull", False)),
                    _connector="OR",
                ),
                name="residents_safetyplan_shared_at_and_by",
            ),
        ),
        migrations.AddIndex(
            model_name="supportplan",
            index=models.Index(fields=["home", "-happened_at", "-id"], name="supportplan_home"),
        ),
        migrations.AddIndex(
            model_name="supportplan",
            index=models.Index(fields=["child", "-happened_at", "-id"], name="supportplan_child"),
        ),
        migrations.AddConstraint(
            model_name="supportplan",
            constraint=models.UniqueConstraint(
                fields=("author", "submission"), name="residents_supportplan_submitted_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="supportplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("void_at", None), ("void_by", None)),
                    models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                    _connector="OR",
                ),
                name="residents_supportplan_void_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="supportplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("signed_at", None), ("signed_by", None)),
                    models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                    _connector="OR",
                ),
                name="residents_supportplan_signed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="supportplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("shared_at", None), ("shared_by", None)),
                    models.Q(("shared_at__isnull", False), ("shared_by__isnull", False)),
                    _connector="OR",
                ),
                name="residents_supportplan_shared_at_and_by",
            ),
        ),
    ]
