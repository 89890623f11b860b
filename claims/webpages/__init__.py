"""Web pages as articles: bytes to text, what a page says of itself, and its article's text."""
