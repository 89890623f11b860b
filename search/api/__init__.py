"""The programs' door to finding: what was checked before."""
