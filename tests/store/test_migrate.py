"""The migrations lead, on both databases, to exactly the tables the nouns define."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from store.migrate import STEPS, is_current, last_step, migrate
from store.schema import all_tables
from store.unit import Store


def test_the_migrated_schema_is_what_the_nouns_define(store: Store) -> None:
    with store.reading() as work:
        context = MigrationContext.configure(work.connection, opts={"include_object": is_ours})
        assert compare_metadata(context, all_tables()) == []


def is_ours(_object: object, name: str | None, *_: object) -> bool:
    """The carrier of jobs keeps tables of its own on PostgreSQL."""
    return not (name or "").startswith("procrastinate_")


def test_a_migrated_database_is_current_and_migrating_again_changes_nothing(
    database_url: str,
) -> None:
    assert is_current(database_url)
    migrate(database_url)
    assert is_current(database_url)


def test_a_new_database_is_not_current_until_it_is_migrated(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"
    assert not is_current(url)
    migrate(url)
    assert is_current(url)


def test_a_database_one_step_behind_is_not_current(store: Store, database_url: str) -> None:
    with store.writing() as work:
        behind = text("UPDATE alembic_version SET version_num = '0026'")
        work.connection.execute(behind)
    try:
        assert not is_current(database_url)
    finally:
        with store.writing() as work:
            there = text("UPDATE alembic_version SET version_num = :last")
            work.connection.execute(there, {"last": last_step()})
    assert is_current(database_url)


def test_the_last_step_is_known_by_the_name_of_its_file() -> None:
    assert last_step() == ScriptDirectory(str(STEPS)).get_current_head()


def test_the_steps_are_one_line_numbered_from_one() -> None:
    steps = [step.revision for step in ScriptDirectory(str(STEPS)).walk_revisions()]
    assert sorted(steps) == [f"{number:04}" for number in range(1, len(steps) + 1)]
