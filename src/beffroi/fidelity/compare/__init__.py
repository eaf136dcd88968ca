"""The comparison, class by class, in both directions."""
