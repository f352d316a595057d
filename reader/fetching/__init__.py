"""Remote pictures into the library: the one package that connects, and only as far as the user allowed."""
