"""Names that divide one thing as offices do: 来信、来访、网上; 国道、省道、县道. They need not be all, but a list of them is no choice.

Where all parts of a list are of one such row, or are built alike (一般程序、简易程序), a sum that is one slip away from its total is
taken to be meant as the total.
"""

from __future__ import annotations

from functools import lru_cache

from ..patterns import lazy
from .complements import complement_of
from .statements import Statement

_ROWS = tuple(tuple(row.split()) for row in (
    "发明 实用新型 外观设计", "猪肉 牛肉 羊肉 禽肉 兔肉", "绿色食品 有机 地理标志 无公害", "一星级 二星级 三星级 四星级 五星级",
    "因公出国 公务用车 公务接待 会议费 培训费", "4G 5G", "1A级 2A级 3A级 4A级 5A级", "报告书 报告表 登记表", "Ⅰ级 Ⅱ级 Ⅲ级 Ⅳ级",
    "新增债券 再融资债券 置换债券 新增一般债券 新增专项债券", "中央级 省级 市级 市县级 县级 区级",
    "综合医院 中医院 专科医院 中西医结合医院 妇幼保健院", "城镇职工 城乡居民 职工 居民", "投诉 举报 咨询",
    "财产险 产险 人身险 健康险 寿险 意外险", "基建 技改 土建 设备 安装", "罚款 违约金 退回 没收", "公交 出租 客运 货运",
    "初犯 累犯 偶犯", "主城 郊区 城区 郊县",
    "已完工 完工 已完成 竣工 在建 未开工 已开工 停工 正在办理 已办结 办结 未办结 结案 未结",
    "录取 落选 通过 未通过 批准 准予 不予 退回 驳回", "城区 乡镇 村居 街道 农村", "主办 会办 协办 分办",
    "咨询 投诉 求助 建议 举报 表扬", "管理岗 专业技术岗 工勤岗", "现金 物资 物品", "春季 夏季 秋冬季 秋季 冬季",
    "一期 二期 三期 四期", "农业 工业 生活 生态", "一般事故 轻微事故 较大事故", "调解 撤诉 判决 裁定 移送",
    "来信 来访 来电 网上 网络 电话 现场 窗口 其他渠道", "社会团体 民办非企业 社会服务机构 基金会",
    "公务员 参公 事业 工勤 企业 机关 聘用 合同制", "中央 省 市 县 区 乡 镇 社会 自筹 企业 群众 上级 本级",
    "民商事 民事 刑事 行政 执行 国家赔偿 公益诉讼",
    "托儿所 幼儿 小学 初中 高中 中职 职高 职业 特殊教育 特教 大学 高校 完全中学 九年一贯制", "建议 提案", "职工 居民 灵活就业",
    "专职 兼职", "公办 民办 公建民营", "国有 民营 私营 集体 个体 外资 股份",
    "人员经费 公用经费 项目支出 基本支出 项目经费 人员支出 公用支出",
    "新建 续建 改建 扩建 改扩建 迁建 改造 收尾 新开工 竣工 在建", "一季度 二季度 三季度 四季度", "上半年 下半年",
    "A级 B级 C级 D级", "A类 B类 C类 D类", "一级 二级 三级 四级", "甲级 乙级 丙级", "Ⅰ类 Ⅱ类 Ⅲ类 Ⅳ类 Ⅴ类", "一类 二类 三类",
    "企业 个体工商户 个体户 农民专业合作社 合作社 家庭农场", "国道 省道 县道 乡道 村道 专用 高速",
    "国家级 省级 市级 县级 区级 乡级 镇级 村级 州级", "厅局级 厅级 县处级 处级 乡科级 科级 一般干部 农村干部", "男 女",
    "在职 在编 编外 合同制 临聘 聘用 离休 退休 离退休 退职 遗属", "一等 二等 三等 优秀奖", "大型 中型 小型 微型 特大型",
    "党员 预备党员", "线上 线下 网上", "纸质 电子", "猪 牛 羊 禽", "地上 地下 地面 路内 路外 立体",
    "一般程序 简易程序 普通程序 快办", "特大 重大 较大 一般", "博士 硕士 研究生 本科 大专 专科 高中 中专",
    "正高 副高 中级 初级", "种植业 养殖业 加工业 林业 畜牧业 渔业 服务业", "住院 门诊 医疗 慢性病", "养老 医疗 失业 工伤 生育",
    "税收 非税 社保费 规费 基金", "早稻 中稻 晚稻 一季稻 玉米 小麦 大豆 薯类 红薯 马铃薯", "生产 流通 经营 餐饮 使用",
    "农村 城市 城镇 社区 街道 乡镇 集镇", "个人 单位 集体 企业", "全日制 非全日制", "贷款 担保 贴息",
    "污染 噪声 大气 水 固废 扬尘 油烟", "住宅 商业 办公 工业 商服 公共", "单位 家庭 个人", "已婚 未婚",
    "老年人 儿童 残疾人 孤儿 未成年人 流浪乞讨", "有效 无效", "一次 二次", "内部 外部", "尿素 复合肥 磷肥 钾肥 有机肥",
    "道路 水上 工矿 建筑 消防 农机", "县城 乡镇 村", "扑救 救援 救助 出动", "党纪 政务 诫勉", "双一流 重点 普通",
    "主干道 次干道 支路 背街小巷", "供水 排水 污水 雨水 燃气 热力", "政府安排 安排工作 自主就业 退休 供养",
    "风电 光伏 水电 火电 生物质 核电", "水田 旱地 水浇地", "行政处罚 移送司法 移送", "拆解 拖离 扣押",
    "县级储备 省级储备 市级代储 中央储备", "批捕 批准逮捕 不捕 不批捕 不批准逮捕", "捕捞 养殖", "现场 意向", "中标 落标 淘汰",
    "赞成 同意 反对 不同意 弃权", "继续有效 有效 保留 修改 修订 废止 失效 宣布失效",
    "自办 转播 直播 录播", "高校 企业 乡镇 社区 学校 机关 农村 军营", "房建 市政 水利 交通 政府采购 土地 矿权 产权 工程建设",
    "三级 四级 五级 六级 等外 等级", "货物 工程 服务", "谋划一批 签约一批 开工一批 投产一批 增资一批", "教授 副教授 讲师 助教",
    "正高 副高 高级 中级 初级 员级", "满意 基本满意 不满意 一般 弃权 不了解", "轻伤 重伤 死亡 失踪", "党委 党总支 总支 党支部 支部",
    "红色 橙色 黄色 蓝色", "政治 经济 文化 社会 生态 教育", "肢体 视力 听力 言语 智力 精神 多重", "火灾 抢险 救援 社会救助 公务执勤",
    "刑拘 取保 逮捕 起诉 治安", "食品 药品 药械 医疗器械 化妆品 特种设备 产品质量 价格 知识产权 广告",
    "中央 自治区 省级 州级 市级 县级 乡级",
    "缓刑 假释 暂予监外执行 管制", "法定 酌定 相对 情节轻微 证据不足 存疑 附条件", "产业 基础设施 民生 生态 社会事业 公共服务",
    "优秀 良好 合格 不合格 基本合格 限期整改 整改 达标 不达标 优良 一般 较差", "优秀 称职 基本称职 不称职 不定等次",
    "人工造林 封山育林 退化林修复 飞播造林 人工更新 森林抚育", "重点人群 一般人群", "门诊 急诊 住院",
    "内河 沿海 远洋 内海", "海港 河港", "煤炭 石油 天然气 电力", "外贸 内贸 集装箱",
    "广播 电视 报纸 网站", "高档 中档 低档", "省外 市外 县外 境外", "空气 水 土壤 噪声",
))  # fmt: skip
_BEGINNING: dict[str, list[tuple[str, int]]] = {}
for _number, _row in enumerate(_ROWS):
    for _word in _row:
        _BEGINNING.setdefault(_word[0], []).append((_word, _number))
