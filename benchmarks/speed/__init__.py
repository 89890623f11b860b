"""How fast the product answers, beside its peers, in one run."""
