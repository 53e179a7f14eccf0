"""Documentation that cannot lag: what exists has its place in docs/."""

import importlib
import re
from pathlib import Path

import click
import pytest

from reportedly import engine
from reportedly.cli import COMMANDS
from reportedly.engine.settings import NAMES
from reportedly.export.table import NAMES as TABLES
from reportedly.format import ledger_shape, report_shape

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "reportedly"

# A code is made in a call of Problem("code", …) or in a (code, message) pair of notes; all are words joined by hyphens.
# Names of places in a page that metadata came from look like codes, and are none.
PLACES = {"json-ld"}
_PROBLEM = re.compile(r"""(?:Problem\(\s*|\(\s*\(?\s*)"([a-z]+(?:-[a-z]+)+)",\s*[\w("]""")


def page(name: str) -> str:
    """Return a page's text."""
    return (DOCS / name).read_text("utf-8")


def command_of(name: str) -> click.Command:
    """Return a command."""
    command: click.Command = importlib.import_module(f"reportedly.cli.{name}").command
    return command


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_heading(name: str) -> None:
    assert f"\n### {name}\n" in page("cli.md")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_described(name: str) -> None:
    command = command_of(name)
    options = {option for param in command.params if isinstance(param, click.Option) for option in param.opts}
    assert not {option for option in options if f"`{option}" not in page("cli.md")}


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_described(name: str) -> None:
    assert f"| `{name}` | `REPORTEDLY_{name.upper()}` | `--{name}` |" in page("engine.md")


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "html", "wacz"])
def test_every_export_is_described(name: str) -> None:
    assert f"| `{name}` |" in page("export.md")


def test_every_export_of_the_command_is_named_here() -> None:
    command = command_of("export")
    [argument] = [param for param in command.params if isinstance(param, click.Argument)]
    assert isinstance(argument.type, click.Choice)
    assert list(argument.type.choices) == ["json", "jsonl", "csv", "html", "wacz"]
    assert all(name in page("export.md") for name in TABLES)


def test_every_public_name_of_the_engine_is_described() -> None:
    assert not [name for name in engine.__all__ if name[0].islower() and f"`{name}(" not in page("engine.md")]


@pytest.mark.parametrize("module", [report_shape, ledger_shape])
def test_every_field_of_the_format_is_described(module: object) -> None:
    shapes = [one for name, one in vars(module).items() if name.endswith("Shape") and name != "Shape"]
    keys = {key for shape in shapes for key in shape.__struct_encode_fields__}
    assert not {key for key in keys if f"`{key}`" not in page("format.md") and f"{key}" not in _lists()}


def test_every_problem_has_its_heading() -> None:
    codes = {code for path in SOURCE.rglob("*.py") for code in _PROBLEM.findall(path.read_text("utf-8"))}
    codes -= PLACES
    assert codes
    assert not {code for code in codes if f"\n## {code}\n" not in page("problems.md")}


def test_every_link_between_pages_leads_somewhere() -> None:
    for path in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def _lists() -> set[str]:
    """Return the words that stand in braces in the format's page."""
    return {word for found in re.findall(r"`\{([^}]*)\}`", page("format.md")) for word in re.findall(r"\w+", found)}
