"""Documents brought in from files, folders, JSONL, mailboxes and the site of the commune."""

from beffroi.knowledge.gather.roots import Gathered, Refused, gather

__all__ = ["Gathered", "Refused", "gather"]
