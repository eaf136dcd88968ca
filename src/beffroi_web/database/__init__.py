"""Where rows are kept: a current SQLite by default, PostgreSQL by one setting."""
