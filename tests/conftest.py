"""What holds for every test."""

import os

from hypothesis import settings

# The same examples on every machine, so that a change fails for what it changed; `REPORTEDLY_SEARCH=1` looks for new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile("search" if os.environ.get("REPORTEDLY_SEARCH") else "steady")
