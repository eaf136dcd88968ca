"""The page of inhabitants, and those of the agents who follow it."""
