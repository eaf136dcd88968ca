"""Beffroi: the core library. It knows nothing of Django and keeps no global state.

Rooms (clarifier, écouter…) are sub-packages; each says its public names in its own ``__init__``.
"""

__version__ = "0.1.0"
