"""What readers' templates can say."""
