"""The page that inhabitants open, and what agents learn from it."""
