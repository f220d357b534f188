"""`manage.py open_home`: the first home of a real installation, and who looks after it.

Asks for what the options do not say. Prints a link that works once, with which the manager
chooses her password; she then makes all other accounts herself.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from cura.core.accounts import actions, invitations
from cura.core.accounts.home import Organisation
from cura.core.accounts.program import INSTALLER as BY

QUESTIONS = {
    "organisation": "Name of the organisation that is registered for the home",
    "home": "Name of the home",
    "manager": "Full name of the registered manager",
    "username": "Her sign-in name (small letters, such as rosa.webb)",
    "email": "Her email (may stay empty)",
}


class Command(BaseCommand):
    help = "Opens an organisation (unless it is there), a home, and an account for its manager."

    def add_arguments(self, parser):
        for name, question in QUESTIONS.items():
            parser.add_argument(f"--{name}", help=question)

    def handle(self, **options):
        said = {
            name: options[name] if options[name] is not None else input(f"{question}: ").strip()
            for name, question in QUESTIONS.items()
        }
        try:
            path = self.open(**said)
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from refused
        hours = invitations.HOURS
        self.stdout.write(f"{said['home']} is open. {said['manager']} chooses a password here,")
        self.stdout.write(f"once, within {hours} hours:\n\n  {settings.SITE_URL}{path}\n")

    @transaction.atomic
    def open(self, *, organisation, home, manager, username, email) -> str:
        now = timezone.now()
        held = Organisation.objects.filter(name=organisation).first()
        held = held or actions.open_organisation(name=organisation, by=BY, now=now)
        opened = actions.open_home(organisation=held, name=home, by=BY, now=now)
        person = actions.add_person(
            organisation=held, username=username, name=manager, email=email, by=BY, now=now
        )
        actions.give_role(user=person, role="manager", home=opened, by=BY, now=now)
        # So that she can open further homes and give every role until others do (docs/adr/0010).
        actions.give_role(user=person, role="admin", organisation=held, by=BY, now=now)
        return invitations.invite(user=person, by=BY, now=now)
