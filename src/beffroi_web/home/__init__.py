"""The first page: what one can do here, and what waits to be read."""
