"""A name as an argument of a command that a person may copy into a shell."""

import shlex

_APART = frozenset(" \t\u3000'&;|<>()*?[]{}#~")
_MEANT_BY_SHELLS = frozenset('"$`!')


def argument(name: str) -> str:
    """Return *name* as it is typed: in quotes where a shell would take it apart.

    Double quotes are those that every shell knows, that of Windows too.
    """
    if _MEANT_BY_SHELLS & {*name}:
        return shlex.quote(name)
    return f'"{name}"' if _APART & {*name} or not name else name
