"""The public record: documents, the ledger that binds their versions, and what follows."""
