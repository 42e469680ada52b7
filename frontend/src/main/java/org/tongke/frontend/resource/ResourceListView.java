package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.access.SignedIn;
import org.tongke.frontend.component.Filters;
import org.tongke.frontend.component.Language;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.More;
import org.tongke.frontend.component.Notice;
import org.tongke.frontend.component.Page;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.component.Typing;
import org.tongke.frontend.component.Unread;
import org.tongke.frontend.contract.types.FilterCount;
import org.tongke.frontend.contract.types.ResourceConnection;
import org.tongke.frontend.contract.types.ResourceCounts;
import org.tongke.frontend.contract.types.ResourceEdge;
import org.tongke.frontend.contract.types.ResourceKind;
import org.tongke.frontend.contract.types.ResourceOrder;
import org.tongke.frontend.contract.types.Role;
import org.tongke.frontend.push.ReceivedCard;
import org.tongke.frontend.push.ReceivedPushes;

/** 资源: what is shared with the person, searched and filtered. Everything that is looked for stands in the address. */
@Route(ResourceListView.PATH)
@RolesAllowed({
    "TEACHER",
    "CLERK",
    "COUNTY_OFFICER",
    "CITY_OFFICER",
    "PROVINCE_OFFICER",
    "RESOURCE_CENTRE",
    "ADMINISTRATOR"
})
public final class ResourceListView extends Page implements BeforeEnterObserver {
    static final String PATH = "resources";

    private final Unread unread = new Unread();
    private final Resources resources;
    private final TextField words = new TextField(text("resource.words"));
    private final Select<FilterCount> subject = facet("resource.subject");
    private final Select<FilterCount> grade = facet("resource.grade");
    private final Select<FilterCount> kind = facet("resource.kind");
    private final Select<FilterCount> group = facet("resource.group");
    private final Select<ResourceOrder> order = new Select<>();
    private final Checkbox own = new Checkbox(text("resource.own"));
    private final Filters filters = new Filters(words, subject, grade, kind, group, order, own);
    private final Paragraph status = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final Div below = new Div();

    public ResourceListView(Resources resources, ReceivedPushes received) {
        this.resources = resources;
        title(text("resource.title"));
        line(text("resource.line"));
        var ofSchool = SignedIn.current().filter(SignedIn::hasTimetable).isPresent();
        var shares = ofSchool
                || SignedIn.current()
                        .filter(person -> person.is(Role.RESOURCE_CENTRE))
                        .isPresent();
        var ways = new Row();
        if (shares) {
            ways.add(Links.button(Links.to("/" + ShareView.PATH, text("resource.share"))));
        }
        ways.add(Links.to("/" + ProblemListView.PATH, text("resource.problems")));
        if (ofSchool) {
            ways.add(Links.to("/recommendations", text("push.recommendations.own")));
        }
        add(unread, ways);
        if (ofSchool) {
            ReceivedCard.of(received).ifPresent(this::add);
        }
        own.setVisible(shares);
        words.setPlaceholder(text("resource.words.example"));
        words.setClearButtonVisible(true);
        words.setMaxLength(ResourceAddress.LONGEST_WORDS);
        Typing.pauses(words);
        order.setLabel(text("resource.order"));
        order.setItems(ResourceOrder.values());
        order.setItemLabelGenerator(one -> text("resource.order." + one.name().toLowerCase(Locale.ROOT)));
        status.addClassNames("tkf-soft", "tkf-count");
        status.getElement().setAttribute("role", "status");
        list.addClassName("tkf-resources");
        add(filters, status, list, below);
        words.addValueChangeListener(change -> changed(change.isFromClient()));
        order.addValueChangeListener(change -> changed(change.isFromClient()));
        own.addValueChangeListener(change -> changed(change.isFromClient()));
        Stream.of(subject, grade, kind, group)
                .forEach(facet -> facet.addValueChangeListener(change -> changed(change.isFromClient())));
    }

