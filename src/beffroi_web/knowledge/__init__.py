"""« Documents »: what the authority keeps for its people to ask, by collections with rights."""
