"""Importing folders: the dialog, its plan and report, the known folders, the history."""
