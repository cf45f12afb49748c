"""Hedges: the words that make a figure less, or more, than itself."""

from __future__ import annotations

from enum import Enum


class Hedge(Enum):
    """What the words around a number say about it. The value is the word to write, the interval is its own.

    x is the figure, u one unit of its last digit shown, s one unit of its last digit that is not zero.
    """

    NONE = ""
    """[x − u/2, x + u/2], or x alone for a count."""
    ABOUT = "约"
    """Within 5 % of x and never narrower than x ± u/2."""
    OVER_SOME = "余"
    """(x, x + s]"""
    ABOVE = "超"
    """(x, ∞)"""
    NEAR = "近"
    """[x − s, x)"""
    BELOW = "不足"
    """(−∞, x)"""
    AT_LEAST = "不少于"
    """[x, ∞)"""
    AT_MOST = "最多"
    """(−∞, x]"""


BEFORE: dict[str, Hedge] = {
    "约": Hedge.ABOUT, "大约": Hedge.ABOUT, "大概": Hedge.ABOUT, "约为": Hedge.ABOUT,
    "近": Hedge.NEAR, "将近": Hedge.NEAR, "接近": Hedge.NEAR,
    "超": Hedge.ABOVE, "超过": Hedge.ABOVE, "逾": Hedge.ABOVE, "多于": Hedge.ABOVE, "高于": Hedge.ABOVE, "大于": Hedge.ABOVE,
    "不足": Hedge.BELOW, "不到": Hedge.BELOW, "不满": Hedge.BELOW, "低于": Hedge.BELOW, "少于": Hedge.BELOW, "小于": Hedge.BELOW,
    "至少": Hedge.AT_LEAST, "不少于": Hedge.AT_LEAST, "不低于": Hedge.AT_LEAST, "不小于": Hedge.AT_LEAST,
    "最少": Hedge.AT_LEAST, "突破": Hedge.AT_LEAST,
    "最多": Hedge.AT_MOST, "至多": Hedge.AT_MOST, "不超过": Hedge.AT_MOST, "不高于": Hedge.AT_MOST, "不多于": Hedge.AT_MOST,
    "不大于": Hedge.AT_MOST, "未超过": Hedge.AT_MOST,
}  # fmt: skip
"""Words before a number."""

INSIDE: dict[str, Hedge] = {"余": Hedge.OVER_SOME, "多": Hedge.OVER_SOME, "几": Hedge.OVER_SOME, "来": Hedge.OVER_SOME}
"""Words between the number and its unit: 356万余元, 16000多平方米, 十几家."""

AFTER: dict[str, Hedge] = {
    "余": Hedge.OVER_SOME, "多": Hedge.OVER_SOME,
    "左右": Hedge.ABOUT, "上下": Hedge.ABOUT,
    "以上": Hedge.AT_LEAST, "及以上": Hedge.AT_LEAST, "（含）以上": Hedge.AT_LEAST,
    "以下": Hedge.AT_MOST, "及以下": Hedge.AT_MOST, "以内": Hedge.AT_MOST, "之内": Hedge.AT_MOST,
    "不到": Hedge.BELOW,
}  # fmt: skip
"""Words after the unit."""

NOT_A_HEDGE_AFTER: dict[str, str] = {
    "约": "节签预合履契公条邀违特大隐", "近": "附最临接邻靠将远亲", "超": "赶反", "超过": "赶反未不",
    **dict.fromkeys(("多于", "少于", "低于", "高于", "大于", "小于"), "不"),
}  # fmt: skip
"""In prose, the characters before a hedge with which it makes another word: 节约30万元 holds no hedge."""
