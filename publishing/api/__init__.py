"""The programs' door to the public record."""
