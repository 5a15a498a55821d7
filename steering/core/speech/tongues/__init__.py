"""Every language but English: one file each."""
