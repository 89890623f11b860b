"""Exchange: everything of ours as files for other programs and for spreadsheets, and back."""
