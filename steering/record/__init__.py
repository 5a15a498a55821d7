"""What is done with the record once it is written: held against itself, exported, kept as long as it must be."""
