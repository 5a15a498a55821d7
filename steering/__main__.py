"""`python -m steering` is the `steering` command."""

import sys

from steering.cli import main

sys.exit(main())
