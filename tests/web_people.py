"""Values that the tests of the web layer share."""

PASSWORD = "une longue phrase de passe"
