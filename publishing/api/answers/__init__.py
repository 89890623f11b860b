"""
What readers of the public record are answered: one function per resource, asked and told in values.

The short lane and the API's views call the same functions, so both say the same. They know
nothing of DRF but the errors that they raise.
"""
