"""A served demonstration and a real Chromium, phone-sized: for tests of the page as people use it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.browser.phone import Phone
from tests.conftest import leave_out

PHONE = {"width": 390, "height": 844}
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the machine has it."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        leave_out("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """A directory filled by `kaowu demo`, and what it says there is to try."""
    folder = tmp_path_factory.mktemp("browser") / "data"
    said = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--json", "--data", str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env=clean_environment(),
    )
    return folder, json.loads(said.stdout)


@pytest.fixture(scope="session")
def server(demonstration: tuple[Path, dict[str, Any]]) -> Iterator[str]:
    """The address of a server on the demonstration."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve", "--port", "0", "--data", str(demonstration[0])],
        stdout=subprocess.PIPE,
        text=True,
        env=clean_environment(),
    )
    assert process.stdout is not None
    address = next(
        word for line in process.stdout for word in line.split() if word.startswith("http://")
    )
    yield address.rstrip(".")
    process.terminate()
    process.communicate(timeout=20)


def clean_environment() -> dict[str, str]:
    """The environment without settings of the machine the tests run on."""
    return {k: v for k, v in os.environ.items() if not k.startswith("KAOWU_")}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One person's phone: its own cookies, Chinese, light."""
    context = browser.new_context(viewport=PHONE, locale="zh-CN", has_touch=True)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def phone(context: BrowserContext, server: str) -> Phone:
    """The page, open and greeted."""
    return Phone(context, server)
