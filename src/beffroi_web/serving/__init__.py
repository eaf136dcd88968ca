"""The processes of an instance: started together, watched, stopped together."""
