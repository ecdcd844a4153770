"""What to compare with: each library's barest bot, which says again what it hears. `echoes KIND API_URL`.

KIND is `aiogram`, `ptb`, `wechatpy`, or `stateful`: aiogram with its state in Redis, read and written
three times a message, as bots usually are. A kill takes from each of them what it was doing.
"""

import os
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.benchmarks.networks import WECHAT_ID, WECHAT_KEY, WECHAT_TOKEN

TOKEN = f"7000000001:{'a' * 35}"
REDIS = os.environ.get("KAOWU_TEST_REDIS_URL", "redis://127.0.0.1:6379/0")
FORGOTTEN_S = 60

Take = Callable[[Request], Awaitable[Response]]


@asynccontextmanager
async def aiogram(api: str) -> AsyncIterator[Take]:
    from aiogram import Dispatcher
    from aiogram.types import Message

    dispatcher = Dispatcher(disable_fsm=True)

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    async with by_aiogram(dispatcher, api) as take:
        yield take


@asynccontextmanager
async def stateful(api: str) -> AsyncIterator[Take]:
    from aiogram import Dispatcher
    from aiogram.fsm.context import FSMContext
    from aiogram.fsm.storage.redis import RedisStorage
    from aiogram.types import Message

    storage = RedisStorage.from_url(REDIS, state_ttl=FORGOTTEN_S, data_ttl=FORGOTTEN_S)
    dispatcher = Dispatcher(storage=storage)

    @dispatcher.message()
    async def answer(message: Message, state: FSMContext) -> None:
        said = await state.get_data()
        await state.set_data({"said": said.get("said", 0) + 1, "last": message.text})
        await state.set_state("asked")
        await message.answer(message.text or "")

    async with by_aiogram(dispatcher, api) as take:
        yield take
    await storage.close()


@asynccontextmanager
async def by_aiogram(dispatcher: Any, api: str) -> AsyncIterator[Take]:
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    bot = Bot(TOKEN, AiohttpSession(api=TelegramAPIServer.from_base(api)))

    async def take(request: Request) -> Response:
        await dispatcher.feed_raw_update(bot, await request.json())
        return Response()

    yield take
    await bot.session.close()


@asynccontextmanager
async def ptb(api: str) -> AsyncIterator[Take]:
    from telegram import Update
    from telegram.ext import ApplicationBuilder, MessageHandler, filters

    builder = ApplicationBuilder().token(TOKEN).base_url(f"{api}/bot").updater(None)
    application = builder.build()

    async def echo(update: Update, _: Any) -> None:
        assert update.message
        await update.message.reply_text(update.message.text or "")

    application.add_handler(MessageHandler(filters.TEXT, echo))

    async def take(request: Request) -> Response:
        update = Update.de_json(await request.json(), application.bot)
        await application.process_update(update)
        return Response()

    async with application:
        yield take


@asynccontextmanager
async def wechatpy(_: str) -> AsyncIterator[Take]:
    from wechatpy import parse_message
    from wechatpy.crypto import WeChatCrypto
    from wechatpy.replies import create_reply

    crypto = WeChatCrypto(WECHAT_TOKEN, WECHAT_KEY, WECHAT_ID)

    async def take(request: Request) -> Response:
        asked = request.query_params
        signed = asked["msg_signature"], asked["timestamp"], asked["nonce"]
        message = parse_message(crypto.decrypt_message(await request.body(), *signed))
        reply = create_reply(message.content, message).render()
        sealed = crypto.encrypt_message(reply, asked["nonce"], asked["timestamp"])
        return Response(sealed, media_type="application/xml")

    yield take


KINDS: dict[str, Callable[[str], AbstractAsyncContextManager[Take]]] = {
    "aiogram": aiogram,
    "stateful": stateful,
    "ptb": ptb,
    "wechatpy": wechatpy,
}


def main(kind: str, api: str) -> None:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with KINDS[kind](api) as take:
            app.state.take = take
            yield

    async def hear(request: Request) -> Response:
        return await request.app.state.take(request)

    app = Starlette(routes=[Route("/", hear, methods=["POST"])], lifespan=lifespan)
    config = uvicorn.Config(app, log_config=None, access_log=False)
    with socket.create_server(("127.0.0.1", 0), backlog=2048) as listener:
        print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main(*sys.argv[1:])
