package org.tongke.frontend.developer;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.tongke.frontend.developer.SchemaReference.Argument;
import org.tongke.frontend.developer.SchemaReference.Member;
import org.tongke.frontend.developer.SchemaReference.Type;

/** All of a type. */
final class TypeCard extends Section {
    private final SchemaReference reference;
    private final String meant;

    /** @param meant name of the field that the address means; empty if it means the type */
    TypeCard(Type type, SchemaReference reference, String meant) {
        this.reference = reference;
        this.meant = meant;
        addClassName("tkf-stack");
        if (!type.description().isEmpty()) {
            add(Wording.description(type.description()));
        }
        if (!type.others().isEmpty()) {
            var others = new Paragraph(new Span(text("developer.others") + " "));
            type.others().forEach(other -> others.add(Wording.to(other, other), new Span(" ")));
            add(others);
        }
        var members = new UnorderedList();
        members.addClassNames("tkf-plain-list", "tkf-card", "tkf-hits");
        type.members().stream().map(this::item).forEach(members::add);
        if (!type.members().isEmpty()) {
            add(members);
        }
    }

    private ListItem item(Member member) {
        var head = new H2(new Code(member.name()));
        var item = new ListItem(head);
        if (member.name().equals(meant)) {
            item.addClassName("tkf-meant");
        }
        if (member.type() != null) {
            var type = new Paragraph();
            type.add(Wording.type(member.type(), reference));
            type.addClassName("tkf-code");
            item.add(type);
        }
        if (member.ends() != null) {
            item.add(ends(member.ends()));
        }
        item.add(Wording.description(member.description()));
        if (!member.arguments().isEmpty()) {
            var arguments = new UnorderedList();
            member.arguments().stream().map(this::argument).forEach(arguments::add);
            item.add(new Paragraph(text("developer.arguments")), arguments);
        }
        return item;
    }

    private ListItem argument(Argument argument) {
        var head = new Paragraph(new Span(argument.name() + ": "));
        head.add(Wording.type(argument.type(), reference));
        if (argument.given() != null) {
            head.add(new Span(" = " + argument.given()));
        }
        head.addClassName("tkf-code");
        return new ListItem(head, Wording.description(argument.description()));
    }

    /** Says that something is not to be used any more, and why. */
    static Component ends(String why) {
        var words = new Paragraph(text("developer.ends") + " ");
        var reason = new Span(why);
        reason.getElement().setAttribute("lang", "en");
        words.add(reason);
        words.addClassName("tkf-ends");
        return words;
    }

    /** The shell puts a new page at its beginning, one frame after it was drawn. */
    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("""
                        const there = this.querySelector('.tkf-meant');
                        requestAnimationFrame(() => requestAnimationFrame(() => there?.scrollIntoView()));
                        """);
    }
}
