"""The Django project: thin layers over the core, one app a room."""
