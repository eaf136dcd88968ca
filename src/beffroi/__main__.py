"""``python -m beffroi`` is the command ``beffroi``."""

from beffroi.cli import main

main()
