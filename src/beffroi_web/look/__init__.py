"""The look of every page: base template, typography, icons, rail."""
