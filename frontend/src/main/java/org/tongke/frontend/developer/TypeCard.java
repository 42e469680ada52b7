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

/** All of a type. Each field has an anchor of its name. */
final class TypeCard extends Section {
    private final SchemaReference reference;

    TypeCard(Type type, SchemaReference reference) {
        this.reference = reference;
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
        members.addClassNames("tkf-plain-list", "tkf-stack");
        type.members().stream().map(this::item).forEach(members::add);
        if (!type.members().isEmpty()) {
            add(members);
        }
    }

    private ListItem item(Member member) {
        var head = new H2(new Code(member.name()));
        var item = new ListItem(head);
        item.setId(member.name());
        item.addClassNames("tkf-card", "tkf-hit");
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

    /** The browser looks for the anchor when the page comes, which is before Flow has drawn it. */
    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("""
                        const there = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
                        if (there) { there.scrollIntoView(); there.classList.add('tkf-meant'); }
                        """);
    }
}
