"""How many people the load has; read without Django."""

PEOPLE = 50
