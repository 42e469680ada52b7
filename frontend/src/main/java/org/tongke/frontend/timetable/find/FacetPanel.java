package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H2;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tongke.frontend.component.Today;
import org.tongke.frontend.contract.types.ActivityCounts;
import org.tongke.frontend.contract.types.FilterCount;
import org.tongke.frontend.directory.RegionItem;
import org.tongke.frontend.directory.Regions;

/** Everything by which lessons can be told apart, with how many there are of each value. */
final class FacetPanel extends Aside {
    private final Regions regions;
    private final Consumer<FindSearch> go;
    private final SpanChoice span;
    private final FacetGroup cities;
    private final FacetGroup counties;
    private final Map<FindFacet, FacetGroup> groups = new EnumMap<>(FindFacet.class);
    private FindSearch search = FindSearch.of(FindWindow.of(FindWindow.Span.STRETCH, Today.on()));

    /** @param go called with what is to be looked for */
    FacetPanel(Regions regions, Names names, Consumer<FindSearch> go) {
        this.regions = regions;
        this.go = go;
        addClassName("tkf-facets");
        setId("find-facets");
        var title = new H2(text("shell.filters"));
        title.addClassName("tkf-unseen");
        span = new SpanChoice(window -> go.accept(this.search.in(window)));
        cities = new FacetGroup(text("find.facet.city"), this::chooseRegion);
        counties = new FacetGroup(text("find.facet.county"), this::chooseRegion);
        add(title, span, group(FindFacet.SUBJECT), group(FindFacet.GRADE), cities, counties);
        add(
                new NamePicker(FindFacet.SCHOOL.label(), names::listSchools, id -> take(FindFacet.SCHOOL, id)),
                new NamePicker(
                        FindFacet.COMMUNITY.label(), names::listCommunities, id -> take(FindFacet.COMMUNITY, id)));
        add(group(FindFacet.KIND), group(FindFacet.SUPPLIER), group(FindFacet.STATE));
        counties.setOpen(true);
    }

    /** Opens the first facet, and those of which something is chosen. */
    void openChosen() {
        cities.openIf(!search.of(FindFacet.REGION).isEmpty());
        groups.forEach((facet, group) ->
                group.openIf(facet == FindFacet.SUBJECT || !search.of(facet).isEmpty()));
    }

    private FacetGroup group(FindFacet facet) {
        var group = new FacetGroup(
                facet.label(), (value, on) -> go.accept(on ? search.with(facet, value) : search.without(facet, value)));
        groups.put(facet, group);
        return group;
    }

    private void take(FindFacet facet, String id) {
        go.accept(search.with(facet, id));
    }

    /** Shows what is looked for, and what there is. */
    void show(FindSearch now, ActivityCounts counts) {
        search = now;
        span.show(now.window());
        show(FindFacet.SUBJECT, counts.getSubjects());
        show(FindFacet.GRADE, counts.getGrades());
        show(FindFacet.KIND, counts.getKinds());
        show(FindFacet.SUPPLIER, counts.getSuppliers());
        show(FindFacet.STATE, counts.getStates());
        cities.show(coded(counts.getCities()), now.of(FindFacet.REGION));
        counties.show(coded(counts.getCounties()).stream().filter(this::isNear).toList(), now.of(FindFacet.REGION));
    }

    private void show(FindFacet facet, List<FilterCount> counts) {
        var group = groups.get(facet);
        if (group != null) {
            group.show(counts, search.of(facet));
        }
    }

    /** The address has division codes where the contract has ids. */
    private List<FilterCount> coded(List<FilterCount> counts) {
        return counts.stream()
                .flatMap(count -> regions.findById(count.getValue()).stream()
                        .map(region -> FilterCount.newBuilder()
                                .value(region.code())
                                .label(count.getLabel())
                                .count(count.getCount())
                                .words(count.getWords())
                                .build()))
                .toList();
    }

    /** A hundred counties are no choice: those of the cities are shown that are chosen, or have one that is. */
    private boolean isNear(FilterCount county) {
        return regions.find(county.getValue())
                .map(RegionItem::above)
                .filter(city -> search.of(FindFacet.REGION).stream()
                        .anyMatch(code -> code.equals(city)
                                || regions.find(code)
                                        .filter(chosen -> chosen.above().equals(city))
                                        .isPresent()))
                .isPresent();
    }

    /** A county is part of its city: chosen together they would be the city alone. */
    private void chooseRegion(String code, boolean on) {
        if (!on) {
            go.accept(search.without(FindFacet.REGION, code));
            return;
        }
        var above = regions.find(code).map(RegionItem::above).orElse("");
        var others = search.of(FindFacet.REGION).stream()
                .filter(other -> !other.equals(above))
                .filter(other -> regions.find(other)
                        .filter(region -> region.above().equals(code))
                        .isEmpty())
                .toList();
        go.accept(search.with(FindFacet.REGION, others).with(FindFacet.REGION, code));
    }
}
