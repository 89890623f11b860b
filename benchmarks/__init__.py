"""What we promise about speed and quality, runnable by anyone."""
