"""Files that people write for the library: profiles, waivers and rosters, read whole or refused."""

from .profiles import load_profile
from .rosters import load_roster
from .waivers import load_waivers

__all__ = ["load_profile", "load_roster", "load_waivers"]
