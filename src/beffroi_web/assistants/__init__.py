"""« Assistants »: a conversation over the authority's documents, and the assistants it may use."""
