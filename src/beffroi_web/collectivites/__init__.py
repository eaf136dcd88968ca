"""The authorities that share the instance, their directions, and who does what in them."""
