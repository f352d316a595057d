"""The time machine: a calendar of how much was published when, and choosing days in it."""
