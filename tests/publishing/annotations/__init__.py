"""The container of published claims, held to the protocol and the model of the W3C."""
