"""A fictitious commune to try Beffroi with: accounts, contact sheet, documents."""
