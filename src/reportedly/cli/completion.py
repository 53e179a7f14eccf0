"""`reportedly completion`: complete commands in the shell."""

import click
from click.shell_completion import get_completion_class

from reportedly.cli import main


@click.command("completion")
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def command(shell: str) -> None:
    """Print a script that completes commands and options; put it where the shell reads it.

    bash: reportedly completion bash >> ~/.bashrc.  zsh: reportedly completion zsh >> ~/.zshrc.  fish: reportedly
    completion fish > ~/.config/fish/completions/reportedly.fish.
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.BadParameter(f"no completion for {shell}")
    click.echo(kind(main, {}, "reportedly", "_REPORTEDLY_COMPLETE").source())
