"""An instance in one archive, taken while it works, and put back."""
