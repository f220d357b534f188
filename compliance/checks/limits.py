"""Temperatures between which a reading is in order, each with where it comes from."""

from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError


@dataclass(frozen=True)
class Limit:
    """Degrees Celsius, both ends included. `basis`: law, guidance, or policy of the home."""

    low: Decimal
    high: Decimal
    basis: str
    cite: str

    def check(self, celsius: Decimal | None, fault: str) -> None:
        """A reading outside needs a word of what was done about it."""
        if celsius is not None and not self.low <= celsius <= self.high and not fault:
            raise ValidationError(
                {
                    "fault": f"{celsius} °C is outside {self.low} to {self.high} °C. "
                    "Say what is wrong and what was done."
                }
            )


FRIDGE = Limit(
    Decimal("0"), Decimal("5"), "guidance", "Food Standards Agency, chilling: 5 °C or below"
)
FREEZER = Limit(
    Decimal("-30"), Decimal("-18"), "guidance", "Food Standards Agency, freezing: -18 °C"
)
MEDICINE_ROOM = Limit(
    Decimal("2"), Decimal("25"), "guidance", "Storage at or below 25 °C, as most leaflets say"
)
HOT_WATER = Limit(
    Decimal("38"),
    Decimal("44"),
    "guidance",
    "HSE, scalding: 44 °C at most at a bath that children use (to be checked)",
)
