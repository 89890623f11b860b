"""Edits of the newsroom’s text, each by the state to which it leads a claim on SENTENCE."""

SENTENCE = "The roads office had put the cost at 3.1 million euros in spring."
EDITS = {
    "exact": ("18 months", "two years"),
    "moved": ("The county will need", "As of Tuesday, the county will need"),
    "changed": ("had put the cost", "put the cost"),
    "needs_review": ("3.1 million euros", "3.4 million euros"),
    "lost": (f"{SENTENCE} “Nobody ever spoke of three million,” the mayor’s office said.", ""),
}
