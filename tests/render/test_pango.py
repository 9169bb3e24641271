"""WeasyPrint is imported without a search for its libraries by other programs."""

from __future__ import annotations

import subprocess
import sys

import pytest

SPY = """
import subprocess, sys
import ctypes.util
from compare.render.pango import found_at_once
sys.addaudithook(lambda event, values: print(event, values[0]) if event == "subprocess.Popen" else None)
search = ctypes.util.find_library
with found_at_once():
    import weasyprint
assert ctypes.util.find_library is search
print("written", len(weasyprint.HTML(string="<p>Ten people were killed.</p>").write_pdf()) > 1000)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems search by themselves")
def test_no_program_is_asked_for_pango() -> None:
    done = subprocess.run([sys.executable, "-c", SPY], capture_output=True, text=True, check=True)
    assert done.stdout == "written True\n"
