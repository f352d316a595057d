"""Articles out of the library: as files, for the clipboard, for a mail. No Qt."""
