"""`kaowu` as scripts meet it: exit codes, one sentence on stderr, never a traceback."""

import gc
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import IO, Any

import openpyxl
import pytest

from bot import cli, wiring
from bot.commands import show
from bot.settings import load
from rules.approvals import PaperKind
from rules.catalogue import Programme
from rules.findings import Finding, NotPossible, Refused
from store.demonstration import STATION
from store.faults import TransientFault
from store.sealed import Keys
from store.seed import MANAGEMENT_STATION
from tests import rosters
from tests.conftest import Demonstrated
from tests.serving import clean_environment

Ran = subprocess.CompletedProcess[str]


def kaowu(*arguments: str | Path, typed: str = "", **settings: str) -> Ran:
    """The command in this process, which spares it the start."""
    out, err = io.StringIO(), io.StringIO()
    with (
        pytest.MonkeyPatch.context() as patch,
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        for name in [name for name in os.environ if name.startswith("KAOWU_")]:
            patch.delenv(name)
        for name, value in settings.items():
            patch.setenv(name, value)
        patch.setattr("sys.stdin", io.StringIO(typed))
        said = [str(argument) for argument in arguments]
        return Ran(said, cli.run(said), out.getvalue(), err.getvalue())


def process(
    *arguments: str | Path, stderr: int | IO[str] = subprocess.PIPE, **settings: str
) -> subprocess.Popen[str]:
    """The command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "bot", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
        env=clean_environment() | settings,
    )


def finished(running: subprocess.Popen[str]) -> Ran:
    out, err = running.communicate(timeout=60)
    return Ran(running.args, running.returncode, out, err)


def assert_one_sentence(ran: Ran, status: int) -> None:
    assert ran.returncode == status, ran.stderr
    assert ran.stdout == ""
    (line,) = ran.stderr.splitlines()
    assert line.endswith(".")


@pytest.fixture(scope="module")
def demonstration(
    demonstrated: Demonstrated, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Any]]:
    folder = demonstrated.copy_to(tmp_path_factory.mktemp("cli") / "data")
    return folder, demonstrated.shown


# --- in this process: what each kind of end is told ---


def ended(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
    """How the command line ends when the catalogue fails with this error."""

    def fail() -> None:
        raise error

    app = cli.typer.Typer()
    app.callback(invoke_without_command=True)(cli.start)
    app.command("catalogue")(fail)
    monkeypatch.setattr(cli, "app", app)
    return cli.run(["catalogue"])


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NotPossible(Finding("batch-unknown")), ""),
        (Refused("id-number-empty"), ""),
        (TransientFault("connection refused"), "The database cannot be used now"),
        (KeyboardInterrupt(), "Stopped."),
        (
            PermissionError(13, "Permission denied", "data/secret.key"),
            "data/secret.key: Permission",
        ),
        (OSError(28, "No space left on device"), "No space left on device."),
        (ZeroDivisionError("kept secret"), "A fault of ours (ZeroDivisionError)"),
    ],
)
def test_every_end_is_one_sentence(
    error: BaseException,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ended(error, monkeypatch) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert sentence in line
    assert "kept secret" not in line


# --- as a process ---


def imported(*arguments: str | Path) -> set[str]:
    """What a command imports."""
    said = [str(argument) for argument in arguments]
    program = f"import sys; from bot import cli; cli.run({said}); print(*sys.modules, sep='\\n')"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env=clean_environment(),
    )
    return set(ran.stdout.split())


@pytest.mark.parametrize("arguments", [[], ["--help"], ["serve", "--help"], ["photograph"]])
def test_what_needs_nothing_imports_nothing_heavy(arguments: list[str]) -> None:
    found = imported(*arguments)
    assert "bot.commands" in found
    assert not found & {"alembic", "fastapi", "fluent", "pydantic_settings", "sqlalchemy"}


def test_a_command_about_the_store_imports_no_server(
    demonstration: tuple[Path, dict[str, Any]],
) -> None:
    found = imported("outbox", "--data", demonstration[0])
    assert "store.unit" in found
    assert not found & {"alembic", "conversations.house", "fastapi", "openpyxl", "uvicorn"}


def test_unknown_commands_and_options_are_wrong_usage() -> None:
    assert_one_sentence(kaowu("photograph"), 2)
    assert kaowu("serve", "--port", "many").returncode == 2


def test_a_wrong_setting_stops_every_start(tmp_path: Path) -> None:
    for command in ("serve", "migrate", "demo"):
        ran = kaowu(command, "--data", tmp_path, KAOWU_LOG="xml")
        assert_one_sentence(ran, 2)
        assert "KAOWU_LOG" in ran.stderr


def test_a_database_not_at_the_current_version_is_not_served(tmp_path: Path) -> None:
    ran = finished(process("serve", "--port", "0", "--data", tmp_path / "data"))
    assert_one_sentence(ran, 1)
    assert "kaowu migrate" in ran.stderr
    assert not (tmp_path / "data").exists()


def test_several_processes_share_a_database_and_limits_or_are_refused(tmp_path: Path) -> None:
    ran = kaowu("serve", "--processes", "2", "--data", tmp_path)
    assert_one_sentence(ran, 1)
    assert "KAOWU_REDIS_URL" in ran.stderr


def test_a_database_that_cannot_be_reached_is_one_sentence(tmp_path: Path) -> None:
    nobody = "postgresql://nobody@127.0.0.1:1/nothing"
    assert_one_sentence(kaowu("migrate", "--data", tmp_path, KAOWU_DATABASE_URL=nobody), 1)


def test_what_is_no_database_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "kaowu.db").write_bytes(b"no database " * 100)
    for command in ("migrate", "outbox"):
        ran = kaowu(command, "--data", tmp_path)
        assert_one_sentence(ran, 1)
        assert "file is not a database" in ran.stderr


def test_a_folder_for_files_that_cannot_be_made_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    files = str(tmp_path / "file" / "files")
    ran = kaowu("migrate", "--data", tmp_path / "data", KAOWU_FILES_URL=files)
    assert_one_sentence(ran, 1)
    assert files in ran.stderr


def test_migrating_twice_changes_nothing(tmp_path: Path) -> None:
    first, second = (kaowu("migrate", "--data", tmp_path / "data") for _ in range(2))
    assert (first.returncode, first.stdout) == (0, second.stdout)


def test_lost_keys_are_asked_for_and_never_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    kaowu("migrate", "--data", folder)
    kept = {file: file.read_text() for file in (folder / "secret.key", folder / "data.keys")}
    for file in kept:
        file.unlink()
    assert_one_sentence(kaowu("outbox", "--data", folder), 2)
    assert not any(file.exists() for file in kept)
    Keys.fresh().save(folder)
    assert_one_sentence(kaowu("outbox", "--data", folder), 1)
    assert_one_sentence(kaowu("migrate", "--data", folder), 1)
    for file, text in kept.items():
        file.write_text(text)
    assert kaowu("outbox", "--data", folder).returncode == 0


def test_a_secret_key_lost_for_good_is_replaced_by_rotating(tmp_path: Path) -> None:
    kaowu("migrate", "--data", tmp_path)
    Keys.fresh().save(tmp_path)
    assert kaowu("keys", "rotate-signing", "--data", tmp_path).returncode == 0
    assert kaowu("outbox", "--data", tmp_path).returncode == 0


def test_the_demonstration_is_made_once(demonstration: tuple[Path, dict[str, Any]]) -> None:
    folder, shown = demonstration
    assert json.loads(kaowu("demo", "--json", "--data", folder).stdout) == shown
    assert {account["role"] for account in shown["accounts"]} >= {"candidate", "station_officer"}
    assert {batch["candidate_type"] for batch in shown["batches"]} == {
        *("student", "employed", "social")
    }


def test_demonstration_data_stays_out_of_a_directory_in_use(tmp_path: Path) -> None:
    assert kaowu("migrate", "--data", tmp_path).returncode == 0
    assert_one_sentence(kaowu("demo", "--data", tmp_path), 1)


def test_a_mark_left_over_does_not_speak_for_another_database(
    demonstration: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    folder, _ = demonstration
    elsewhere = f"sqlite:///{tmp_path / 'real.db'}"
    assert_one_sentence(kaowu("demo", "--data", folder, KAOWU_DATABASE_URL=elsewhere), 1)
    assert not (tmp_path / "real.db").exists()


def test_demonstration_data_is_for_this_machine(demonstration: tuple[Path, dict[str, Any]]) -> None:
    ran = kaowu("serve", "--host", "0.0.0.0", "--data", demonstration[0])
    assert_one_sentence(ran, 1)
    assert "--demo-public" in ran.stderr
    assert gc.isenabled()


def test_demonstration_data_speaks_to_no_real_chat(
    demonstration: tuple[Path, dict[str, Any]],
) -> None:
    token = f"123456:{'Aa0_-' * 7}"
    ran = kaowu("serve", "--data", demonstration[0], KAOWU_STAFF_BOT_TOKEN=token)
    assert_one_sentence(ran, 1)
    assert token not in ran.stderr


def test_serving_says_where_and_ends_in_order(
    demonstration: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    folder, shown = demonstration
    listing_imports = {"PYTHONPROFILEIMPORTTIME": "1"}
    with (tmp_path / "log").open("w") as err:
        serving = process("serve", "--port", "0", "--data", folder, stderr=err, **listing_imports)
    assert serving.stdout is not None
    address = next(word for word in serving.stdout.readline().split() if "http://" in word)
    with urllib.request.urlopen(f"{address}/readyz", timeout=30) as answer:
        assert answer.status == 200
    taken = process("serve", "--port", address.rpartition(":")[2], "--data", folder)
    refused = finished(taken)
    assert_one_sentence(refused, 1)
    assert "(" not in refused.stderr
    serving.send_signal(signal.SIGTERM)
    ended = finished(serving)
    assert ended.returncode == 0
    assert shown["accounts"][0]["password"] in ended.stdout
    said = (tmp_path / "log").read_text()
    assert "Traceback" not in said
    # Nobody has said anything yet: no turn will have to wait for it.
    assert "pypinyin.phrases_dict" in said


def test_the_catalogue_is_searched_and_printed_as_json() -> None:
    units = json.loads(kaowu("catalogue", "--json").stdout)
    assert len(units) == 477
    assert set(units[0]) == {
        *("programme", "occupation_code", "occupation_name"),
        *("unit_code", "unit_name", "levels", "complete"),
    }
    assert "电焊工" in kaowu("catalogue", "dhg").stdout.splitlines()[0]
    assert_one_sentence(kaowu("catalogue", "no such trade"), 1)


def test_forms_are_described_from_their_classes() -> None:
    forms = {form["name"]: form for form in json.loads(kaowu("forms", "--json").stdout)}
    boxes = {box["name"]: box for box in forms["registration"]["boxes"]}
    assert boxes["id_number"]["private"]
    assert boxes["school"]["conditional"]
    assert [box["name"] for box in boxes["study"]["part"]][:2] == ["since", "until"]
    assert forms["registration"]["title"]["zh-CN"] == "报名"
    assert "    photo" in kaowu("forms").stdout


def test_the_check_lists_faults_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.checks.faults", lambda: iter(["a fault"]))
    with pytest.raises(cli.typer.Exit):
        show.check()
    assert capsys.readouterr().out == "a fault\n"


def test_the_check_of_the_house_passes() -> None:
    ran = kaowu("check")
    assert (ran.returncode, ran.stdout) == (0, "Forms, texts and settings are in order.\n")


def test_a_talk_goes_as_on_any_channel(demonstration: tuple[Path, dict[str, Any]]) -> None:
    talk = kaowu("talk", "language", "--data", demonstration[0], typed="2\nmenu\n")
    assert talk.returncode == 0, talk.stderr
    assert "Good, English it is." in talk.stdout
    nobody = kaowu("talk", "--as", "exam_manager", "--data", demonstration[0])
    assert_one_sentence(nobody, 1)


def test_an_officer_is_added_once(tmp_path: Path) -> None:
    assert kaowu("migrate", "--data", tmp_path).returncode == 0
    add = ("officer", "add", "--name", "孙丽华", "--id-number", "11010519491231002X")
    added = kaowu(*add, "--data", tmp_path)
    assert added.returncode == 0, added.stderr
    assert "机械行业职业能力评价职教管理站" in added.stdout
    again = kaowu(*add, "--data", tmp_path)
    assert again.returncode == 1
    assert "Traceback" not in again.stderr
    assert_one_sentence(kaowu(*add, "--role", "candidate", "--data", tmp_path), 2)


def test_documents_of_a_batch_are_written_whole_or_not_at_all(
    demonstration: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    folder, shown = demonstration
    batch, out = shown["batches"][0]["number"], tmp_path / "roster.xlsx"
    wanted = ("export", "roster", "--data", folder, "--batch")
    assert kaowu(*wanted, batch, "--out", out).returncode == 0
    assert openpyxl.load_workbook(out).active["A2"].value.startswith(f"批次：{batch}")
    assert_one_sentence(kaowu(*wanted, "2000-0001", "--out", tmp_path / "none.xlsx"), 1)
    assert_one_sentence(kaowu(*wanted, batch, "--out", tmp_path / "no folder" / "x.xlsx"), 1)
    assert_one_sentence(kaowu("export", "diploma", "--batch", batch, "--out", out), 2)
    assert [file.name for file in tmp_path.iterdir()] == ["roster.xlsx"]


def test_a_register_is_written_without_a_batch(
    demonstration: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    out = tmp_path / "examiners.xlsx"
    wanted = ("export", "examiner_register", "--data", demonstration[0], "--out", out)
    assert kaowu(*wanted).returncode == 0
    sheet = openpyxl.load_workbook(out).active
    assert sheet["A1"].value == "机械工业人才评价考评员、管理人员名册"
    assert_one_sentence(kaowu(*wanted, "--batch", "2026-0001"), 2)
    assert_one_sentence(kaowu("export", "roster", "--data", demonstration[0], "--out", out), 2)


def test_the_register_of_stations_holds_every_station(
    demonstration: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    out = tmp_path / "stations.xlsx"
    made = kaowu("export", "station_register", "--data", demonstration[0], "--out", out)
    assert made.stdout.endswith(": 43 entries.\n")
    assert "49284267" in {cell.value for cell in openpyxl.load_workbook(out).active["B"]}


def test_a_plan_summary_is_written_by_the_number_of_its_paper(
    demonstration: tuple[Path, dict[str, Any]], tmp_path: Path
) -> None:
    folder, out = demonstration[0], tmp_path / "summary.xlsx"
    with wiring.opened(load(folder)) as store, store.writing() as work:
        years = [line.year for line in work.plans.of(STATION).things]
        summary = work.plan_summaries.file(MANAGEMENT_STATION, Programme.CAPABILITY, years[0])
        kind = PaperKind.PLAN_SUMMARY
        filed = work.papers.file(kind, Programme.CAPABILITY, MANAGEMENT_STATION, summary.id, {})
        lines = sum(1 for _ in work.plan_summaries.lines(summary.id))
    wanted = ("export", "plan_summary", "--data", folder, "--out", out)
    assert kaowu(*wanted, "--paper", str(filed.id)).stdout == f"{out}: {lines} entries.\n"
    assert_one_sentence(kaowu(*wanted, "--paper", str(filed.id + 99)), 1)
    assert_one_sentence(kaowu(*wanted), 2)


def test_output_nobody_reads_to_its_end_is_no_error() -> None:
    reading = process("catalogue", "--json")
    assert reading.stdout is not None
    assert reading.stderr is not None
    reading.stdout.readline()
    reading.stdout.close()
    with reading.stderr as err:
        assert err.read() == ""
    assert reading.wait(30) == 0


def test_the_outbox_is_empty_at_first_and_nothing_can_be_tried_again(tmp_path: Path) -> None:
    kaowu("migrate", "--data", tmp_path)
    assert "waiting  0" in kaowu("outbox", "--data", tmp_path).stdout
    assert "Nothing was given up" in kaowu("outbox", "--failed", "--data", tmp_path).stdout
    refused = kaowu("outbox", "replay", "7", "--data", tmp_path)
    assert (refused.returncode, "7" in refused.stderr) == (1, True)


def test_a_roster_is_looked_through_taken_and_taken_again_without_effect(
    tmp_path: Path, demonstration: tuple[Path, dict[str, Any]]
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(demonstration[0], folder)
    students = (b for b in demonstration[1]["batches"] if b["candidate_type"] == "student")
    batch = next(str(b["number"]) for b in students if b["programme"] == "capability")
    wrong = rosters.row(2, 培训学时=360)
    (tmp_path / "list.xlsx").write_bytes(rosters.listed(rosters.row(1), wrong))
    (tmp_path / "photos.zip").write_bytes(rosters.zipped(rosters.photos(1, 2)))
    wanted = (
        *("import", "roster", tmp_path / "list.xlsx", "--photos", tmp_path / "photos.zip"),
        *("--batch", batch, "--data", folder, "--report", tmp_path / "report.xlsx"),
    )
    looked = kaowu(*wanted, "--dry-run")
    assert looked.returncode == 1, looked.stderr
    assert "1 would be registered, 0 would be changed" in looked.stdout
    assert "4: 培训学时：" in looked.stdout
    page = openpyxl.load_workbook(tmp_path / "report.xlsx").active
    assert page["A2"].value == "问题"
    assert "1 were registered" in kaowu(*wanted).stdout
    assert "0 were registered, 0 were changed, 1 are as they were" in kaowu(*wanted).stdout
    assert_one_sentence(kaowu(*wanted[:2], tmp_path / "no.xlsx", "--batch", batch), 1)
    of_scores = ("import", "scores", tmp_path / "list.xlsx", "--batch", batch, "--data", folder)
    assert_one_sentence(kaowu(*of_scores), 1)
    assert_one_sentence(kaowu(*wanted[:3], "--batch", "2000-0001", "--data", folder), 1)
    (tmp_path / "photos.zip").write_bytes(b"no zip")
    assert_one_sentence(kaowu(*wanted), 1)
