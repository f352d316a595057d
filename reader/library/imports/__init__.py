"""What imports write, of which folders, and how that is undone."""
