"""The floor: what Beffroi gives back without any language model. Exact passages, found by rule."""
