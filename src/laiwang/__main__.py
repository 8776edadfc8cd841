"""`python -m laiwang`."""

import sys

from laiwang.edge.cli import main

sys.exit(main())
