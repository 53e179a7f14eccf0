"""How often the collector of rings looks."""

import gc
import subprocess
import sys

from reportedly.collector import seldom


def test_a_program_looks_seldom_and_still_looks() -> None:
    before = gc.get_threshold()
    try:
        seldom()
        assert gc.get_threshold()[0] == 50_000
        assert gc.get_threshold()[1:] == before[1:]
        assert gc.isenabled()
    finally:
        gc.set_threshold(*before)


def test_importing_the_library_leaves_the_collector_alone() -> None:
    asked = "import gc; before = gc.get_threshold(); import reportedly.engine; assert gc.get_threshold() == before"
    subprocess.run([sys.executable, "-c", asked], check=True)
