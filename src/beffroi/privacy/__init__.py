"""Personal data: recognised, masked before a model sees them, restored exactly."""
