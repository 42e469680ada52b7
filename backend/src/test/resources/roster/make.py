"""Makes the roster files beside it, shapes that offices produce: python3 make.py. What each must give stands in NAME.expected.txt."""
import io
import os
import zipfile
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
TITLE = "2021年拟新增融合型、共建型教育共同体学校(校区)名单汇总表"
HEAD = ["设区市", "县市区", "序号", "核心校(校区)全称", "成员(受援)校(校区)全称", "教育共同体模式"]
SIGN = "填报单位:乐清市教育局      填表人:陈晓      电话:0577-61880000"
REMARKS = [
    ["说明:"],
    ["1.该汇总名单为2021年拟新增融合型、共建型教育共同体学校(校区)名单,系统完成信息采集录入后原则上不得再作调整。"],
    ["2.学校(校区)名称一律填报全称(与公章、校牌一致);“教育共同体模式”栏选填“融合型”或“共建型”。"],
    ["3.此表由有任务的各县(市、区)教育局于4月15日前完成填报。"],
]
YX, HT, TY = "乐清市云溪实验小学", "乐清市海棠小学", "乐清市海棠小学桃源校区"
QL, QL2 = "乐清市青岚镇中心小学", "乐清市青岚镇第二小学"
ZW, LX, SQ, TT, SX = "乐清市竹坞村小学", "乐清市岭下小学", "乐清市石桥头小学", "乐清市㙦头小学", "乐清市双溪小学"
BL, CD = "乐清市白鹭实验学校（小学、初中）", "乐清市城东第一小学"
MERGED, CO_BUILT = "融合型", "共建型"


def place(*cells):
    return ["温州市", "乐清市", *cells]


def text(name, rows, divider="\t", charset="utf-8", bom=b""):
    def cell(value):
        value = str(value)
        quoted = any(character in value for character in (divider, '"', "\n"))
        return '"' + value.replace('"', '""') + '"' if quoted else value

    body = "".join(divider.join(cell(value) for value in row) + "\r\n" for row in rows)
    with open(os.path.join(HERE, name), "wb") as out:
        out.write(bom + body.encode(charset))


class Formula:
    def __init__(self, formula, gave):
        self.formula, self.gave = formula, gave


class Fault:
    """A formula that failed."""


class Day:
    def __init__(self, number):
        self.number = number


def column(index):
    return chr(ord("A") + index)


