"""The files of one source, a folder or an archive, behind one door: listed, stamped and read with bounds."""
