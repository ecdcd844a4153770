"""The usual app, to compare with: FastAPI, one async ORM select and one ORM insert a message. `usual_app URL`.

It is as durable as ours: one commit a message, synchronous=FULL and WAL on SQLite. It speaks our
API so far that the same client can drive it.
"""

import secrets
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Annotated, Any

import uvicorn
from fastapi import Depends, FastAPI, Header
from pydantic import BaseModel
from sqlalchemy import ForeignKey, event, make_url, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+psycopg"}


class Table(DeclarativeBase):
    pass


class Guest(Table):
    __tablename__ = "guests"
    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)
    language: Mapped[str]
    created_at: Mapped[str]


class Message(Table):
    __tablename__ = "messages"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guests.id"), index=True)
    key: Mapped[str]
    text: Mapped[str]
    said_at: Mapped[str]


class Said(BaseModel):
    id: str
    text: str | None = None
    choice: str | None = None


class Reply(BaseModel):
    cursor: int
    text: str
    said_at: str


class Replies(BaseModel):
    messages: list[Reply]


class Welcome(BaseModel):
    token: str


def make_app(url: str) -> FastAPI:
    parts = make_url(url)
    engine = create_async_engine(parts.set(drivername=DRIVERS[parts.get_backend_name()]))
    sessions = async_sessionmaker(engine, expire_on_commit=False)
    if parts.get_backend_name() == "sqlite":
        event.listen(engine.sync_engine, "connect", prepare)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with engine.begin() as connection:
            await connection.run_sync(Table.metadata.create_all)
        yield
        await engine.dispose()

    app = FastAPI(lifespan=lifespan)

    async def database() -> AsyncIterator[AsyncSession]:
        async with sessions() as session:
            yield session

    Database = Annotated[AsyncSession, Depends(database)]  # noqa: N806 - a type

    @app.post("/api/chat/session", status_code=201)
    async def greet(database: Database) -> Welcome:
        guest = Guest(token=secrets.token_urlsafe(32), language="zh-CN", created_at=now())
        database.add(guest)
        await database.commit()
        return Welcome(token=guest.token)

    @app.post("/api/chat/messages")
    async def say(
        said: Said, database: Database, authorization: Annotated[str, Header()]
    ) -> Replies:
        token = authorization.removeprefix("Bearer ")
        guest = (await database.scalars(select(Guest).where(Guest.token == token))).one()
        text = said.text or said.choice or ""
        message = Message(guest_id=guest.id, key=said.id, text=text, said_at=now())
        database.add(message)
        await database.commit()
        return Replies(messages=[Reply(cursor=message.id, text=text, said_at=message.said_at)])

    return app


def prepare(connection: Any, _record: object) -> None:
    for setting in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000"):
        connection.execute(f"PRAGMA {setting}")


def now() -> str:
    return datetime.now(UTC).isoformat()


def main(url: str) -> None:
    config = uvicorn.Config(make_app(url), log_config=None, access_log=False)
    with socket.create_server(("127.0.0.1", 0), backlog=2048) as listener:
        print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main(sys.argv[1])
