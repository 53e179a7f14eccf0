"""The program itself: help, the verb that may be left out, exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from reportedly.cli import COMMANDS, main

PROGRAM = [sys.executable, "-c", "from reportedly.cli import main; main()"]


def test_help_names_every_command_without_importing_any() -> None:
    code = (
        "import sys; from reportedly.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith('reportedly.')], file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(f"  {name}" in found.stdout for name in COMMANDS)
    assert set(eval(found.stderr)) == {"reportedly.cli", "reportedly.collector", "reportedly.errors"}  # noqa: S307 - a list we printed


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str) -> None:
    found = CliRunner().invoke(main, [name, "--help"])
    assert found.exit_code == 0
    assert found.output.startswith(f"Usage: main {name}")


def test_every_command_of_the_table_is_one() -> None:
    context = click.Context(main)
    assert all(main.get_command(context, name) is not None for name in main.list_commands(context))
    assert main.get_command(context, "nothing") is None


def test_a_file_without_a_verb_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dam at Kolven broke, the mayor of the town said on Monday.")
    bare = CliRunner().invoke(main, [str(tmp_path / "a.txt"), "--nl"])
    verb = CliRunner().invoke(main, ["read", str(tmp_path / "a.txt"), "--nl"])
    assert bare.exit_code == 0
    assert bare.stdout == verb.stdout


def test_a_word_that_is_nothing_is_a_usage_error() -> None:
    found = CliRunner().invoke(main, ["stroies"])
    assert found.exit_code == 2
    assert "did you mean 'stories'?" in found.stderr
    assert CliRunner().invoke(main, ["xyzzy"]).exit_code == 2


def test_our_errors_end_with_one_line(tmp_path: Path) -> None:
    found = CliRunner().invoke(main, ["stories", "--ledger", str(tmp_path / "no.db")])
    assert found.exit_code == 1
    assert found.stderr.startswith("reportedly: there is no ledger at")
    assert found.stdout == ""


def test_a_pipe_that_closes_is_no_error(tmp_path: Path) -> None:
    rows = "\n".join('{"id": "%d", "text": "The dam broke, he said."}' % number for number in range(300))  # noqa: UP031 - braces
    (tmp_path / "a.jsonl").write_text(rows)
    line = f'"{sys.executable}" -c "from reportedly.cli import main; main()" read a.jsonl --nl | head -1'
    found = subprocess.run(line, shell=True, cwd=tmp_path, capture_output=True, text=True, check=True)  # noqa: S602 - a pipe
    assert found.stdout.count("\n") == 1
    assert "Traceback" not in found.stderr


def test_colour_is_for_a_person(tmp_path: Path) -> None:
    environment = {**os.environ, "NO_COLOR": "1"}
    found = subprocess.run(
        [*PROGRAM, "doctor", "--ledger", str(tmp_path / "l.db")], capture_output=True, env=environment, check=True
    )
    assert b"\x1b" not in found.stdout
