"""Articles out of the library: as files, for the clipboard, for e-mail. No Qt."""
