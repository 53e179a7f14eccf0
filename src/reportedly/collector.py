"""How often Python looks for values that hold each other in a ring: seldom, since ours hardly ever do.

Reconciling makes very many small values that all live until the story is done. At Python's own pace, a
look at every 700 of them, a sixth of the time of reconciling goes into looks that find nothing.
"""

import gc

_VALUES = 50_000


def seldom() -> None:
    """Let this process look at every 50,000 new values; for programs and worker processes, which own theirs."""
    gc.set_threshold(_VALUES, *gc.get_threshold()[1:])
