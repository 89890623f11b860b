"""The programs' door to sources."""
