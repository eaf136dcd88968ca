"""Vérifier: a page and an answer in JSON, without any model and without keeping anything."""
