"""The readers' door: the public record as pages, made of the documents that the API serves."""
