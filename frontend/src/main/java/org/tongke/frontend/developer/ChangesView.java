package org.tongke.frontend.developer;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.developer.ApiChanges.Change;
import org.tongke.frontend.developer.ApiChanges.Day;
import org.tongke.frontend.developer.ApiChanges.Sort;

/** 接口变更: what came into the contract, changed in it and went out of it, day by day. */
@Route("developers/changes")
@AnonymousAllowed
public final class ChangesView extends Page {
    static final String PATH = "/developers/changes";

    private final SchemaReference reference;

    public ChangesView(Contract contract) {
        reference = contract.reference();
        above(new DeveloperWays("/developers"));
        title(text("developer.changes"));
        line(text("developer.changes.line"));
        contract.changes().days().stream().map(this::folded).forEach(this::add);
    }

    private Component folded(Day day) {
        var list = new UnorderedList();
        list.addClassNames("tkf-plain-list", "tkf-changes");
        day.changes().stream().map(this::item).forEach(list::add);
        var details = new NativeDetails(
                new Span(text(
                        "developer.changes.day",
                        day.on().toString(),
                        day.count(Sort.ADDED),
                        day.count(Sort.CHANGED),
                        day.count(Sort.REMOVED))),
                list);
        details.addClassName("tkf-card");
        return details;
    }

    private ListItem item(Change change) {
        var isThere = reference
                .find(change.typeName())
                .filter(type -> change.name().equals(type.name())
                        || type.find(change.name().substring(type.name().length() + 1))
                                .isPresent())
                .isPresent();
        var item = new ListItem(
                new Span(text("developer.changes." + change.sort()) + " "),
                isThere ? Wording.to(change.name(), change.name()) : new Span(change.name()),
                new Span(change.rest()));
        item.addClassName("tkf-code");
        return item;
    }
}
