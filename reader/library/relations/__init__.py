"""What articles have to do with one another: which link to which, and which speak of the same."""
