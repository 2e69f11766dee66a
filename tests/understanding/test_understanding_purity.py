"""The understanding stays quick to import and pure."""

import subprocess
import sys

WORDS = {"pymorphy3", "pymorphy3_dicts_ru", "dawg2_python", "dawg_python", "rapidfuzz"}
"""What word forms and slips of the keyboard need."""

_PROGRAM = """
import sys, time
began = time.process_time()
from datetime import datetime, timezone
from understanding import complaints, dates, redflags
dates.parse("завтра", "ru", datetime(2026, 11, 18, tzinfo=timezone.utc))
complaints.rank("зуб", "ru")
redflags.check("зуб", "ru")
took = time.process_time() - began
outsiders = {name.partition(".")[0] for name in sys.modules} - set(sys.stdlib_module_names) - before
print(took, *sorted(outsiders))
"""


def test_imports_quickly_and_nothing_but_data_and_words() -> None:
    program = "import sys\nbefore = {name.partition('.')[0] for name in sys.modules}\n" + _PROGRAM
    output = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    outsiders = {name for name in output[1:] if "cython" not in name}  # PyYAML's C loader is Cython
    assert outsiders <= {"understanding", "yaml", "_yaml", *WORDS}
    assert (
        float(output[0]) < 2.0
    )  # a third of it on a quiet machine, dictionary and data files included; a busy one gets some room
