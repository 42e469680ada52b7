package org.tongke.frontend.developer;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.stream.Stream;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Typing;
import org.tongke.frontend.developer.SchemaReference.Hit;
import org.tongke.frontend.developer.SchemaReference.Kind;

/** 接口参考: all of the contract, found as one types; a page for each type, to which the others lead. */
@Route("developers/reference/:type?/:member?")
@AnonymousAllowed
public final class ReferenceView extends Page implements BeforeEnterObserver {
    static final String PATH = "/developers/reference";

    private static final String SEARCHED = "q";
    private static final int SHOWN = 60;

    private final SchemaReference reference;
    private final TextField search = new TextField(text("developer.search"));
    private final Div results = new Div();

    public ReferenceView(Contract contract) {
        reference = contract.reference();
        search.setClearButtonVisible(true);
        Typing.pauses(search);
        search.setPlaceholder(text("developer.search.example"));
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                keep(change.getValue());
                show(change.getValue());
            }
        });
        results.addClassName("tkf-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        clear();
        var parameters = event.getRouteParameters();
        var name = parameters.get("type");
        if (name.isPresent()) {
            var type = reference.find(name.get()).orElseThrow(NotFoundException::new);
            title(type.name());
            line(text("developer.kind." + type.kind()));
            above(new DeveloperWays(PATH));
            add(new TypeCard(type, reference, parameters.get("member").orElse("")));
            return;
        }
        above(new DeveloperWays("/developers"));
        title(text("developer.reference"));
        line(text("developer.reference.line", reference.types().size()));
        var searched = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SEARCHED)
                .orElse("");
        search.setValue(searched);
        add(search, results);
        show(searched);
    }

    /** The address carries what is searched, so that it can be passed on. */
    private void keep(String searched) {
        var address = new Location(
                PATH.substring(1),
                searched.isBlank() ? QueryParameters.empty() : QueryParameters.of(SEARCHED, searched.strip()));
        getElement().getNode().runWhenAttached(ui -> ui.getPage().getHistory().replaceState(null, address));
    }

    private void show(String searched) {
        results.removeAll();
        if (searched.isBlank()) {
            Stream.of(Kind.values()).forEach(this::showKind);
            return;
        }
        var hits = reference.search(searched);
        var count = new Paragraph(text("developer.search.found", hits.size(), Math.min(hits.size(), SHOWN)));
        count.addClassName("tkf-soft");
        count.getElement().setAttribute("role", "status");
        results.add(count);
        if (hits.isEmpty()) {
            results.add(new Notice(text("developer.search.none"), text("developer.search.none.why")));
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("tkf-plain-list", "tkf-card", "tkf-hits");
        hits.stream().limit(SHOWN).map(ReferenceView::item).forEach(list::add);
        results.add(list);
    }

    /** The ways to what can be asked, or to all types of a kind. */
    private void showKind(Kind kind) {
        var types =
                reference.types().stream().filter(type -> type.kind() == kind).toList();
        var hits = switch (kind) {
            case QUERY, MUTATION, SUBSCRIPTION ->
                types.stream()
                        .flatMap(type -> type.members().stream().map(member -> new Hit(type, member)))
                        .toList();
            default -> types.stream().map(type -> new Hit(type, null)).toList();
        };
        if (!hits.isEmpty()) {
            results.add(folded(kind, hits));
        }
    }

    private static Component folded(Kind kind, List<Hit> hits) {
        var names = new UnorderedList();
        names.addClassNames("tkf-plain-list", "tkf-names");
        hits.stream()
                .map(hit -> new ListItem(Wording.to(hit.name(), hit.name().replaceFirst("^.*\\.", ""))))
                .forEach(names::add);
        var details = new NativeDetails(
                new Span(text("developer.kind.count", text("developer.kind." + kind), hits.size())), names);
        details.addClassName("tkf-card");
        details.setOpen(kind == Kind.QUERY);
        return details;
    }

    private static ListItem item(Hit hit) {
        var name = new Code(Wording.to(hit.name(), hit.name()));
        var item = new ListItem(new Paragraph(name), Wording.description(hit.description()));
        var member = hit.member();
        if (member != null && member.ends() != null) {
            item.add(TypeCard.ends(member.ends()));
        }
        return item;
    }
}
