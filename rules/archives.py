"""How long what belongs to a batch is kept (R7.7)."""

from datetime import date

from rules.years import DAY, add_years


def kept_until(exam_on: date, years: int) -> date:
    """The last day of so many full years (⚙) after the exam; nothing goes before it is over."""
    return add_years(exam_on, years) - DAY
