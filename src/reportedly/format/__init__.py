"""Model values to and from the JSON of docs/format.md, version 1."""

from reportedly.format.claim import claim_json
from reportedly.format.ledger import VERSION, Contents, contents_of, ledger_json
from reportedly.format.report import report_json, report_of
from reportedly.format.text import decoded, encoded

__all__ = [
    "VERSION",
    "Contents",
    "claim_json",
    "contents_of",
    "decoded",
    "encoded",
    "ledger_json",
    "report_json",
    "report_of",
]
