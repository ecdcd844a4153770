"""Prepared statements: what they do and how they fail is what SQLAlchemy would have done."""

from contextlib import suppress
from typing import Any

import psycopg
import pytest
from sqlalchemy import bindparam, column, literal, select, table

from store.batches import batches
from store.faults import TransientFault
from store.inbox import InboxState, inbox
from store.prepared import Prepared
from store.schema import insert_or_keep
from store.unit import Store
from tests.store.office import open_batch


def test_rows_are_those_of_sqlalchemy(store: Store) -> None:
    batch = open_batch(store)
    question: Any = (
        select(batches.c.number, batches.c.exam_on, batches.c.closes_at, literal("·").label("dot"))
        .where(batches.c.id == bindparam("batch"))
        .limit(1)
    )
    prepared = Prepared(question)
    with store.reading() as work:
        expected = [tuple(row) for row in work.connection.execute(question, {"batch": batch.id})]
        for _ in range(2):
            assert prepared.rows(work.connection, {"batch": batch.id}) == expected
        assert prepared.rows(work.connection, {"batch": 0}) == []


def test_a_row_goes_by_its_columns_names(store: Store) -> None:
    batch = open_batch(store)
    prepared = Prepared(select(batches).where(batches.c.id == bindparam("batch")))
    with store.reading() as work:
        assert prepared.one(work.connection, {"batch": batch.id}).exam_on == batch.exam_on
        assert prepared.row(work.connection, {"batch": 0}) is None
        with pytest.raises(KeyError):
            prepared.one(work.connection, {"batch": 0})


def test_what_is_written_is_read_back_the_same(store: Store) -> None:
    insert = Prepared(insert_or_keep(inbox), columns=("key", "content_fp", "at", "state"))
    with store.writing() as work:
        values = {"content_fp": b"x", "at": work.now, "state": InboxState.DONE}
        assert insert.run(work.connection, {"key": "one", **values}) == 1
        assert insert.run(work.connection, {"key": "one", **values}) == 0
        insert.run(work.connection, {"key": "two", **values}, {"key": "three", **values})
    with store.reading() as work:
        kept = work.connection.execute(select(inbox.c.key, inbox.c.at, inbox.c.content_fp)).all()
    assert {tuple(row) for row in kept} == {
        (key, work.now, b"x") for key in ("one", "two", "three")
    }


def test_a_value_left_out_is_a_bug_and_not_an_empty_column(store: Store) -> None:
    insert = Prepared(insert_or_keep(inbox), columns=("key", "content_fp", "at", "state"))
    with pytest.raises(KeyError), store.writing() as work:
        insert.run(work.connection, {"key": "one", "at": work.now, "state": InboxState.DONE})


def test_a_question_the_database_does_not_understand_is_a_bug(store: Store) -> None:
    prepared = Prepared(select(column("number")).select_from(table("no_such_table")))
    with pytest.raises(Exception, match="no_such_table") as error, store.reading() as work:
        prepared.rows(work.connection, {})
    assert not isinstance(error.value, TransientFault)


class TestOnPostgreSQL:
    @pytest.fixture
    def database_url(self, empty_postgresql_url: str) -> str:
        return empty_postgresql_url

    def test_a_lost_connection_is_a_transient_fault_and_the_next_unit_works(
        self, store: Store, database_url: str
    ) -> None:
        prepared = Prepared(select(batches.c.number))
        with suppress(TransientFault), store.reading() as work:
            mine = work.connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
            with psycopg.connect(database_url, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(%s, 5000)", (mine,))
            with pytest.raises(TransientFault):
                prepared.rows(work.connection, {})
        with store.reading() as work:
            assert prepared.rows(work.connection, {}) == []
