"""What the page says, in the user's language; what stands on the paper is Chinese in every language."""

from __future__ import annotations

from ..i18n import gettext as _


def page_words() -> dict[str, str]:
    """Return the words of the page and its parts, by the names that the templates use."""
    return {
        "preview": _("Preview"),
        "skip": _("Skip to the report"),
        "views": _("What is shown"),
        "paper": _("Report"),
        "printed": _("Pages (PDF)"),
        "dropped": _("Dropped document"),
        "web": _("Web page"),
        "pdf_file": _("Open the PDF"),
        "new_tab": _("opens in a new tab"),
        "lists": _("Beside the report"),
        "notes": _("Findings"),
        "figures": _("Figures"),
        "choose": _("Audit a document…"),
        "drop": _("Drop a DOCX here to audit it"),
        "search": _("Search figures"),
        "all": _("All"),
        "wrong": _("Does not agree"),
        "checked": _("Checked"),
        "open": _("Not checked"),
        "derived": _("Computed"),
        "unused": _("Not in the text"),
        "working": _("working"),
        "hint": _("hint"),
        "reason": _("reason"),
        "rule": _("What this means"),
        "checks": _("what is checked"),
        "why": _("why"),
        "mend": _("to mend"),
        "place": _("source"),
        "formula": _("computed from"),
        "feeds": _("gives"),
        "claims": _("judged"),
        "uses": _("stands at"),
        "nowhere": _("nowhere in the text"),
        "blank": _("(blank)"),
        "in_text": _("in the text"),
        "no_place": _("about the whole report"),
        "no_notes": _("Nothing was found."),
        "written": _("written"),
        "trouble": _("The last save cannot be read"),
        "good_page": _("What you see is the last page that could be read."),
        "no_page": _("As soon as this is mended, the report appears here."),
        "changed": _("Changed"),
        "gone": _("gone"),
        "new": _("new"),
    }


def script_words() -> dict[str, str]:
    """Return the words that the script puts in."""
    return {
        "live": _("Follows every save"),
        "lost": _("Connection lost; trying again"),
        "ended": _("The preview has ended. Start it again in the terminal."),
        "auditing": _("Auditing {name} …"),
        "audited": _("{name}: {n} findings"),
        "one_file": _("One document at a time, please."),
        "too_large": _("{name} is larger than {n} MB."),
        "no_answer": _("The preview gave no answer; is it still running?"),
        "updated": _("Updated."),
        "figures_changed": _("{n} figures changed: {list}"),
        "shown": _("{n} of {all} figures"),
        "fault": _("The last save cannot be read; the last good page stays."),
    }
