"""One child who may come, as the pure rules want her: nothing in here asks the database."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from cura.lib import london

GROWN = 18


@dataclass(frozen=True)
class Coming:
    """`day`: when she is to come. `asked_on` and `age`: how old they said she was, and when."""

    name: str
    day: date
    born: date | None = None
    age: int | None = None
    asked_on: date | None = None
    sex: str = ""
    needs: tuple[str, ...] = ()
    emergency: bool = False

    def ages(self) -> tuple[int, int] | None:
        """The youngest and the oldest that she can be on that day. None when nobody has said.

        With the age alone a birthday may lie between: who was 10 a month ago is 10 or 11.
        """
        if self.born and self.born <= self.day:
            years = london.age(self.born, self.day)
            return years, years
        if self.age is None:
            return None
        asked = min(self.asked_on or self.day, self.day)
        latest = asked - relativedelta(years=self.age)
        earliest = asked - relativedelta(years=self.age + 1) + timedelta(days=1)
        return london.age(latest, self.day), london.age(earliest, self.day)


@dataclass(frozen=True)
class Living:
    """Somebody who lives here, on a day."""

    pk: object
    name: str
    born: date
    came: date
    sex: str = ""
