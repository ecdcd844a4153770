"""What is said does not depend on the database: tests marked `both_databases` run on PostgreSQL, too."""

from tests.talks.conftest import database_url

__all__ = ["database_url"]
