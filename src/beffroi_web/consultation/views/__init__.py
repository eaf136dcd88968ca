"""One file a kind of page; a view reads a form, calls an action and draws a page."""
