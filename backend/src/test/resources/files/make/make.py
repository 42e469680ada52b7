#!/usr/bin/env python3
"""Makes the kept files anew: python3 make/make.py (Pillow 11 or later), in the folder above this one.

Pictures are 240 x 160 quarters: red, green / blue, yellow when upright. PDFs and tables are written by hand, so that each has exactly the
oddity of its name.
"""

import io
import pathlib
import zipfile

from PIL import Image, ImageCms, ImageDraw

HERE = pathlib.Path(__file__).resolve().parent.parent
RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 30), (30, 30, 200), (220, 210, 40)


def put(name, data):
    (HERE / name).write_bytes(data)


# ── pictures ────────────────────────────────────────────────────────────────


def quarters(width=240, height=160, mode="RGB"):
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for i, colour in enumerate((RED, GREEN, BLUE, YELLOW)):
        x, y = i % 2 * (width // 2), i // 2 * (height // 2)
        draw.rectangle((x, y, x + width // 2, y + height // 2), fill=colour)
    return image if mode == "RGB" else image.convert(mode)


def saved(image, form, **options):
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


# what must be done to an upright picture so that a viewer which heeds the tag turns it back
STORED = {
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}


def turned(code):
    exif = Image.Exif()
    exif[0x0112] = code
    return saved(quarters().transpose(STORED[code]), "JPEG", exif=exif, quality=90)


def phone_exif():
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "HUAWEI", "ANA-AN00"
    exif.get_ifd(0x8769)[0x9003] = "2021:04:15 10:20:30"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (30.0, 15.0, 0.0), "E", (120.0, 10.0, 0.0)
    return exif


def pictures():
    plain = saved(quarters(), "JPEG", quality=90)
    put("phone.jpg", saved(quarters(), "JPEG", quality=90, exif=phone_exif()))
    put("chat.jpg", saved(quarters(), "JPEG", quality=60))
    for code in STORED:
        put(f"turned-{code}.jpg", turned(code))
    put("cmyk.jpg", saved(quarters(mode="CMYK"), "JPEG", quality=90))
    put("progressive.jpg", saved(quarters(), "JPEG", progressive=True, quality=90))
    put("grey.jpg", saved(quarters(mode="L"), "JPEG"))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    put("profile.jpg", saved(quarters(), "JPEG", icc_profile=profile, quality=90))
    put("panorama.jpg", saved(quarters(6000, 60), "JPEG", quality=40))
    put("two-in-one.jpg", saved(quarters(), "MPO", save_all=True, append_images=[quarters(120, 80)]))
    put("live-photo.jpg", plain + b"\0\0\0\x18ftypmp42" + bytes(2000))
    put("broken-exif.jpg", plain[:2] + b"\xff\xe1\x00\x20Exif\0\0" + b"MM\x00\x2a\xff\xff\xff\xff" * 3 + plain[2:])
    put("cut-off.jpg", plain[: len(plain) * 6 // 10])
    put("filled-with-zeros.jpg", plain[: len(plain) * 6 // 10] + bytes(len(plain) * 4 // 10))
    put("empty.jpg", b"")
    put("text.jpg", "同步课堂的照片在我手机里".encode())
    put("page.jpg", b"<!DOCTYPE html><script>alert(1)</script>")
    put("drawing.jpg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    put("webp.jpg", saved(quarters(), "WEBP"))
    put("png.jpg", saved(quarters(), "PNG"))
    put("bmp.jpg", saved(quarters(24, 16), "BMP"))
    put("tiff.jpg", saved(quarters(24, 16), "TIFF"))
    put("gif.png", saved(quarters(24, 16), "GIF"))
    put("screenshot.png", saved(quarters(360, 800), "PNG"))
    put("transparent.png", saved(quarters(mode="RGBA"), "PNG"))
    put("palette.png", saved(quarters(mode="P"), "PNG"))
    put("grey-16.png", saved(quarters(mode="L").convert("I;16"), "PNG"))
    put("dot.png", saved(Image.new("RGB", (1, 1), RED), "PNG"))
    frames = [quarters(48, 32), Image.new("RGB", (48, 32), BLUE)]
    put("moving.png", saved(frames[0], "PNG", save_all=True, append_images=frames[1:], duration=500))
    png = saved(quarters(), "PNG")
    put("cut-off.png", png[: len(png) // 2])
    put("damaged.png", png[:60] + bytes([png[60] ^ 1]) + png[61:])
    put("plain.webp", saved(quarters(), "WEBP", quality=90))
    put("lossless.webp", saved(quarters(), "WEBP", lossless=True))
    put("moving.webp", saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=500))
    put("program.pdf", b"MZ\x90\0" + bytes(500))


# ── PDFs ────────────────────────────────────────────────────────────────────

PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>%s>>"
TEXT = "BT /F 24 Tf 60 760 Td (Tongke) Tj ET 0.8 0.1 0.1 rg 60 60 200 200 re f"
HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def stream(head, data):
    if isinstance(data, str):
        data = data.encode("latin-1")
    return f"<<{head}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def pdf(catalog="", page="", font=HELVETICA, text=TEXT, more=(), kids="3 0 R", count=1, page_object=None):
    objects = [
        f"<</Type/Catalog/Pages 2 0 R{catalog}>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
        page_object or PAGE % page,
        stream("", text),
        font,
        *more,
    ]
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        content = content.encode("latin-1") if isinstance(content, str) else content
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010d} 00000 n \n".encode()
    out += f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


SCRIPT = "<</S/JavaScript/JS(app.alert\\(1\\))>>"
SONG = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0"
    "/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor<</Type/FontDescriptor"
    "/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>>>]>>"
)


def field(more=""):
    return f"<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(filled in)/Rect[60 700 300 730]/P 3 0 R{more}>>"


def jpeg2000():
    """As some scanners write their pages."""
    picture = saved(quarters(), "JPEG2000")
    return stream("/Type/XObject/Subtype/Image/Width 240/Height 160/Filter/JPXDecode", picture)


def documents():
    put("approval.pdf", pdf())
    put("lying.pdf", pdf(page="/Rotate 90"))
    chinese = "BT /F 24 Tf 60 760 Td <%s> Tj ET" % "教育共同体".encode("utf-16-be").hex()
    put("song-not-embedded.pdf", pdf(font=SONG, text=chinese))
    put("no-font.pdf", pdf(font="<</Type/Font/Subtype/TrueType/BaseFont/SimHei>>"))
    picture = saved(quarters(), "JPEG", quality=60)
    scan = PAGE.replace("/Font<</F 5 0 R>>", "/XObject<</I 6 0 R>>") % ""
    image = stream(
        "/Type/XObject/Subtype/Image/Width 240/Height 160/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", picture
    )
    put("scan.pdf", pdf(page_object=scan, text="q 595 0 0 842 0 0 cm /I Do Q", more=(image,)))
    put("scan-jpeg2000.pdf", pdf(page_object=scan, text="q 595 0 0 842 0 0 cm /I Do Q", more=(jpeg2000(),)))
    put("poster.pdf", pdf(page_object=(PAGE % "").replace("595 842", "14400 14400")))
    put("link.pdf", pdf(page="/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>>>]"))
    put("form.pdf", pdf(catalog="/AcroForm<</Fields[6 0 R]/NeedAppearances true>>", page="/Annots[6 0 R]", more=(field(),)))
    put("script-at-opening.pdf", pdf(catalog=f"/OpenAction{SCRIPT}"))
    put("script-of-a-name.pdf", pdf(catalog=f"/Names<</JavaScript<</Names[(a){SCRIPT}]>>>>"))
    put("script-of-a-page.pdf", pdf(page=f"/AA<</O{SCRIPT}>>"))
    calculated = field(f"/AA<</C{SCRIPT}>>")
    put("script-in-a-form.pdf", pdf(catalog="/AcroForm<</Fields[6 0 R]>>", page="/Annots[6 0 R]", more=(calculated,)))
    put("launch.pdf", pdf(catalog="/OpenAction<</S/Launch/F(calc.exe)>>"))
    put("xfa.pdf", pdf(catalog="/AcroForm<</Fields[]/XFA[(template) 6 0 R]>>", more=(stream("", "<template/>"),)))
    inside = stream("/Type/EmbeddedFile", "a,b")
    spec = "<</Type/Filespec/F(a.csv)/EF<</F 6 0 R>>>>"
    put("attachment.pdf", pdf(catalog=f"/Names<</EmbeddedFiles<</Names[(a){spec}]>>>>", more=(inside,)))
    note = f"/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS{spec}>>]"
    put("attached-note.pdf", pdf(page=note, more=(inside,)))
    plain = pdf()
    put("cut-off.pdf", plain[: len(plain) * 6 // 10])
    put("no-pages.pdf", pdf(kids="", count=0))
    put("wrong-table.pdf", plain.replace(b"startxref\n", b"startxref\n9"))
    put("mail-header.pdf", b"Content-Type: application/pdf\r\n\r\n" + plain)
    put("nothing-inside.pdf", b"%PDF-1.7\nno document at all\n%%EOF\n")


# ── tables ──────────────────────────────────────────────────────────────────

MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>㙦村小学</t></is></c></row>'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def table(main=MAIN, sheets='<sheet name="课表" sheetId="1" r:id="rId1"/>', sheet=SHEET % ROW, target="worksheets/sheet1.xml", more=()):
    parts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        f'xmlns:r="{RELATION}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATION}/worksheet" Target="{target}"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
    }
    return zipped({**parts, **dict(more)})


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2021, 4, 15, 0, 0, 0)), content, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def tables():
    plain = table()
    put("lessons.xlsx", plain)
    put("lessons-absolute.xlsx", table(target="/xl/worksheets/sheet1.xml"))
    put("macros.xlsx", table("application/vnd.ms-excel.sheet.macroEnabled.main+xml", more={"xl/vbaProject.bin": b"\xd0\xcf"}.items()))
    put("hidden-macros.xlsx", table(more={"xl/vbaProject.bin": b"\xd0\xcf"}.items()))
    put("old-macros.xlsx", table(more={"xl/macrosheets/sheet1.xml": "<macrosheet/>"}.items()))
    put("old-or-locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    put("letter.xlsx", table("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"))
    put("archive.xlsx", zipped({"照片.txt": "没有照片"}))
    put("list.xlsx", "学校,课\r\n㙦村小学,20\r\n".encode("gb18030"))
    put("cut-off.xlsx", plain[: len(plain) * 6 // 10])
    put("bomb.xlsx", table(more={"xl/media/image1.png": bytes(20 << 20)}.items()))
    put("no-sheets.xlsx", table(sheets=""))
    put("broken-sheet.xlsx", table(sheet="<worksheet><sheetData><row>"))
    entity = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>'
    put("entity.xlsx", table(sheet=entity))
    put("lost-sheet.xlsx", table(target="worksheets/sheet9.xml"))


pictures()
documents()
tables()
