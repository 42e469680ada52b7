package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongke.frontend.contract.types.FilterCount;
import org.tongke.frontend.directory.RegionItem;
import org.tongke.frontend.directory.Regions;

/**
 * A condition of a search, for a person.
 *
 * @param facet what it is about, as in {@code 学科}
 * @param label what is wanted of that, as in {@code 数学}
 * @param without what is looked for without it
 */
record Condition(String facet, String label, FindSearch without) {

    /** The conditions of what was found: the words, then facet by facet. */
    static List<Condition> of(Found found, Regions regions) {
        var search = found.search();
        var conditions = new ArrayList<Condition>();
        if (!search.text().isEmpty()) {
            conditions.add(new Condition(text("find.words"), search.text(), search.about("")));
        }
        for (var facet : FindFacet.values()) {
            for (var value : search.of(facet)) {
                conditions.add(new Condition(
                        facet.label(), label(facet, value, found, regions), search.without(facet, value)));
            }
        }
        return List.copyOf(conditions);
    }

    private static String label(FindFacet facet, String value, Found found, Regions regions) {
        var counts = found.counts();
        return switch (facet) {
            case REGION -> regions.find(value).map(RegionItem::label).orElse(value);
            case SCHOOL, COMMUNITY -> nameOf(value, found.names());
            case SUBJECT -> labelOf(value, counts.getSubjects());
            case GRADE -> labelOf(value, counts.getGrades());
            case KIND -> labelOf(value, counts.getKinds());
            case SUPPLIER -> labelOf(value, counts.getSuppliers());
            case STATE -> labelOf(value, counts.getStates());
        };
    }

    private static String nameOf(String value, Map<String, String> names) {
        return names.getOrDefault(value, value);
    }

    private static String labelOf(String value, List<FilterCount> counts) {
        return counts.stream()
                .filter(count -> count.getValue().equals(value))
                .map(FilterCount::getLabel)
                .findFirst()
                .orElse(value);
    }
}
