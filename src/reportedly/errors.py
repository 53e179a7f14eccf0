"""Every exception this package raises on purpose.

    ReportedlyError
      IntakeError              the bytes could not be had or kept
        NotAnArticle           the page holds no report: a bot wall, a consent wall, an empty shell
        ArchiveCorrupt         bytes on disk do not match their SHA-256
        NotFetched             a URL was not fetched: an address refused, robots.txt, a cap, the server
      ReaderFailed             a reader that rests on another program could not read a report: its endpoint is away or too slow
      InputInvalid             what was handed in is not what it says: a JSON line, a date
      LanguageNotSupported     asked for a reader that has no lexicon for the language
      LexiconInvalid           a table of words is malformed or a row names no source
      FormatInvalid            JSON that does not have the shape of docs/format.md
      LedgerError              the ledger could not be opened or written
        LedgerTooNew           written by a later version of the schema
        LedgerLocked           another process is writing
        LedgerFull             no space left where the ledger lies
        NotInLedger            no report, story or claim of that name
      SettingsInvalid          a setting or a settings file that cannot be used

A fault in a text is no exception but a `reportedly.model.Problem` beside the results.
"""


class ReportedlyError(Exception):
    """Anything this package raises on purpose; its message says what was found, what was expected and what to do."""


class IntakeError(ReportedlyError):
    """The bytes could not be had or kept."""


class NotAnArticle(IntakeError):  # noqa: N818 - the name is the reason given to the user
    """The page holds no report.

    Args:
        reason: Why, in words for the user ("the page is a consent wall").
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ArchiveCorrupt(IntakeError):  # noqa: N818 - as above
    """Bytes on disk do not match their SHA-256."""


class NotFetched(IntakeError):  # noqa: N818 - as above
    """A URL was not fetched.

    Args:
        reason: What was found, what was expected and what to do.
        again: Whether asking again soon may help.
    """

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again


class ReaderFailed(ReportedlyError):  # noqa: N818 - as above
    """A reader that rests on another program could not read a report."""


class InputInvalid(ReportedlyError):  # noqa: N818 - as above
    """What was handed in is not what it says."""


class LanguageNotSupported(ReportedlyError):  # noqa: N818 - as above
    """Asked for a reader that has no lexicon for the language."""


class LexiconInvalid(ReportedlyError):  # noqa: N818 - as above
    """A table of words is malformed or a row names no source."""


class FormatInvalid(ReportedlyError):  # noqa: N818 - as above
    """JSON that does not have the shape of docs/format.md."""


class LedgerError(ReportedlyError):
    """The ledger could not be opened or written."""


class LedgerTooNew(LedgerError):  # noqa: N818 - as above
    """Written by a later version of the schema."""


class LedgerLocked(LedgerError):  # noqa: N818 - as above
    """Another process is writing."""


class LedgerFull(LedgerError):  # noqa: N818 - as above
    """No space left where the ledger lies."""


class NotInLedger(LedgerError):  # noqa: N818 - as above
    """No report, story or claim of that name."""


class SettingsInvalid(ReportedlyError):  # noqa: N818 - as above
    """A setting or a settings file that cannot be used."""