_BEHIND = 6
"""Characters behind a figure in which its noun may stand: 26件建议."""
_LONGEST = 8
_PAIR = 2
"""优秀 and 合格 alone need not divide: who is 优秀 is 合格, too."""
_EVERY = lazy("各类|各级|全部|共|总|所有")
_NOT_ALIKE = lazy("[增减加新约余共占]")


def is_division(head: Statement, parts: tuple[Statement, ...], *, announced: bool = False) -> bool:
    """Whether the names of the parts are those of one division of one thing.

    Args:
        announced: words say that the total was divided (按职能分), so that it may be called as its parts are.
    """
    if complement_of(head, parts) is not None:
        return True
    names = [part.subject.rpartition(":")[2] or part.tail[:_BEHIND] for part in parts]
    if all("满意" in name and "不满意" not in name for name in names):
        return False  # 非常满意800件、满意150件: who is not content is left out
    own = "" if announced else head.subject
    return all(names) and (_built_alike(names, own) or _of_one_row(names, own))


def _of_one_row(names: list[str], own: str) -> bool:
    """Whether each name has a word of one row of its own, and the total none that they leave out; the longest one in a name counts."""
    found = [_words_in(name) for name in names]
    for row in found[0]:
        words = {of[row] for of in found if row in of}
        own_words = {word for word in _ROWS[row] if word in own}
        whole = not own_words or words <= own_words or all(word[0] in own for word in words)  # 猪牛羊禽肉
        if len(words) == len(names) and whole and (len(names) > _PAIR or _ROWS[row][0] != "优秀"):
            return True
    return False


@lru_cache(maxsize=8192)
def _words_in(name: str) -> dict[int, str]:
    """Return the rows that a name has a word of, each with the longest one."""
    found: dict[int, str] = {}
    for n, character in enumerate(name):
        for word, row in _BEGINNING.get(character, ()):
            if name.startswith(word, n) and len(word) > len(found.get(row, "")):
                found[row] = word
    return found


def _built_alike(names: list[str], own: str) -> bool:
    """Whether all names end alike and differ before: 职工医保、居民医保; 专职、兼职. A total that ends so too is one of them."""
    sizes = [len(name) for name in names]
    if max(sizes) > _LONGEST or max(sizes) - min(sizes) > 2 or min(sizes) < 2 or len(set(names)) < len(names):
        return False
    if own[-1:] == names[0][-1] and not _EVERY.search(own):
        return False
    return len({name[-1] for name in names}) == 1 and not any(_NOT_ALIKE.search(name) for name in names)
