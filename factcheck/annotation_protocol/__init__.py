"""
The W3C Web Annotation Protocol and Data Model, both of 23 February 2017, for whoever has
annotations: how a container and its pages are told, asked for and written to. Knows no model.
"""
