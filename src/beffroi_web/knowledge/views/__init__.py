"""Pages: a form, an action, a template. Nothing else happens here."""
