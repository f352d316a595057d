"""Articles leave the window: to the clipboard, into files, onto paper."""
