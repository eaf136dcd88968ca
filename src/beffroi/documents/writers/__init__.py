"""One module a format: ``write(export) -> bytes``."""
