#!/usr/bin/env python3
"""Draws the demo's evidence and material anew: python3 backend/src/main/scripts/demo-files.py

Needs Pillow, Chromium and Noto Sans CJK (fonts-noto-cjk). Nobody's photo, nobody's seal: every picture is drawn, and every page and
picture says 演示 in letters that nobody can overlook. The product makes each copy unique by a comment of its own.
"""

import io
import pathlib
import random
import subprocess
import tempfile
import zlib

from PIL import Image, ImageDraw, ImageFilter, ImageFont

OUT = pathlib.Path(__file__).resolve().parent.parent / "resources" / "demo"
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-%s.ttc"
SIZE = (1024, 768)
SIMPLIFIED = 2


def font(size, weight="Bold"):
    return ImageFont.truetype(FONT % weight, size, index=SIMPLIFIED)


# ── pictures ────────────────────────────────────────────────────────────────


def people(draw, chance, top, scale, columns, colours):
    """Pupils or teachers from behind, in a row."""
    step = SIZE[0] / columns
    for column in range(columns):
        x, y = step * (column + 0.5) + chance.uniform(-6, 6), top + chance.uniform(-5, 5)
        head, body = 26 * scale, 46 * scale
        draw.rounded_rectangle((x - body, y + head * 0.8, x + body, y + 4 * body), radius=int(30 * scale), fill=chance.choice(colours))
        draw.ellipse((x - head, y - head, x + head, y + head), fill=chance.choice(("#2b2320", "#3a2c26", "#1f1d1f")))


def board(draw, box, words, small):
    draw.rectangle(box, fill="#8a6b45")
    inner = (box[0] + 8, box[1] + 8, box[2] - 8, box[3] - 8)
    draw.rectangle(inner, fill="#24513f")
    draw.text(((box[0] + box[2]) / 2, box[1] + 70), words, font=font(44), fill="#f4f1e6", anchor="mm")
    draw.text(((box[0] + box[2]) / 2, box[1] + 140), small, font=font(26, "Regular"), fill="#d9e6d4", anchor="mm")


def screen(draw, box, chance, label):
    """The other school, on a large screen."""
    draw.rounded_rectangle(box, radius=10, fill="#16181c")
    inner = (box[0] + 12, box[1] + 12, box[2] - 12, box[3] - 12)
    draw.rectangle(inner, fill="#dfe7e6")
    width, height = inner[2] - inner[0], inner[3] - inner[1]
    for row in range(3):
        for column in range(6):
            x = inner[0] + width * (column + 0.5) / 6 + chance.uniform(-3, 3)
            y = inner[1] + height * (0.3 + 0.22 * row)
            draw.rounded_rectangle((x - 17, y + 8, x + 17, y + 46), radius=9, fill=chance.choice(("#b4574d", "#3f6f8f", "#7d9a4f", "#d19a3d")))
            draw.ellipse((x - 11, y - 11, x + 11, y + 11), fill="#e9c7a5")
            draw.pieslice((x - 12, y - 13, x + 12, y + 11), 180, 360, fill="#2b2320")
    draw.rectangle((inner[0], inner[3] - 34, inner[2], inner[3]), fill="#1f6f78")
    draw.text((inner[0] + 12, inner[3] - 17), label, font=font(20), fill="white", anchor="lm")


def mark(image, words):
    """Across the picture and below it: nobody is to take it for a photo of pupils."""
    veil = Image.new("RGBA", (1500, 130))
    ImageDraw.Draw(veil).text((750, 65), "演示  DEMO  演示", font=font(92), fill=(255, 255, 255, 120), anchor="mm")
    veil = veil.rotate(24, expand=True)
    image.paste(veil, ((SIZE[0] - veil.width) // 2, (SIZE[1] - veil.height) // 2), veil)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, SIZE[1] - 58, SIZE[0], SIZE[1]), fill="#b3471f")
    draw.text((24, SIZE[1] - 29), "演示图片，非真实照片 · " + words, font=font(26), fill="white", anchor="lm")


def picture(name, seed, words, paint):
    chance = random.Random(seed)
    image = Image.new("RGB", SIZE, "#e9e2d3")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 520, SIZE[0], SIZE[1]), fill="#c9b998")
    paint(draw, chance)
    image = image.filter(ImageFilter.GaussianBlur(0.6))
    mark(image, words)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=72, optimize=True, progressive=False)
    (OUT / name).write_bytes(out.getvalue())


PUPILS = ("#2f6f9f", "#c95f4b", "#e0b24a", "#5f8f5a", "#f1f1ee")
TEACHERS = ("#38435a", "#6d4a52", "#50614c", "#7a7266")


