"""One mark in the place of another, units of targets, letters among digits. All sentences are made up."""

from __future__ import annotations

import pytest

from summarizer.rules.bare import bare
from summarizer.rules.listed import listed
from summarizer.rules.numeral import forms

WRONG = (
    "15—64岁25052人，占58%{:}65岁以上3844人，占9%。",
    "藏族212人，占8.3%{：}蒙古族109人，占4.3%；其他2人。",
    "另有藏、土、蒙古、东乡、壮{，}哈萨克、朝鲜7个民族，共320人。",
    "建有东湖、西山、南苑{，}北郊、中心5个公园，投资320万元。",
    "下设5个水管站（上游站、中游站、下游站{，}库区站）。", "辖4个灌区（青石、白沙、红岩{,}龙潭），供水36万吨。",
    "现有水管站5个（上游、中游、下游{，}库区、城区）。", "为上游、中游、下游{，}库区、城区5类用水户服务。",
    "这里曾设兼有行政{,}军事、邮驿性质的驿站，面积1.3平方公里，辖3个社区。",
)
RIGHT = (
    "15—64岁25052人，占58%；65岁以上3844人，占9%。",
    "不合格产品占8.3%：标签问题36起，添加剂问题12起。",
    "有藏、土、蒙古、东乡、壮、哈萨克、朝鲜7个民族。",
    "完成东湖、西山整治，新建南苑、北郊2个公园。",
    "走访甲村、乙村，丙村、丁村3个村正在施工。",
    "建成水库,新增灌溉,改善耕地、林地,全部完工。",
    "三次产业比为26.4:32.1:41.5。全县总人口19.7万。",
    "配比为1:2，3天后揭膜。",
    "按行业（农业、工业、生活，下同）统计。", "三条河（东河、西河、南河，不含支流）长36公里。", "涉及3家（水利、农业、林业，简称三家）。",
)


@pytest.mark.parametrize("line", WRONG)
def test_a_mark_in_the_place_of_another(line: str) -> None:
    start = line.index("{")
    hits = list(listed(line.replace("{", "").replace("}", "")))
    assert [(hit.code, hit.start, hit.end) for hit in hits] == [("PUNCT012", start, start + 1)]


@pytest.mark.parametrize("text", RIGHT)
def test_marks_in_their_places(text: str) -> None:
    assert not list(listed(text))


def test_a_target_without_its_unit() -> None:
    text = "产值31.45亿元，占计划数31.38的100.22%，收入12.86亿元，占计划数12.84亿元的100.16%。"
    assert [text[hit.start : hit.end] for hit in bare(text)] == ["31.38"]
    assert not list(bare("完成目标任务的95.3%，占2023年计划的80%。"))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("用水纠纷减少3起、35，均已调处。", "35"), ("修复水闸3座和12，供水正常。", "12"),
        ("检查用水单位66，整改36处。", "66"), ("授权实用新型12。", "12"),
    ],
)  # fmt: skip
def test_no_unit_at_the_end_of_a_clause(text: str, figure: str) -> None:
    assert [text[hit.start : hit.end] for hit in bare(text)] == [figure]
    assert not list(bare(text.replace(f"{figure}，", f"{figure}个，").replace(f"{figure}。", f"{figure}个。")))


@pytest.mark.parametrize(("text", "number"), [("耕地23085亩，其中田2101O亩。", "2101O"), ("3岁以下2XX人，5岁以下3536人。", "2XX")])
def test_letters_among_digits(text: str, number: str) -> None:
    assert [(hit.code, text[hit.start : hit.end]) for hit in forms(text)] == [("NUM007", number)]
