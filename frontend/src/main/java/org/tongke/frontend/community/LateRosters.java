package org.tongke.frontend.community;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongke.frontend.contract.types.Region;
import org.tongke.frontend.contract.types.Roster;
import org.tongke.frontend.contract.types.RosterTiming;

/** The counties that must be reminded: how many for which reason, then their names, of several cities by city. Many are folded away. */
final class LateRosters extends Div {
    private static final int IN_SIGHT = 12;
    private static final List<RosterTiming> LATE = List.of(RosterTiming.MISSING, RosterTiming.DUE_TODAY);

    LateRosters(List<Roster> all) {
        addClassName("tkf-notice");
        var title = new Paragraph(text("roster.late"));
        title.addClassName("tkf-notice-what");
        add(title);
        for (var timing : LATE) {
            var some =
                    all.stream().filter(roster -> roster.getTiming() == timing).toList();
            if (!some.isEmpty()) {
                add(group(some));
            }
        }
        setVisible(all.stream().anyMatch(roster -> LATE.contains(roster.getTiming())));
    }

    private static Component group(List<Roster> some) {
        var many = text("roster.late.some", some.getFirst().getTimingLabel(), some.size());
        var names = names(some);
        return some.size() > IN_SIGHT ? new NativeDetails(many, names) : new Div(new Paragraph(many), names);
    }

    private static Component names(List<Roster> some) {
        var byCity = new LinkedHashMap<String, List<Region>>();
        some.stream()
                .map(Roster::getCounty)
                .forEach(county -> byCity.merge(county.getParent().getName(), List.of(county), LateRosters::join));
        if (byCity.size() == 1) {
            return new Paragraph(words(byCity.values().iterator().next()));
        }
        var list = new UnorderedList();
        list.addClassName("tkf-plain-list");
        byCity.forEach((city, counties) ->
                list.add(new ListItem(text("roster.late.city", city, counties.size(), words(counties)))));
        return list;
    }

    private static List<Region> join(List<Region> some, List<Region> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static String words(List<Region> counties) {
        return counties.stream().map(Region::getName).collect(Collectors.joining(text("roster.and")));
    }
}