def lesson(words, small, label):
    def paint(draw, chance):
        board(draw, (40, 50, 520, 330), words, small)
        screen(draw, (560, 60, 990, 330), chance, label)
        draw.rounded_rectangle((470, 300, 540, 480), radius=24, fill="#1f6f78")
        draw.ellipse((480, 246, 532, 298), fill="#e9c7a5")
        draw.pieslice((478, 242, 534, 296), 180, 360, fill="#2b2320")
        people(draw, chance, 470, 1.0, 7, PUPILS)
        people(draw, chance, 590, 1.35, 6, PUPILS)
    return paint


def online(draw, chance):
    draw.rounded_rectangle((90, 60, 934, 600), radius=14, fill="#16181c")
    for row in range(3):
        for column in range(4):
            x, y = 110 + column * 204, 80 + row * 170
            draw.rectangle((x, y, x + 194, y + 158), fill=chance.choice(("#dfe7e6", "#e7e0d5", "#d8dde6")))
            draw.rounded_rectangle((x + 47, y + 94, x + 147, y + 158), radius=30, fill=chance.choice(TEACHERS))
            draw.ellipse((x + 67, y + 36, x + 127, y + 98), fill="#e9c7a5")
            draw.pieslice((x + 65, y + 32, x + 129, y + 96), 180, 360, fill="#2b2320")
            draw.text((x + 8, y + 148), "教师 %d" % (row * 4 + column + 1), font=font(17, "Regular"), fill="#333", anchor="lm")
    people(draw, chance, 660, 1.3, 4, TEACHERS)


def meeting(draw, chance):
    board(draw, (200, 50, 824, 300), "集体备课", "单元整体教学 · 说课与评课")
    people(draw, chance, 400, 0.9, 6, TEACHERS)
    draw.polygon(((120, 470), (904, 470), (1010, 660), (14, 660)), fill="#8d6f4a")
    people(draw, chance, 640, 1.3, 5, TEACHERS)


# ── documents ───────────────────────────────────────────────────────────────

PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>%(title)s</title><style>
body { font-synthesis: none; margin: 24mm; font: 12pt/1.9 "Noto Sans CJK SC", sans-serif; color: #222 }
h1 { font-size: 18pt; font-weight: normal; text-align: center; margin: 10mm 0 6mm }
.head { border: 1.2pt solid #b3471f; color: #b3471f; text-align: center; padding: 2mm; font-size: 13pt }
.mark { position: fixed; top: 95mm; left: 0; right: 0; text-align: center; transform: rotate(-32deg); font-size: 84pt; color: rgba(179, 71, 31, .14) }
p { text-indent: 2em; margin: 0 0 2mm } table { border-collapse: collapse; width: 100%%; font-size: 10.5pt }
th { font-weight: normal; background: #eee }
td, th { border: .6pt solid #666; padding: 1.2mm 2mm; text-align: left } .end { text-align: right; margin-top: 12mm; text-indent: 0 }
</style><body><div class="mark">演示 DEMO</div><div class="head">演示文件，不是公文，没有任何效力</div><h1>%(title)s</h1>%(body)s
<p class="end">%(end)s</p></body></html>"""


def document(name, title, body, end="演示县教育局（虚构）"):
    """As it comes from a scanner, in few colours: small, and quick to draw."""
    with tempfile.TemporaryDirectory() as folder:
        page, shot = pathlib.Path(folder) / "page.html", pathlib.Path(folder) / "page.png"
        page.write_text(PAGE % {"title": title, "body": body, "end": end}, encoding="utf-8")
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir=" + folder + "/profile",
             "--window-size=794,1123", "--force-device-scale-factor=1.25", "--screenshot=" + str(shot), page.as_uri()],
            check=True, stderr=subprocess.DEVNULL)
        image = Image.open(shot).convert("RGB").quantize(8, dither=Image.Dither.NONE)
        (OUT / name).write_bytes(pdf(image))


def pdf(image):
    """One A4 page that is this picture, of at most 16 colours."""
    width, height = image.size
    pixels = image.tobytes()
    rows = (pixels[y * width:(y + 1) * width] + b"\0" * (width % 2) for y in range(height))
    packed = b"".join(bytes(a << 4 | b for a, b in zip(row[::2], row[1::2])) for row in rows)
    data = zlib.compress(packed, 9)
    colours = bytes(image.getpalette()[:48]).ljust(48, b"\0")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 4/ColorSpace[/Indexed/DeviceRGB 15<%s>]/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
        % (width, height, colours.hex().encode(), len(data), data),
        b"<</Length 25>>stream\n595 0 0 842 0 0 cm /I Do\nendstream",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, start)
    return bytes(out)


def paragraphs(*lines):
    return "".join("<p>%s</p>" % line for line in lines)


def table(head, rows):
    cells = lambda row, tag: "<tr>%s</tr>" % "".join("<%s>%s</%s>" % (tag, cell, tag) for cell in row)
    return "<table>%s%s</table>" % (cells(head, "th"), "".join(cells(row, "td") for row in rows))


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    picture("lesson-1.jpg", 1, "同步课堂 · 数学", lesson("分数的初步认识", "把一个整体平均分成若干份", "成员校 · 录播教室"))
    picture("lesson-2.jpg", 2, "同步课堂 · 语文", lesson("落花生", "借物喻人 · 详略得当", "成员校 · 三年级"))
    picture("lesson-3.jpg", 3, "同步课堂 · 科学", lesson("光的反射", "入射角等于反射角", "成员校 · 实验室"))
    picture("online-research.jpg", 4, "网络研修", online)
    picture("research-meeting.jpg", 5, "教研活动", meeting)
    document("approval.pdf", "关于公布新组建教育共同体名单的通知", paragraphs(
        "各学校：", "经研究，决定新组建一批城乡教育共同体，名单以系统中登记的核心校、成员校为准。",
        "请各核心校牵头制定年度工作计划，按要求开展同步课堂、教研活动和教师交流，并及时上传佐证材料。",
        "本文件只用于演示：它证明的是附件2第一（一）项“确定新组建的教育共同体名单”。"))
    document("assessment-plan.pdf", "教育共同体捆绑考核方案", paragraphs(
        "一、考核对象：全体新组建的教育共同体，核心校与成员校捆绑考核，融合型各校区一体考核。",
        "二、考核内容：线上教学、线上线下教研、教师交流，以及学生和家长的评价。",
        "三、考核办法：学年末由县教育局组织，结果与校长年度考核和奖励性绩效挂钩。",
        "本文件只用于演示：它证明的是附件2第一（二）项“出台教育共同体考核方案”。"))
    document("research-record.pdf", "教研活动记录", table(
        ("环节", "内容", "参加"),
        (("说课", "执教教师说明教学设计与单元目标", "核心校、成员校教师"), ("观课", "分组观察：提问、合作、练习", "全体"),
         ("评课", "围绕“两校学生如何同时参与”讨论", "全体"), ("改进", "第二次备课，形成共用学习单", "执教教师")))
        + paragraphs("", "本文件只用于演示：它是附件2第二（二）项“教研活动文本佐证”。"))
    document("exchange-list.pdf", "已交流教师名单", table(
        ("姓名", "派出学校", "交流学校", "起止", "每周"),
        (("教师甲（虚构）", "核心校", "成员校", "全学年", "2天"), ("教师乙（虚构）", "成员校", "核心校", "第一学期", "1天")))
        + paragraphs("", "本文件只用于演示：它是附件2第二（三）项“已交流教师名单”。"))
    material()


def material():
    """What teachers share with each other."""
    document("fractions-plan.pdf", "教案：分数的初步认识", table(
        ("环节", "两校同上", "时间"),
        (("引入", "把一个月饼平均分给两个人：每人得到多少？两校学生各折一张圆纸", "5 分钟"),
         ("探究", "折一折、涂一涂二分之一；成员校展示，核心校点评", "15 分钟"),
         ("归纳", "平均分成几份，分母就是几；取了几份，分子就是几", "8 分钟"),
         ("练习", "练习单第 1 至 4 题，两校交换批改", "10 分钟"), ("小结", "各校一名学生说一说今天学了什么", "2 分钟")))
        + paragraphs("", "学习单见“分数墙练习单”。两校教室都要准备圆纸和水彩笔。"), "演示教师（虚构）")
    document("fractions-exercise.pdf", "练习单：分数墙", table(
        ("题号", "题目"),
        (("1", "把下面的长条平均分成 2 份、3 份、4 份，涂出其中的一份"), ("2", "写出涂色部分的分数：（　）分之（　）"),
         ("3", "二分之一和三分之一，哪个大？先画图，再说理由"), ("4", "四分之二和二分之一一样大吗？用分数墙比一比"),
         ("5", "小组讨论：哪些东西不能平均分？")))
        + paragraphs("", "姓名：＿＿＿＿　学校：＿＿＿＿　用时：＿＿＿＿"), "演示教师（虚构）")
    document("light-experiment.pdf", "实验记录：光的反射", table(
        ("次数", "入射角", "反射角", "我发现"),
        tuple((str(number), "＿＿＿", "＿＿＿", "＿＿＿＿＿＿＿＿") for number in range(1, 6)))
        + paragraphs("", "两校用同样的镜子和量角器，第 3 次交换数据。"), "演示教师（虚构）")


main()
