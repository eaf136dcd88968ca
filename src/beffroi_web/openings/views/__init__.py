"""Pages of the keys, and what answers to programs."""
