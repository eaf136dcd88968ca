"""Long work that survives the closing of a tab and the death of a process."""
