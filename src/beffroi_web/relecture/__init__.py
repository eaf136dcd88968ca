"""A text of Clarifier prepared for people concerned to proof-read, and what they said of it."""
