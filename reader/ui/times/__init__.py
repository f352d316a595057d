"""The list by time: a calendar of how much was published when, and the days that are chosen in it."""
