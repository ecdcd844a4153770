"""Most of these were faults of words: tests marked `both_databases` run on PostgreSQL, too."""

from tests.talks.conftest import database_url

__all__ = ["database_url"]
