"""Can people read it? A profile, rules, and rewriting by rule."""
