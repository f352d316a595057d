"""The pictures of the program in docs/pictures: what they show, and how they are taken and kept small."""
