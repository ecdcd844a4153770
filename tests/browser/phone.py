"""What a thumb does on the page: look for a question, answer it with its own widget."""

from pathlib import Path
from typing import Self

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.answers import Candidate

expect.set_options(timeout=30_000)
"""A busy machine takes its time; what never comes still fails."""

READY = "#dock:not([aria-busy='true'])"


class Phone:
    """One open page. Errors of the page's own code fail the test that looks at `faults`."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context = context
        self.address = address
        self.page: Page = context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto(address)
        expect(self.page.locator("article.message").first).to_be_visible()

    @property
    def dock(self) -> Locator:
        return self.page.locator("#dock")

    def asks(self, box: str) -> Self:
        """Wait until this box is asked and may be answered."""
        expect(
            self.page.locator(f"#dock[data-box='{box}']:not([aria-busy='true'])")
        ).to_be_visible()
        return self

    def tap(self, choice: str) -> Self:
        """Tap a live option."""
        self.page.locator(f"button[data-choice='{choice}']:enabled").last.click()
        return self

    def tap_labelled(self, label: str) -> Self:
        self.page.locator("button[data-choice]:enabled").filter(has_text=label).last.click()
        return self

    def write(self, text: str) -> Self:
        """Type into the field of the question and send."""
        self.page.locator("#field").fill(text)
        self.page.locator("#send").click()
        return self

    def answer(self, box: str, text: str) -> Self:
        return self.asks(box).write(text)

    def choose(self, box: str, choice: str) -> Self:
        return self.asks(box).tap(choice)

    def photograph(self, box: str, picture: Path) -> Self:
        """Send a picture and confirm its preview."""
        self.asks(box)
        self.page.locator("#choose-input").set_input_files(str(picture))
        self.page.locator("#send-file").click()
        return self.asks_to_confirm(box).tap("keep")

    def asks_to_confirm(self, box: str) -> Self:
        place = f"#dock[data-kind='confirm'][data-box='{box}']:not([aria-busy='true'])"
        expect(self.page.locator(place)).to_be_visible()
        return self

    def says(self, text: str) -> Self:
        """Wait until the bot has said this."""
        expect(self.page.locator("article.message.bot").filter(has_text=text).last).to_be_visible()
        return self

    def log_in(self, user_name: str, password: str) -> Self:
        self.tap("/login").answer("user_name", user_name).answer("password", password)
        return self.says("已登录")

    def fill(self, candidate: Candidate, pictures: Path) -> Self:
        """Answer question after question until none is left or the review is reached."""
        while (kind := self.kind()) not in {None, "review"}:
            turn, box = self.of_dock("turn"), self.of_dock("box")
            assert box is not None
            options = self.page.locator("button[data-choice]:enabled")
            values = [str(o.get_attribute("data-choice")) for o in options.all()]
            question = {"box": box, "kind": kind, "optional": "skip" in values}
            reply = candidate.reply(question, values)
            if reply.picture is not None:
                picture = pictures / f"{box}.jpg"
                picture.write_bytes(reply.picture)
                self.page.locator("#choose-input").set_input_files(str(picture))
                self.page.locator("#send-file").click()
            elif reply.choice is not None:
                self.tap(reply.choice)
            else:
                self.write(reply.text or "")
            expect(self.page.locator(f"#dock[data-turn='{turn}']")).to_have_count(0)
        return self

    def kind(self) -> str | None:
        """The kind of the question that may be answered now; None when nothing is asked."""
        expect(self.page.locator(READY)).to_have_count(1)
        return self.of_dock("kind")

    def of_dock(self, name: str) -> str | None:
        return self.dock.get_attribute(f"data-{name}") or None
