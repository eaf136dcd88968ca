"""Folders that an authority writes (modèles, assistants): who reaches them, and their versions side
by side. What is in a folder is the affair of its own room."""
