from __future__ import annotations

import sys
from pathlib import Path

# What these tests share is no fixture: made.py beside this file.
sys.path.insert(0, str(Path(__file__).parent))
