package org.tongke.frontend.activity;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.ActivityKind;
import org.tongke.frontend.contract.types.AttributeOption;
import org.tongke.frontend.contract.types.KindAttribute;

/** 活动类型: what activities can be, and what is asked of each kind. */
@Route("kinds")
@RolesAllowed("ADMINISTRATOR")
public final class KindsView extends Page {
    private final Kinds kinds;
    private final UnorderedList list = new UnorderedList();

    KindsView(Kinds kinds) {
        this.kinds = kinds;
        title(text("activity.kinds"));
        line(text("activity.kinds.line"));
        list.addClassName("tkf-cards");
        var add = new Button(text("activity.kind.new"), click -> open(null));
        add.addThemeName("primary");
        add(new Row(add), list);
        again();
    }

    private void open(@Nullable ActivityKind kind) {
        new KindDialog(kind, kinds, this::again).open();
    }

    private void again() {
        list.removeAll();
        kinds.list().stream().map(this::item).forEach(list::add);
    }

    private ListItem item(ActivityKind kind) {
        var name = new Span(text("activity.kind.name", kind.getNameZh(), kind.getNameEn()));
        name.addClassName("tkf-line-name");
        var code = new Paragraph(kind.getCode()
                + " · "
                + text(kind.getSubjectRequired() ? "activity.kind.subject.yes" : "activity.kind.subject.no"));
        code.addClassName("tkf-soft");
        var item = new ListItem(name, code);
        if (!kind.getAttributes().isEmpty()) {
            item.add(new Paragraph(text(
                    "activity.kind.asks",
                    kind.getAttributes().stream()
                            .map(KindsView::words)
                            .collect(Collectors.joining(text("activity.kind.and"))))));
        }
        var edit = new Button(text("activity.kind.edit"), click -> open(kind));
        edit.setAriaLabel(text("activity.kind.edit.of", kind.getName()));
        item.add(new Row(edit));
        item.addClassNames("tkf-card", "tkf-stack");
        return item;
    }

    private static String words(KindAttribute attribute) {
        var label = attribute.getRequired()
                ? text("activity.kind.attribute.required", attribute.getLabel())
                : attribute.getLabel();
        return attribute.getOptions().isEmpty()
                ? label
                : text(
                        "activity.kind.attribute.options",
                        label,
                        attribute.getOptions().stream()
                                .map(AttributeOption::getLabel)
                                .collect(Collectors.joining(text("activity.kind.option.and"))));
    }
}
