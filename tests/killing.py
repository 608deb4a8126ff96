"""The command line as a process of its own that is killed: at some step, or at some moment."""

import os
import signal
import subprocess
import sys

KILLS = int(os.environ.get("GOVDISCLOSURE_KILLS", "5"))
"""How often a run is killed at a random moment; GOVDISCLOSURE_KILLS says otherwise."""

_SCRIPT = """
import os, signal, sys, tempfile
from govdisclosure.cli import main, workers
from govdisclosure.cli.many import journal, parts
from govdisclosure.collecting.journal import Journal

last, parts.PART_SIZE, workers._WORTHWHILE = map(int, sys.argv[1:4])
del sys.argv[1:4]
steps = 0


def counted(holder, name):
    step = getattr(holder, name)

    def taken(*arguments, **settings):
        global steps
        steps += 1
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*arguments, **settings)

    setattr(holder, name, taken)


for holder, names in {
    os: ("replace", "link", "unlink", "mkdir", "rmdir"),
    tempfile: ("mkstemp",),
    journal.Journal: ("keep",),
    Journal: ("keep", "close"),
}.items():
    for name in names:
        counted(holder, name)
main()
"""
"""Runs the command; where it takes the step with the number given, it is killed before."""


def started(*arguments, step=0, part=40_000, worthwhile=16, **settings):
    """Start a command with parts of that size, killed at the step *step* (0: at none).

    Fewer tasks than *worthwhile* are done in one process.
    """
    numbers = map(str, (step, part, worthwhile))
    return subprocess.Popen(
        [sys.executable, "-c", _SCRIPT, *numbers, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **settings,
    )


def told_by(process):
    """Wait for the end of a process; return what it told on standard error."""
    _, told = process.communicate()
    return told.decode()


def killed_after(process, seconds):
    """Kill a process after some seconds, unless it has come to its end; return what it told."""
    try:
        _, told = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        _, told = process.communicate()
    return told.decode()
