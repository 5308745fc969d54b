"""List the SHA-256 of every file of a model's folder, as it is now. To be used when a file was changed on purpose."""

from collections.abc import Sequence

from components.language_model import checksums, command_line


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the lists and print their paths."""
    parser = command_line.parser("components.language_model.checksums", str(__doc__))
    command_line.add_models(parser)
    options = parser.parse_args(arguments)
    with command_line.command("checksums"):
        for model in command_line.models(options):
            print(checksums.sign(model))


if __name__ == "__main__":
    main()
