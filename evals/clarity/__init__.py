"""Quality of clarity on real texts, read in place."""
