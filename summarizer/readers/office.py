"""Old Word and WPS files, RTF and ODT, turned into DOCX by LibreOffice where it is installed.

It runs without a window, in a folder and with a profile of its own that are removed afterwards. Macros are not
run, links not followed, the network not reached. Anchors would lead into the converted copy, which nobody has, so there are none.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from ..errors import Position, ReadError
from ..i18n import gettext as _
from .base import Content
from .docx import read_docx

#: What LibreOffice must not do with a stranger's file, as (path, name, value) of its settings: run macros, follow links, use the
#: network (port 9 discards whatever it is sent).
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
)
#: Seconds; the first start of LibreOffice on a slow machine takes twenty.
TIMEOUT = 120


def read_doc(data: bytes, name: str) -> Content:
    """Read a ``.doc``, ``.rtf`` or ``.odt``.

    Raises:
        ReadError: LibreOffice is not installed, or cannot read the file.
    """
    suffix = "rtf" if data.startswith(b"{\\rtf") else "odt" if data.startswith(b"PK") else "doc"
    return _read(data, name, suffix)


def read_wps(data: bytes, name: str) -> Content:
    """Read a ``.wps`` of WPS Office, which is an old Word file by another name; see :func:`read_doc`."""
    return _read(data, name, "doc")


def _read(data: bytes, name: str, suffix: str) -> Content:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise ReadError(
            _("this kind of file is read through LibreOffice, which is not installed"),
            where=Position(name),
            hint=_("install LibreOffice, or save the document as DOCX or PDF"),
        )
    with tempfile.TemporaryDirectory(prefix="summarizer-", ignore_cleanup_errors=True) as folder:
        converted = _convert(program, data, Path(folder), suffix, name)
    content = read_docx(converted, name)
    return replace(content, anchors=(), notes=(*content.notes, _("read through LibreOffice")))


def _profile(folder: Path) -> Path:
    """Make a profile in which LibreOffice runs no macro, follows no link and reaches no network."""
    item = '<item oor:path="/{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
    items = "".join(item.format(*setting) for setting in _SETTINGS)
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )
    return folder


def _convert(program: str, data: bytes, folder: Path, suffix: str, name: str) -> bytes:
    source = folder / f"source.{suffix}"
    source.write_bytes(data)
    out = folder / "out"
    command = [
        program, "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={_profile(folder / 'profile').as_uri()}",
        "--convert-to", "docx", "--outdir", str(out), str(source),
    ]  # fmt: skip
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise ReadError(
                _("LibreOffice did not finish in {n} seconds").format(n=TIMEOUT),
                where=Position(name),
                hint=_("save the document as DOCX or PDF"),
            ) from None
    result = out / "source.docx"
    if not result.is_file():
        raise ReadError(
            _("LibreOffice cannot read the file; it may be damaged or have a password"),
            where=Position(name),
            hint=_("open it in Word or WPS and save it as DOCX"),
        )
    return result.read_bytes()
