"""People: named in a sentence, a form, a table, a greeting or a signature."""
