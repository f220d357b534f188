"""What the welcome pack is printed from beside the live data: the home's words, faces, a map."""

from django.db import models

from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.attachments.attachment import File

COMFORT = (
    "Your comforter, blanket or teddy stays with you, day and night.\n"
    "If you have a pet, tell us. We find a good place for it, and you help to choose."
)
ROOMS = (
    "Your room: only for you. We knock.\n"
    "Bathroom: you can lock it.\n"
    "Kitchen: ask for a drink or a snack at any time.\n"
    "Living room: sofa, games, television.\n"
    "Garden: when you want air.\n"
    "Office: there is always an adult, at night too."
)


class WelcomeWords(models.Model):
    """What a home says in its welcome pack, in words that a nine-year-old reads."""

    about = ()
    keep = "home_file"

    home = models.OneToOneField(Home, models.PROTECT, primary_key=True, related_name="welcome")
    comfort = models.TextField(
        "where a comforter or a pet may be", default=COMFORT, max_length=600,
        help_text="Short sentences, “you” and “we”.",
    )  # fmt: skip
    rooms = models.TextField(
        "the rooms, one on a line", default=ROOMS, max_length=1200,
        help_text="The room, a colon, what it is for. Printed when there is no map.",
    )  # fmt: skip

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"Welcome pack of {self.home}"


class HomeMap(File):
    """The home's own drawing of where things are. The newest is printed."""

    about = ("uploaded_by",)
    keep = "home_file"

    home = models.ForeignKey(Home, models.PROTECT, related_name="maps")


class OwnPhoto(File):
    """A worker's small picture of herself, which she put there and may take away."""

    about = ("user", "uploaded_by")
    keep = "staff_file"

    user = models.OneToOneField(User, models.PROTECT, related_name="photo")
