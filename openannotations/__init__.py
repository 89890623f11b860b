"""
A container for anybody's Web Annotations, at /annotations/open/: for demonstrations, and for trying
clients against the protocol. Off unless OPEN_ANNOTATIONS is on; no other room knows of it.
"""
