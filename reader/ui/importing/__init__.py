"""Folders come in: the dialog, its plan and report, the known folders, the history."""
