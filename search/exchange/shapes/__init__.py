"""What a row of each kind is in a file: plain values, rows of other kinds by slug or id."""
