"""An article into something to show: no Qt."""
