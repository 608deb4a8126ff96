"""A shell completes commands, options, rules and addresses."""

import pytest

from running import start


def completed(*words):
    """What a shell is offered for the last of the words."""
    asked = {
        "_GOVDISCLOSURE_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(("govdisclosure", *words)),
        "COMP_CWORD": str(len(words)),
    }
    done = start(env=asked)
    assert done.stderr == b""
    return [line.split(",", 1)[1] for line in done.stdout.decode().split()]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["con"], ["convert", "conformance"]),
        (["check", "--prof"], ["--profile"]),
        (["check", "--fail-on", "w"], ["warning"]),
        (["rules", "requests.b"], ["requests.balance"]),
        (["cells", "rem"], ["remedies"]),
        (
            ["cells", "remedies.litigation."],
            ["remedies.litigation.direct", "remedies.litigation.after_reconsideration"],
        ),
        (["cells", "nothing"], []),
    ],
)
def test_a_shell_is_offered_what_may_follow(words, offered):
    assert completed(*words) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_printed_for_each_shell(shell):
    done = start(env={"_GOVDISCLOSURE_COMPLETE": f"{shell}_source"})
    assert b"_GOVDISCLOSURE_COMPLETE" in done.stdout
