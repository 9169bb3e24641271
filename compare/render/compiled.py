"""Templates compiled once and kept beside them, as Python keeps its modules: compiling took a tenth of a short report's PDF."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from jinja2.bccache import Bucket, FileSystemBytecodeCache


class CompiledBeside(FileSystemBytecodeCache):
    """The folder in which Python would keep what it compiled of a folder's modules; nothing is kept where that cannot be written.

    Jinja compares the template's text with that of which the code was made, and takes no code of another version.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(Path(cache_from_source(str(folder / "template.py"))).parent))

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