def sheet_xml(rows, merges, hidden):
    out = io.StringIO()
    out.write('<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>')
    for number, row in enumerate(rows, 1):
        out.write(f'<row r="{number}"' + (' hidden="1"' if number in hidden else "") + ">")
        for index, value in enumerate(row):
            at = f"{column(index)}{number}"
            if isinstance(value, Formula):
                out.write(f'<c r="{at}" t="str"><f>{escape(value.formula)}</f><v>{escape(value.gave)}</v></c>')
            elif isinstance(value, Fault):
                out.write(f'<c r="{at}" t="e"><v>#REF!</v></c>')
            elif isinstance(value, Day):
                out.write(f'<c r="{at}" s="1"><v>{value.number}</v></c>')
            elif isinstance(value, int):
                out.write(f'<c r="{at}"><v>{value}</v></c>')
            elif value:
                out.write(f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>')
        out.write("</row>")
    out.write("</sheetData>")
    if merges:
        out.write(f'<mergeCells count="{len(merges)}">' + "".join(f'<mergeCell ref="{one}"/>' for one in merges) + "</mergeCells>")
    out.write("</worksheet>")
    return out.getvalue()


def workbook(name, *sheets):
    """Sheets: (name, rows, merges, hidden rows, whether the sheet is hidden)."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
        + "".join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{kind}.worksheet+xml"/>' for i in range(1, len(sheets) + 1))
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        + "".join(
            f'<sheet name="{escape(one[0])}" sheetId="{i}" r:id="rId{i}"' + (' state="hidden"' if one[4] else "") + "/>"
            for i, one in enumerate(sheets, 1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        + "".join(f'<Relationship Id="rId{i}" Type="{office}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1))
        + f'<Relationship Id="rIdS" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    for i, (_, rows, merges, hidden, _) in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{i}.xml"] = sheet_xml(rows, merges, hidden)
    with zipfile.ZipFile(os.path.join(HERE, name), "w", zipfile.ZIP_DEFLATED) as out:
        for part, content in parts.items():
            entry = zipfile.ZipInfo(part, (2021, 4, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, content if content.startswith("<?xml") else '<?xml version="1.0" encoding="UTF-8"?>' + content)


text("01-official.tsv", [["附件4"], [TITLE], [SIGN], HEAD, place(1, YX, ZW, CO_BUILT), place(2, HT, LX, MERGED), *REMARKS])
workbook(
    "02-merged-cells.xlsx",
    (
        "名单",
        [
            ["附件4"], [TITLE], [SIGN], HEAD,
            ["温州市", "乐清市", 1, YX, ZW, CO_BUILT],
            ["", "", "", "", LX, ""],
            ["", "", "", "", SQ, ""],
            ["", "", 2, HT, TT, MERGED],
            ["", "", "", "", SX, ""],
            *REMARKS,
        ],
        ["A1:F1", "A2:F2", "A3:F3", "A5:A9", "B5:B9", "C5:C7", "D5:D7", "F5:F7", "C8:C9", "D8:D9", "F8:F9", "A10:F10"],
        [], False,
    ),
)
text("03-other-wording.csv", [["序号", "核心校全称", "成员（受援）校全称", "模式", "备注"], [1, YX, ZW, "共建", ""], [2, HT, LX, "融合型教共体", "新组建"]], ",")
text("04-full-and-half-width.tsv", [[" 设 区 市 ", "县（市、区）", "序号", "核心校（校区）\u3000全称", "成员(受援)校（校区）全称", "教育共同体 模式"],
    ["温州市", "乐清市", 1, " 乐清市云溪 实验小学 ", "乐清市白鹭实验学校(小学、初中)", " 共建型 "], place("２", "乐清市海棠小学\u00a0", "乐清市\u3000竹坞村小学", "融 合 型")])
text("05-line-breaks.csv", [[*HEAD[:3], "核心校\n(校区)\n全称", "成员(受援)校\n(校区)全称", "教育共\n同体模式"],
    place(1, "乐清市云溪\n实验小学", "乐清市竹坞村\n小学\n乐清市岭下小学", CO_BUILT)], ",")
text("06-several-in-one-cell.tsv", [HEAD, place(1, YX, f"{ZW}、{LX}，{SQ}；{BL}", CO_BUILT)])
text("07-numbered.csv", [HEAD, place(1, "1." + YX, f"1.{ZW}\n2、{LX}\n（3）{SQ}", CO_BUILT), place(2, HT, f"①{TT}②{SX}", MERGED), place(3, CD, f"1.{QL} 2.{QL2}", MERGED)], ",")
text("08-core-on-every-row.tsv", [HEAD, place(1, YX, ZW, CO_BUILT), place(2, YX, LX, CO_BUILT), place(3, YX, SQ, CO_BUILT), place(4, HT, TT, MERGED)])
text("09-no-serial-numbers.tsv", [HEAD, place("", YX, ZW, CO_BUILT), place("", HT, LX, MERGED)])
text("10-no-places.tsv", [["核心校", "成员校", "教共体模式"], [YX, ZW, CO_BUILT], ["", LX, ""], [HT, SQ, MERGED], ["说明:以上学校均为2021年新增。"], ["联系人:陈晓"]])
workbook("11-second-sheet.xlsx", ("填报", [[TITLE], HEAD, ["温州市", "乐清市", 1, YX, ZW, CO_BUILT]], ["A1:F1"], [], False),
    ("填表说明", [["一、学校名称填全称"], ["二、4月15日前报送"]], [], [], False))
workbook("12-hidden.xlsx", ("名单", [HEAD, ["温州市", "乐清市", 1, YX, ZW, CO_BUILT], ["温州市", "乐清市", 2, HT, LX, MERGED]], [], [3], False),
    ("旧名单", [HEAD, ["温州市", "乐清市", 1, CD, SQ, CO_BUILT]], [], [], True))
workbook("13-formulas.xlsx", ("名单", [HEAD, ["温州市", "乐清市", 1, Formula('"乐清市云溪"&"实验小学"', YX), ZW, CO_BUILT],
    ["温州市", "乐清市", 2, HT, Fault(), MERGED], ["温州市", "乐清市", 3, CD, Day(44301), MERGED]], [], [], False))
text("14-gb18030.csv", [[TITLE, "", "", "", "", ""], HEAD, place(1, YX, TT, CO_BUILT)], ",", "gb18030")
text("15-utf8-bom.csv", [HEAD, place(1, YX, ZW, CO_BUILT)], ",", "utf-8", b"\xef\xbb\xbf")
text("16-short-names.tsv", [HEAD, place(1, "云溪实小", "竹坞小学", CO_BUILT), place(2, HT, "青岚中心小学", MERGED)])
text("17-school-elsewhere.tsv", [HEAD, place(1, YX, "永嘉县枫林小学", CO_BUILT)])
text("18-areas.tsv", [HEAD, place(1, ZW, LX, CO_BUILT), place(2, YX, HT, MERGED), place(3, QL, QL2, MERGED)])
text("19-modes.tsv", [HEAD, place(1, YX, ZW, ""), place(2, HT, LX, "协作型"), place(3, CD, SQ, "集团化"), place(4, QL, TT, "融合型或共建型"), place(5, QL2, SX, CO_BUILT), place("", "", BL, MERGED)])
workbook("20-mode-over-all.xlsx", ("名单", [HEAD, ["温州市", "乐清市", 1, YX, ZW, CO_BUILT], ["", "", 2, HT, LX, ""], ["", "", 3, CD, SQ, ""]],
    ["A2:A4", "B2:B4", "F2:F4"], [], False))
text("21-second-membership.tsv", [HEAD, place(1, YX, ZW, CO_BUILT), place(2, HT, ZW, MERGED), place(3, QL, LX, CO_BUILT), place(4, CD, QL, CO_BUILT)])
text("22-second-with-reason.tsv", [[*HEAD, "备注"], place(1, YX, ZW, CO_BUILT, "2020年起结对"), place(2, HT, ZW, MERGED, "两校区分别结对")])
text("23-core-in-two-places.tsv", [HEAD, place(1, YX, ZW, CO_BUILT), place(2, HT, LX, MERGED), place(3, YX, f"{SQ}、{ZW}", CO_BUILT), place(4, HT, TT, CO_BUILT)])
text("24-other-county.tsv", [HEAD, ["温州市", "乐清市教育局", 1, YX, ZW, CO_BUILT], ["", "永嘉县", 2, "永嘉县实验小学", "永嘉县枫林小学", CO_BUILT], ["杭州市", "乐清", 3, HT, LX, MERGED]])
text("25-empty-form.tsv", [["附件4"], [TITLE], ["填报单位:      填表人:      电话:"], HEAD, ["", "", 1], ["", "", 2], ["", "", 3], *REMARKS])
text("26-no-head.tsv", [[TITLE], [YX, ZW, CO_BUILT]])
workbook("27-head-of-two-rows.xlsx", ("Sheet1", [[TITLE], ["设区市", "县市区", "序号", "核心校", "成员校", "教育共同体模式"], ["", "", "", "(校区)全称", "(校区)全称", ""],
    ["温州市", "乐清市", 1, YX, ZW, CO_BUILT]], ["A1:F1", "A2:A3", "B2:B3", "C2:C3", "F2:F3"], [], False),
    ("Sheet2", [["设区市", "县市区", "序号", "学校", "", "教育共同体模式"], ["", "", "", "核心校全称", "受援校全称", ""], ["温州市", "乐清市", 2, HT, LX, MERGED]], ["D1:E1"], [], False))
text("28-sums-and-second-page.tsv", [HEAD, place(1, YX, ZW, CO_BUILT), ["小计", "", "", "1所", "1所", ""], HEAD, place(2, HT, LX, MERGED), ["合计", "", "", "2所", "2所", ""]])
text("29-signed-below.tsv", [[TITLE], HEAD, place(1, YX, ZW, CO_BUILT), ["填报单位(盖章)：", "乐清市教育局", "填表人：", "陈 晓", "联系电话：", "0577-61880000"]])
text("30-cores.tsv", [HEAD, place("", "", ZW, CO_BUILT), place(2, f"{YX}、{HT}", LX, CO_BUILT), place(3, CD, "", MERGED), place(4, QL, f"{QL}、{SQ}、{SQ}", CO_BUILT)])
text("31-divided-by-spaces.tsv", [HEAD, place(1, YX, f"{ZW} {LX}  {SQ}", CO_BUILT), place(2, HT, "乐清市云岭小学 乐清市月湖小学", MERGED)])
text("32-codes.csv", [HEAD, place(1, "3303820001", "3303820006", CO_BUILT)], ",")
text("33-columns-about-schools.csv", [["序号", "核心校名称", "核心校联系人", "成员校数", "成员校名称", "成员校校长", "模式"], [1, YX, "陈晓", 1, ZW, "林岚", CO_BUILT]], ",")
text("34-begins-like-a-formula.csv", [HEAD, place(1, "=乐清市云溪实验小学", "@" + ZW, CO_BUILT)], ",")
