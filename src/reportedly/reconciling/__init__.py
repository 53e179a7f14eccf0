"""Many reports to stories: pure, deterministic, independent of the order of arrival; see docs/reconciling.md."""

from reportedly.reconciling.comparison import Comparison
from reportedly.reconciling.event import keys, same_event
from reportedly.reconciling.grouping import together
from reportedly.reconciling.story import reconcile, story, story_id

__all__ = ["Comparison", "keys", "reconcile", "same_event", "story", "story_id", "together"]
