package org.tongke.frontend.directory;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Row;

/** The whole list as it is filtered, as a workbook and as a page to print; the table itself draws only what is in sight. */
final class ExportLinks extends Div {
    private final String list;
    private final Anchor workbook = Links.calm(Links.out("", text("directory.export")));
    private final Anchor page = Links.calm(Links.out("", text("directory.print")));

    /** @param list {@code schools} or {@code teachers} */
    ExportLinks(String list) {
        this.list = list;
        page.setTarget("_blank");
        var hint = new Paragraph(text("directory.print.hint"));
        hint.addClassName("tkf-print-only");
        add(new Row(workbook, page), hint);
    }

    /** Leads to what is looked for now. */
    void show(QueryParameters wanted) {
        var query = wanted.merging("lang", Language.current().tag()).getQueryString();
        workbook.setHref("/exports/" + list + ".xlsx?" + query);
        page.setHref("/exports/" + list + ".html?" + query);
    }
}
