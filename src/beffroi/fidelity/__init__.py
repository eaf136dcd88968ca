"""Does a rewrite say the same thing as its source? Facts, alignment, comparison, findings."""
