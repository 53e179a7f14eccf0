"""Where a language model answers: an address that the user has named, and nothing else."""

from dataclasses import dataclass
from ipaddress import ip_address

import httpx

from reportedly.errors import SettingsInvalid

_EXPECTED = "expected URL#MODEL, as in openai:http://localhost:11434/v1#qwen3"
_HOME = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


@dataclass(frozen=True, slots=True)
class Address:
    """An OpenAI-compatible endpoint and the model to ask there.

    Attributes:
        url: Base of its paths, without a stroke at the end ("http://localhost:11434/v1").
        model: The model's name there.
    """

    url: str
    model: str

    @property
    def chat(self) -> str:
        """Address of its chat completions."""
        return f"{self.url}/chat/completions"


def address(words: str) -> Address:
    """Read ``URL#MODEL``.

    The policy of fetched pages, public addresses only, does not hold here: nobody but the user names this address, no
    report can, and a model on the user's own machine is the main use. What leaves the machine is said instead: plain http
    is taken only to this machine or network, so that no report goes over the open network unencrypted.

    Raises:
        SettingsInvalid: It is none; the message does not repeat a password.
    """
    base, mark, model = words.rpartition("#")
    if not mark or not base or not model.strip() or any(one.isspace() for one in base):
        raise SettingsInvalid(f"no endpoint and model in {_hidden(words)!r}; {_EXPECTED}")
    try:
        url = httpx.URL(base)
    except httpx.InvalidURL as fault:
        raise SettingsInvalid(f"{_hidden(base)!r} is no URL ({fault}); {_EXPECTED}") from fault
    if url.userinfo:
        raise SettingsInvalid(
            "the endpoint's URL holds a user or password; give a key in REPORTEDLY_OPENAI_KEY instead"
        )
    if url.scheme not in {"http", "https"} or not url.host or url.query or url.fragment:
        raise SettingsInvalid(f"{base!r} is no address of an endpoint; {_EXPECTED}")
    if url.scheme == "http" and not _near(url.host):
        raise SettingsInvalid(f"{base!r} would carry reports over the open network unencrypted; use https")
    return Address(str(url).rstrip("/"), model.strip())


def _near(host: str) -> bool:
    """Say whether a host is this machine or in its own network, by its name alone."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host.rstrip(".") or host.endswith(_HOME)


def _hidden(words: str) -> str:
    """Return an address without what may be a password."""
    return words.rpartition("@")[2]
