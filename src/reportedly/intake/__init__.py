"""Bytes in, documents out: charset, clean text with the way back, metadata, captions, credits, and the archive of bytes."""

from reportedly.intake.archive import Archive, Fault
from reportedly.intake.document import document
from reportedly.intake.given import Given, moment
from reportedly.intake.item import ITEM_BYTES, Failure, Fetched, Input, Item, Listed, Listing, Unchanged, Validators
from reportedly.intake.line import item
from reportedly.intake.source import Asking, is_url, items

__all__ = [
    "ITEM_BYTES",
    "Archive",
    "Asking",
    "Failure",
    "Fault",
    "Fetched",
    "Given",
    "Input",
    "Item",
    "Listed",
    "Listing",
    "Unchanged",
    "Validators",
    "document",
    "is_url",
    "item",
    "items",
    "moment",
]
