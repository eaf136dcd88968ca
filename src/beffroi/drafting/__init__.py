"""The chain that everything written by a model takes: policy, mask, model, check, repair."""
