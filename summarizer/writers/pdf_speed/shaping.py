"""What Pango needs before it can shape a text is made once for a font and not for each text."""

from __future__ import annotations

from typing import Any

from .places import memo

_FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
#: Everything of a style that Pango hears of before it sees a text.
FONT = (
    "font_family",
    "font_size",
    "font_style",
    "font_weight",
    "font_stretch",
    "font_variation_settings",
    "font_language_override",
    "direction",
    "lang",
    *_FEATURES,
)


def font_of(style: Any) -> tuple[Any, ...] | None:
    """Return what tells fonts apart; ``None`` if the style underlines or strikes out, for which Pango is asked for more."""
    key: tuple[Any, ...] | None = memo(style).get("font", ())
    if key == ():
        key = tuple(map(style.__getitem__, FONT)) if style["text_decoration_line"] == "none" else None
        if key is not None:
            try:
                hash(key)
            except TypeError:  # a family is a list where no style sheet names one
                key = (tuple(key[0]), *key[1:])
        memo(style)["font"] = key
    return key


def install() -> None:
    """Let layouts share a context and a description of their font."""
    from weasyprint.text.ffi import ffi, gobject, pango
    from weasyprint.text.line_break import Layout

    original = Layout.setup

    def setup(self: Any, style: Any) -> None:
        key = font_of(style)
        ready = style.font_config.__dict__.setdefault("ready_fonts", {})
        if key not in ready:
            ready[key] = None if key is None else _ready(style)
        if ready[key] is None:
            original(self, style)
            return
        context, description, self.language = ready[key]
        self.style = style
        self.first_line_direction = 0
        self.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(self.layout, False)
        pango.pango_layout_set_font_description(self.layout, description)
        self.ascent = self.underline_position = self.strikethrough_position = None

    Layout.setup = setup


def _ready(style: Any) -> tuple[Any, Any, Any] | None:
    """Return a context, the description of the font and its language; ``None`` if the text needs features switched on or off."""
    from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
    from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
    from weasyprint.text.fonts import font_features, get_font_description

    if font_features(**{name: style[name] for name in _FEATURES}):
        return None
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    override, lang = style["font_language_override"], style["lang"]
    if override != "normal":
        lang = LST_TO_ISO.get(override.lower(), override)
    language = pango.pango_language_get_default()
    if lang:
        pointer, _bytes = unicode_to_char_p(lang)
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    return context, get_font_description(style), language
