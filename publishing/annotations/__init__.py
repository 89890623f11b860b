"""The published claims as a container of Web Annotations, and annotations as the desk's drafts."""
