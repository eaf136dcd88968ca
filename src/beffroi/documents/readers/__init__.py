"""One module a format: ``read(data, limits) -> Found``."""
