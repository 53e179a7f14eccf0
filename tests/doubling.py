"""A function that other processes can import."""

import os
import signal


def double(number: int) -> int:
    """Double a number; 13 ends the process."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * 2
