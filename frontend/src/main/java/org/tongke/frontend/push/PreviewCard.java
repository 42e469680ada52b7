package org.tongke.frontend.push;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.More;
import org.tongke.frontend.contract.types.PushPreview;
import org.tongke.frontend.contract.types.PushReceiver;
import org.tongke.frontend.contract.types.PushReceiverConnection;
import org.tongke.frontend.contract.types.PushReceiverEdge;
import org.tongke.frontend.contract.types.PushRuleInput;
import org.tongke.frontend.contract.types.Region;

/** Whom a rule meets now: how many schools and teachers, and which schools. That all schools are meant must be confirmed. */
final class PreviewCard extends Section {
    private final Planning planning;
    private final Region centre;
    private final Paragraph words = new Paragraph();
    private final Checkbox everybody = new Checkbox();
    private final UnorderedList list = new UnorderedList();
    private final Div below = new Div();
    private final NativeDetails who = new NativeDetails(text("push.preview.who"), new Div(list, below));
    private Optional<PushPreview> met = Optional.empty();

    PreviewCard(Planning planning, Region centre) {
        this.planning = planning;
        this.centre = centre;
        addClassName("tkf-card");
        words.getElement().setAttribute("role", "status");
        words.addClassName("tkf-strong");
        list.addClassName("tkf-lines");
        add(new H2(text("push.preview")), words, everybody, who);
    }

    /** Looks whom a rule meets; who was confirmed before is to be confirmed again. */
    void show(PushRuleInput rule) {
        met = planning.preview(centre, rule, null);
        words.setText(text("push.preview.met", schools(), teachers()));
        if (schools() == 0) {
            words.setText(text("push.preview.nobody"));
        }
        words.setClassName("tkf-lacking", schools() == 0);
        everybody.setValue(false);
        everybody.setVisible(isEverybody());
        everybody.setLabel(text("push.everybody", centre.getName(), schools()));
        list.removeAll();
        below.removeAll();
        who.setVisible(schools() > 0);
        met.ifPresent(preview -> append(rule, preview.getReceivers()));
    }

    private void append(PushRuleInput rule, PushReceiverConnection page) {
        page.getEdges().stream()
                .map(PushReceiverEdge::getNode)
                .map(PreviewCard::item)
                .forEach(list::add);
        below.removeAll();
        More.below(below, page.getPageInfo(), after -> more(rule, after));
    }

    private void more(PushRuleInput rule, @Nullable String after) {
        planning.preview(centre, rule, after).ifPresent(preview -> append(rule, preview.getReceivers()));
    }

    private static ListItem item(PushReceiver receiver) {
        var school = receiver.getSchool();
        var soft = new Span(
                PushWords.joined(school.getCounty().getName(), text("push.preview.teachers", receiver.getTeachers())));
        soft.addClassName("tkf-soft");
        var name = new Div(new Span(school.getName()), soft);
        name.addClassName("tkf-line-name");
        return new ListItem(name);
    }

    int schools() {
        return met.map(PushPreview::getSchools).orElse(0);
    }

    int teachers() {
        return met.map(PushPreview::getTeachers).orElse(0);
    }

    /** Whether all schools of the centre's region are met. */
    boolean isEverybody() {
        return met.filter(PushPreview::getEverybody).isPresent();
    }

    /** Whether nothing is left to be confirmed. */
    boolean isConfirmed() {
        return !isEverybody() || everybody.getValue();
    }
}
