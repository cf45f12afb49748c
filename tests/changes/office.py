"""Run by the system's Python, the one that knows LibreOffice: accept all changes of files, and print their texts.

Those of a file whose name ends with ``-both`` are rejected, too.

usage: python3 office.py PROFILE FILE.docx …
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

_FILTER = (("FilterName", "Text (encoded)"), ("FilterOptions", "UTF8,LF"))


def values(*pairs: tuple[str, object]) -> tuple[object, ...]:
    made = []
    for name, value in pairs:
        item = PropertyValue()
        item.Name, item.Value = name, value
        made.append(item)
    return tuple(made)


def connected(pipe: str) -> object:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - it is not up yet, and says so in its own ways
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def texts(context: object, path: str) -> dict[str, str]:
    services = context.ServiceManager  # type: ignore[attr-defined]
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    found = {}
    for choice in ("Accept", "Reject") if "-both." in path else ("Accept",):
        document = desktop.loadComponentFromURL(f"file://{path}", "_blank", 0, values(("Hidden", True)))
        dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{choice}AllTrackedChanges", "", 0, ())
        left = document.Redlines.createEnumeration().hasMoreElements()
        out = f"{path}.{choice}.txt"
        document.storeToURL(f"file://{out}", values(*_FILTER))
        document.close(True)
        with open(out, encoding="utf-8-sig") as file:  # noqa: PTH123
            found[choice.lower()] = "changes are left" if left else file.read()
    return found


def main(profile: str, *paths: str) -> None:
    pipe = f"settle{os.getpid()}"
    command = ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{profile}"]
    office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        context = connected(pipe)
        print(json.dumps([texts(context, path) for path in paths]))  # noqa: T201
        services = context.ServiceManager  # type: ignore[attr-defined]
        services.createInstanceWithContext("com.sun.star.frame.Desktop", context).terminate()
        office.wait(20)
    finally:
        office.kill()


main(*sys.argv[1:])
