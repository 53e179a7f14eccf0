"""What is imported when a page is read, and not before."""

import subprocess
import sys

import pytest

from reportedly.intake.library import library


def test_importing_intake_imports_no_reader_of_pages() -> None:
    program = "import sys, reportedly.intake; print(*(m for m in ('trafilatura', 'htmldate', 'py3langid') if m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout == "\n"


def test_a_library_is_imported_once() -> None:
    assert library("json.decoder") is library("json.decoder")
    with pytest.raises(ModuleNotFoundError):
        library("no_such_library")
