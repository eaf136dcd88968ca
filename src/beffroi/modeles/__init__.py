"""The modèles that ship with Beffroi: one folder each, no Python."""
