"""Remote pictures into the library: the one room that connects, and only as far as the user allowed."""
