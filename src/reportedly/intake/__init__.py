"""Bytes in, documents out: charset, clean text with the way back, metadata, captions, credits, and the archive of bytes."""

from reportedly.intake.archive import Archive, Fault
from reportedly.intake.document import document
from reportedly.intake.given import Given, moment
from reportedly.intake.source import ITEM_BYTES, Failure, Item, item, items

__all__ = ["ITEM_BYTES", "Archive", "Failure", "Fault", "Given", "Item", "document", "item", "items", "moment"]
