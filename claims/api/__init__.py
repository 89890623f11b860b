"""The programs' door to articles, claims, questions, verdicts and ratings."""