    private static Select<FilterCount> facet(String name) {
        var all = text(name + ".all");
        var facet = new Select<FilterCount>();
        facet.setLabel(text(name));
        facet.setEmptySelectionAllowed(true);
        facet.setEmptySelectionCaption(all);
        facet.setItemLabelGenerator(
                count -> count == null ? all : text("resource.counted", count.getLabel(), count.getWords()));
        return facet;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        unread.say(ResourceAddress.unread(query));
        show(ResourceAddress.of(query));
    }

    private ResourceAddress asked() {
        return new ResourceAddress(
                words.getValue().strip(),
                valueOf(subject),
                valueOf(grade),
                kind.getValue() == null
                        ? null
                        : ResourceKind.valueOf(kind.getValue().getValue()),
                valueOf(group),
                own.getValue(),
                order.getValue());
    }

    private static @Nullable String valueOf(Select<FilterCount> facet) {
        return facet.getValue() == null ? null : facet.getValue().getValue();
    }

    private void changed(boolean byPerson) {
        if (byPerson) {
            go(asked());
        }
    }

    private void go(ResourceAddress asked) {
        var query = QueryParameters.simple(asked.parameters());
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, new Location(PATH, query)));
        show(asked);
    }

    private void show(ResourceAddress wanted) {
        var asked = wanted;
        var found = resources.find(asked);
        var known = known(asked, found.counts());
        if (!known.equals(asked)) {
            asked = known;
            found = resources.find(asked);
        }
        fill(asked, found.counts());
        status.setText(
                text(found.counts().getTotal() == 1 ? "resource.found.one" : "resource.found", total(found.counts())));
        list.removeAll();
        append(asked, found.page());
        if (found.page().getEdges().isEmpty()) {
            below.add(nothing(asked));
        }
    }

    /** Without values that nothing is called: an old address must not find nothing for ever. */
    private static ResourceAddress known(ResourceAddress asked, ResourceCounts counts) {
        return new ResourceAddress(
                asked.words(),
                known(asked.subject(), counts.getSubjects()),
                known(asked.grade(), counts.getGrades()),
                asked.kind(),
                known(asked.group(), counts.getGroups()),
                asked.own(),
                asked.order());
    }

    private static @Nullable String known(@Nullable String value, List<FilterCount> counts) {
        return counts.stream().anyMatch(count -> count.getValue().equals(value)) ? value : null;
    }

    private void fill(ResourceAddress asked, ResourceCounts counts) {
        // not while somebody types: a space at the end is part of the next word
        if (!words.getValue().strip().equals(asked.words())) {
            words.setValue(asked.words());
        }
        fill(subject, counts.getSubjects(), asked.subject());
        fill(grade, counts.getGrades(), asked.grade());
        fill(kind, counts.getKinds(), asked.kind() == null ? null : asked.kind().name());
        fill(group, counts.getGroups(), asked.group());
        order.setValue(asked.order());
        own.setValue(asked.own());
        filters.set(
                asked.subject() != null,
                asked.grade() != null,
                asked.kind() != null,
                asked.group() != null,
                asked.own(),
                asked.order() != ResourceOrder.NEWEST);
    }

    private static void fill(Select<FilterCount> facet, List<FilterCount> counts, @Nullable String chosen) {
        facet.setItems(counts);
        facet.setValue(counts.stream()
                .filter(count -> count.getValue().equals(chosen))
                .findFirst()
                .orElse(null));
    }

    private static String total(ResourceCounts counts) {
        var number =
                NumberFormat.getIntegerInstance(Language.current().locale()).format(counts.getTotal());
        return counts.getMore() ? number + "+" : number;
    }

    private void append(ResourceAddress asked, ResourceConnection page) {
        page.getEdges().stream()
                .map(ResourceEdge::getNode)
                .map(ResourceItem::new)
                .forEach(list::add);
        below.removeAll();
        More.below(below, page.getPageInfo(), after -> append(asked, resources.findMore(asked, after)));
    }

    private Notice nothing(ResourceAddress asked) {
        if (!asked.limits()) {
            return new Notice(text("resource.none"), text("resource.none.why"));
        }
        return new Notice(
                text("resource.nothing"),
                text("resource.nothing.why"),
                new Button(text("resource.nothing.all"), click -> go(asked.cleared())));
    }
}
