"""Kaowu as a program of its own: demonstration data and a server, for tests from outside."""

import json
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any


def clean_environment() -> dict[str, str]:
    """The environment without settings of the machine the tests run on."""
    return {k: v for k, v in os.environ.items() if not k.startswith("KAOWU_")}


def demonstration(folder: Path) -> dict[str, Any]:
    """Fill a folder by `kaowu demo`; what it says there is to try."""
    said = subprocess.run(
        [sys.executable, "-m", "bot", "demo", "--json", "--data", str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env=clean_environment(),
    )
    found: dict[str, Any] = json.loads(said.stdout)
    return found


class Server:
    """A server in a process of its own, on the same port after every start."""

    def __init__(
        self,
        folder: Path,
        *,
        port: int = 0,
        processes: int = 1,
        log: Path | None = None,
        **settings: str,
    ) -> None:
        """`log`: where its log goes; else to whoever runs the tests."""
        self.folder = folder
        self.port = port
        self.processes = processes
        self.log = log
        self.settings = settings
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> str:
        """The address, once it answers there."""
        command = [sys.executable, "-m", "bot", "serve", "--port", str(self.port)]
        command += ["--processes", str(self.processes)]
        with self.log.open("ab") if self.log else nullcontext() as log:
            self.process = subprocess.Popen(
                [*command, "--data", str(self.folder)],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=clean_environment() | self.settings,
            )
        assert self.process.stdout is not None
        words = (word for line in self.process.stdout for word in line.split())
        address = next(word for word in words if word.startswith("http://")).rstrip(".")
        self.port = int(address.rpartition(":")[2])
        return address

    def children(self) -> list[int]:
        """The processes that share the port, where there are several."""
        assert self.process is not None
        number = self.process.pid
        return [
            int(one) for one in Path(f"/proc/{number}/task/{number}/children").read_text().split()
        ]

    def kill(self) -> None:
        """End it the hard way, in the middle of whatever it does."""
        assert self.process is not None
        self.process.kill()
        self.process.communicate()

    def stop(self) -> int:
        """End it as an operator would; the exit code."""
        assert self.process is not None
        self.process.terminate()
        self.process.communicate(timeout=20)
        return self.process.returncode
