"""Which language model an authority uses, in what state it is, and the page that sets it."""
