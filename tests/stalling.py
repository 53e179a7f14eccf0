"""Functions that worker processes import, and that stall or eat memory."""

import sys
import time

from reportedly.intake.guarded import cap_memory, guarded


def stall(number: int) -> int:
    """Return the number; 2 is never done."""
    while number == 2:
        time.sleep(60)
    return number


def overrun() -> None:
    """Take longer than is allowed."""
    guarded(stall, 2, seconds=0.2)


def gorge() -> None:
    """Ask for more memory than is allowed; exit with 7 when it is refused."""
    cap_memory(256 << 20)
    try:
        bytearray(1 << 30)
    except MemoryError:
        sys.exit(7)
