"""Masquer: review what was recognised, copy the masked text, restore the answer."""
