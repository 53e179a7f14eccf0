"""Many reports to stories: pure, deterministic, independent of the order of arrival; see docs/reconciling.md."""

from reportedly.reconciling.comparison import Comparison
from reportedly.reconciling.event import keys, same_event, together
from reportedly.reconciling.story import reconcile, story

__all__ = ["Comparison", "keys", "reconcile", "same_event", "story", "together"]
