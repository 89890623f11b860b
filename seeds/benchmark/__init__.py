"""
A newsroom of any size, to measure with: made-up towns, each with its articles and their checks.

Everything follows from a seed, town by town, so that every database that is filled with the same
number of claims holds the same rows. It is written in bulk and past the verbs, but says what they
would have written; only the history that verbs leave is missing.
"""
