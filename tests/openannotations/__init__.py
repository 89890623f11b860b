"""The open container."""
