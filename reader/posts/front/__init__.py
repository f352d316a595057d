"""The front matter: found, read leniently, and turned into the fields of a post."""
