package org.tongke.frontend.timetable.find;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tongke.frontend.contract.types.FilterCount;

/** The values of one facet with how many lessons each has. Shown again, it changes only what is different: nobody loses the focus. */
final class FacetGroup extends NativeDetails {
    private final String name;
    private final BiConsumer<String, Boolean> choose;
    private final UnorderedList list = new UnorderedList();
    private final Map<String, FacetValue> shown = new HashMap<>();

    /**
     * @param choose called with a value and whether it is to hold
     */
    FacetGroup(String name, BiConsumer<String, Boolean> choose) {
        super(name);
        this.name = name;
        this.choose = choose;
        addClassName("tkf-facet");
        list.addClassName("tkf-plain-list");
        setContent(list);
    }

    /**
     * Shows these values.
     *
     * @param counts in the order in which they stand
     * @param chosen which of them are chosen
     */
    void show(List<FilterCount> counts, List<String> chosen) {
        var values = counts.stream().map(FilterCount::getValue).toList();
        shown.keySet().removeIf(value -> {
            if (!values.contains(value)) {
                list.remove(shown.get(value));
                return true;
            }
            return false;
        });
        for (var index = 0; index < counts.size(); index++) {
            var count = counts.get(index);
            if (!shown.containsKey(count.getValue())) {
                var value = new FacetValue(on -> choose.accept(count.getValue(), on));
                shown.put(count.getValue(), value);
                list.addComponentAtIndex(index, value);
            }
            shown.get(count.getValue()).show(count, chosen.contains(count.getValue()));
        }
        setVisible(!counts.isEmpty());
        var number = values.stream().filter(chosen::contains).count();
        setSummaryText(number == 0 ? name : text("find.facet.some", name, number));
    }

    /** Opens it if something in it is chosen. */
    void openIf(boolean chosen) {
        if (chosen) {
            setOpen(true);
        }
    }
}
