package org.tongke.backend.base.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** Writes a dossier as one page to print on A4: plain HTML, no script. */
final class PageWriter {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:14px/1.5 system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;margin:16px}
            h1{font-size:20px;margin:0 0 4px}
            p{margin:0 0 12px}
            div{overflow-x:auto}
            table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
            caption{text-align:start;font-weight:600;padding:8px 0}
            th,td{border:1px solid;padding:4px 6px;text-align:start;vertical-align:top}
            td.number{text-align:end}
            @media screen{th,td{min-width:5em}}
            @page{size:A4 landscape;margin:12mm 12mm 15mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:9pt}}
            @media print{table.wide{font-size:7pt}table.wide th,table.wide td{padding:2px}body{margin:0;font-size:9pt}thead{display:table-header-group}tr{break-inside:avoid}div{overflow:visible}}
            """;

    /** More than these are set smaller, so that they fit on A4. */
    private static final int MOST_COLUMNS = 14;

    private PageWriter() {}

    static String write(Dossier dossier) {
        var page = new StringBuilder();
        try {
            begin(page, dossier);
            for (var sheet : dossier.sheets()) {
                begin(page, sheet.name(), sheet.heads());
                rows(page, sheet.rows());
                endOfTable(page);
            }
            end(page);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return page.toString();
    }

    /** Writes a table of which only a part is held at a time. */
    static void write(LongTable table, Appendable page) throws IOException {
        begin(page, new Dossier(table.title(), List.of(), table.about(), table.locale()));
        begin(page, table.title(), table.heads());
        while (table.parts().hasNext()) {
            rows(page, table.parts().next());
        }
        endOfTable(page);
        end(page);
    }

    private static void begin(Appendable page, Dossier dossier) throws IOException {
        page.append("<!doctype html>\n<html lang=\"")
                .append(dossier.locale().toLanguageTag())
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .append("<meta name=\"robots\" content=\"noindex\"><title>")
                .append(text(dossier.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><main><h1>")
                .append(text(dossier.title()))
                .append("</h1><p>")
                .append(text(dossier.line()))
                .append("</p>\n");
    }

    private static void end(Appendable page) throws IOException {
        page.append("</main></body></html>\n");
    }

    private static void begin(Appendable page, String name, List<String> heads) throws IOException {
        page.append("<div tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(text(name))
                .append(heads.size() > MOST_COLUMNS ? "\"><table class=\"wide\"><caption>" : "\"><table><caption>")
                .append(text(name))
                .append("</caption><thead><tr>");
        for (var head : heads) {
            page.append("<th scope=\"col\">").append(text(head)).append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
    }

    private static void endOfTable(Appendable page) throws IOException {
        page.append("</tbody></table></div>\n");
    }

    private static void rows(Appendable page, List<List<Cell>> rows) throws IOException {
        for (var row : rows) {
            write(page, row);
        }
    }

    private static void write(Appendable page, List<Cell> row) throws IOException {
        page.append("<tr>");
        for (var cell : row) {
            page.append(cell instanceof Cell.Count || cell instanceof Cell.Share ? "<td class=\"number\">" : "<td>")
                    .append(text(cell.shown()))
                    .append("</td>");
        }
        page.append("</tr>\n");
    }

    private static String text(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
