from __future__ import annotations

import sys
from pathlib import Path

# The tests of prose share helpers that are no fixtures: judging.py beside this file.
sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent))
