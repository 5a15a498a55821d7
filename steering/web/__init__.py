"""The doors: one file a way of talking, all on one Steering; none imports another."""
