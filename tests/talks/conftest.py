"""Talks are about words: they run on SQLite, and those marked `both_databases` on PostgreSQL, too."""

import pytest


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    kind = getattr(request, "param", "sqlite")
    name = "sqlite_url" if kind == "sqlite" else "empty_postgresql_url"
    url: str = request.getfixturevalue(name)
    return url
