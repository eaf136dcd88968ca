"""The modèles: those that ship, those that the authority writes, tries and shares."""
