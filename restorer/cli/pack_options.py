"""What ``restorer pack`` understands."""

import argparse


def add_pack(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command that manages packs."""
    pack = commands.add_parser(
        "pack",
        help="add or remove what few people need: training, graphics cards",
        description="Packs are added to an installed program on request. Only those whose checksum this "
        "release states are taken. Nothing but “download” opens a connection.",
    )
    pack.add_argument(
        "action",
        choices=("list", "install", "download", "remove"),
        help="list the packs of this release; install one from a file; download and install one; remove one",
    )
    pack.add_argument(
        "which", nargs="?", metavar="FILE|ID", help="install: the file; download, remove: the pack’s id"
    )
    pack.add_argument("--quiet", action="store_true", help="say nothing but errors")
    pack.add_argument("--json", action="store_true", help="list: print JSON")
