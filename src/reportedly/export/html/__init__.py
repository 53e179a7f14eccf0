"""The report page: one self-contained file that opens anywhere, offline, and asks nothing of any network.

Text from reports is inert: the template escapes it, and the content security policy in the page lets only this page's own
style and script run, each named by its hash.
"""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reportedly.export.html.passage import when_key
from reportedly.export.html.view import plural, report_view, story_view
from reportedly.model import Report, Story

__all__ = ["page"]

_LANES = {
    "source": "who says it",
    "cue": "that it is said",
    "content": "what is said",
    "hedge": "how surely",
    "figure": "how many",
    "time": "when",
    "aside": "caption or credit",
}


def page(reports: Iterable[Report], stories: Sequence[Story], *, generated: datetime, version: str) -> str:
    """Write the ledger as one HTML file.

    Args:
        reports: All that the stories rest on; a report that no story names is listed too.
        stories: In the order to show them.
        generated: Shown in the page's foot, UTC.
        version: Of this program, shown beside it.

    Returns:
        A whole HTML 5 document, to be written as UTF-8.
    """
    known = {report.id: report for report in reports}
    style, script = _asset("style.css"), _asset("script.js")
    views = [story_view(story, known) for story in stories]
    ordered = sorted(known.values(), key=lambda report: (when_key(report), report.id))
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            stories=views,
            reports=[report_view(report) for report in ordered],
            lanes=_LANES,
            generated=f"{generated:%Y-%m-%d %H:%M} UTC",
            version=version,
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


def _environment() -> Environment:
    """Return a template environment that escapes everything and stumbles over nothing undefined."""
    environment = Environment(
        loader=PackageLoader("reportedly.export.html", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plural"] = plural
    return environment


def _asset(name: str) -> Markup:
    """Read one of the page's own files."""
    return Markup(files(__package__).joinpath(name).read_text("utf-8"))  # noqa: S704 - our own file, no input in it


def _policy(style: str, script: str) -> str:
    """Write a content security policy under which nothing but these two can load or run."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    """Return the policy's name for a text (CSP level 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
