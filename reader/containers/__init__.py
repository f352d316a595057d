"""One interface to the files of a source, a folder or an archive: listed, stamped and read within limits."""
