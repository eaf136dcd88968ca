"""The journal of consequential acts, which nobody can rewrite."""
