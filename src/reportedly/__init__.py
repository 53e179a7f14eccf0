"""reportedly: reads raw reports and keeps a ledger of who says what, on what basis, how surely, and who disagrees."""

__all__ = ["__version__"]

__version__ = "0.1.0"
