"""Webhooks: ledger rows, signed and sent to whoever subscribed, in order and at least once."""
