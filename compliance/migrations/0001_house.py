import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import cura.lib.uuid7


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_who"),
        ("accounts", "__first__"),
        ("residents", "0001_house"),
    ]

    operations = [
        migrations.CreateModel(
            name="FireDrill",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                (
                    "minutes",
                    models.DecimalField(
                        decimal_places=1, max_digits=4, verbose_name="minutes until all were out"
                    ),
                ),
                (
                    "asleep",
                    models.BooleanField(
                        default=False, verbose_name="it was at night, with people asleep"
                    ),
                ),
                ("learnt", models.TextField(verbose_name="what went well, and what did we learn?")),
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
                        to="compliance.firedrill",
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
                "verbose_name": "fire drill",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="firedrill_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="compliance_firedrill_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_firedrill_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_firedrill_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DrillPerson",
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
                    "adult",
                    models.CharField(blank=True, max_length=120, verbose_name="or which adult?"),
                ),
                ("took_part", models.BooleanField(default=True, verbose_name="took part")),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="how it was for them"
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
                    ),
                ),
                (
                    "drill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="compliance.firedrill",
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
            name="FireExitCheck",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("place", models.CharField(max_length=120, verbose_name="which doors and exits?")),
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
                        to="compliance.fireexitcheck",
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
                "verbose_name": "fire exit check",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="fireexitcheck_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_fireexitcheck_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_fireexitcheck_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_fireexitcheck_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FirstAidCheck",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("place", models.CharField(max_length=60, verbose_name="which box?")),
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
                        to="compliance.firstaidcheck",
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
                "verbose_name": "first-aid box check",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="firstaidcheck_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_firstaidcheck_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_firstaidcheck_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_firstaidcheck_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FridgeTemperature",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                (
                    "appliance",
                    models.CharField(max_length=60, verbose_name="which fridge or freezer?"),
                ),
                ("freezer", models.BooleanField(default=False, verbose_name="it is a freezer")),
                ("celsius", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="°C")),
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
                        to="compliance.fridgetemperature",
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
                "verbose_name": "fridge temperature",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["home", "-happened_at", "-id"], name="fridgetemperature_home"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_fridgetemperature_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_fridgetemperature_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_fridgetemperature_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GardenCheck",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("place", models.CharField(max_length=120, verbose_name="what was looked at?")),
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
                        to="compliance.gardencheck",
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
                "verbose_name": "garden check",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="gardencheck_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_gardencheck_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_gardencheck_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_gardencheck_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LigatureKnifeCheck",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("place", models.CharField(max_length=60, verbose_name="where is it?")),
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
                        to="compliance.ligatureknifecheck",
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
                "verbose_name": "ligature knife check",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["home", "-happened_at", "-id"], name="ligatureknifecheck_home"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_ligatureknifecheck_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_ligatureknifecheck_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_ligatureknifecheck_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MedicineRoomTemperature",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        default="Office", max_length=60, verbose_name="which cupboard?"
                    ),
                ),
                ("celsius", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="°C")),
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
                        to="compliance.medicineroomtemperature",
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
                "verbose_name": "medicine room temperature",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["home", "-happened_at", "-id"], name="medicineroomtemperature_home"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_medicineroomtemperature_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_medicineroomtemperature_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_medicineroomtemperature_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NightRound",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        default="Doors, windows, cooker, lights",
                        max_length=120,
                        verbose_name="what was looked at?",
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
                        to="compliance.nightround",
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
                "verbose_name": "night round of the house",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="nightround_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="compliance_nightround_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_nightround_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_nightround_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SmokeAlarmCheck",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("place", models.CharField(max_length=120, verbose_name="which alarms?")),
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
                        to="compliance.smokealarmcheck",
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
                "verbose_name": "smoke and gas alarm check",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["home", "-happened_at", "-id"], name="smokealarmcheck_home"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_smokealarmcheck_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_smokealarmcheck_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_smokealarmcheck_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VehicleCheck",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("place", models.CharField(max_length=60, verbose_name="which car?")),
                ("miles", models.PositiveIntegerField(verbose_name="miles on the clock")),
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
                        to="compliance.vehiclecheck",
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
                "verbose_name": "vehicle check",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="vehiclecheck_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_vehiclecheck_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_vehiclecheck_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_vehiclecheck_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WaterTemperature",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("outlet", models.CharField(max_length=60, verbose_name="which tap or shower?")),
                ("celsius", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="°C")),
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
                        to="compliance.watertemperature",
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
                "verbose_name": "water temperature",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["home", "-happened_at", "-id"], name="watertemperature_home"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_watertemperature_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_watertemperature_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_watertemperature_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WindowCheck",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("place", models.CharField(max_length=120, verbose_name="which rooms?")),
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
                        to="compliance.windowcheck",
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
                "verbose_name": "window check",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="windowcheck_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_windowcheck_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_windowcheck_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_windowcheck_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Defect",
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
                ("what", models.CharField(max_length=200, verbose_name="what is broken?")),
                ("where", models.CharField(max_length=120, verbose_name="where?")),
                (
                    "danger",
                    models.BooleanField(
                        default=False,
                        help_text="Glass, a window that opens too far, a loose cord, a missing door: make it safe in this shift.",
                        verbose_name="it could hurt somebody",
                    ),
                ),
                (
                    "whose",
                    models.CharField(
                        choices=[
                            ("home", "Ours to mend"),
                            ("owner", "The owner of the house"),
                            ("other", "Somebody else"),
                        ],
                        default="home",
                        max_length=6,
                        verbose_name="whose task is it?",
                    ),
                ),
                (
                    "told",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="who has been told, and when?"
                    ),
                ),
                ("source_label", models.CharField(blank=True, editable=False, max_length=80)),
                ("source_id", models.UUIDField(editable=False, null=True)),
                (
                    "safe_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="made safe"),
                ),
                ("safe_how", models.TextField(blank=True, verbose_name="how was it made safe?")),
                (
                    "mended_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="mended"),
                ),
                (
                    "mended_how",
                    models.TextField(blank=True, verbose_name="what was done, and by whom?"),
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
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.home",
                        verbose_name="home",
                    ),
                ),
                (
                    "mended_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="compliance.defect",
                    ),
                ),
                (
                    "safe_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "verbose_name": "defect",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="defect_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"), name="compliance_defect_submitted_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_defect_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_defect_signed_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("safe_at", None), ("safe_by", None)),
                            models.Q(("safe_at__isnull", False), ("safe_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_defect_safe_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mended_at", None), ("mended_by", None)),
                            models.Q(("mended_at__isnull", False), ("mended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_defect_mended_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ElectricsCheck",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("place", models.CharField(max_length=120, verbose_name="which rooms?")),
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
                        to="compliance.electricscheck",
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
                "verbose_name": "electrics check",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="electricscheck_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_electricscheck_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_electricscheck_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_electricscheck_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EmergencyLightCheck",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("lamp", models.CharField(max_length=120, verbose_name="which lamps?")),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="minutes that they stayed on"
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
                        to="compliance.emergencylightcheck",
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
                "verbose_name": "emergency light check",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["home", "-happened_at", "-id"], name="emergencylightcheck_home"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_emergencylightcheck_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_emergencylightcheck_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_emergencylightcheck_signed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FireAlarmTest",
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
                    "fault",
                    models.CharField(
                        blank=True,
                        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
                        max_length=200,
                        verbose_name="what is wrong?",
                    ),
                ),
                ("call_point", models.CharField(max_length=60, verbose_name="which call point?")),
                ("heard", models.BooleanField(default=True, verbose_name="heard in every room")),
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
                        to="compliance.firealarmtest",
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
                "verbose_name": "fire alarm test",
                "ordering": ("-happened_at", "-id"),
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["home", "-happened_at", "-id"], name="firealarmtest_home")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("author", "submission"),
                        name="compliance_firealarmtest_submitted_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("void_at", None), ("void_by", None)),
                            models.Q(("void_at__isnull", False), ("void_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_firealarmtest_void_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="compliance_firealarmtest_signed_at_and_by",
                    ),
                ],
            },
        ),
    ]
