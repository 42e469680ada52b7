package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.Role;

/** The ways to what somebody looks up and administers; the bar of places has no room for all of them. */
public final class OfficeLinks extends Section {
    private OfficeLinks(Row ways) {
        addClassName("tkf-card");
        add(new H2(text("access.offices")), ways);
    }

    /** The ways of a person. */
    public static OfficeLinks of(SignedIn person) {
        var ways = new Row(Links.button(Links.to("/schools", text("directory.schools"))));
        if (person.is(Role.CLERK, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER, Role.ADMINISTRATOR)) {
            ways.add(Links.button(Links.to("/teachers", text("directory.teachers"))));
            ways.add(Links.button(Links.to("/accounts", text("access.accounts"))));
        }
        if (person.is(Role.SUPPLIER, Role.DEVELOPER, Role.ADMINISTRATOR)) {
            ways.add(Links.button(Links.to("/tokens", text("access.tokens"))));
            ways.add(Links.button(Links.to("/developers", text("developer.title"))));
        }
        if (person.is(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER, Role.ADMINISTRATOR)) {
            ways.add(Links.button(Links.to("/audit", text("access.log"))));
        }
        if (!person.is(Role.TEACHER)
                && person.is(
                        Role.CLERK,
                        Role.COUNTY_OFFICER,
                        Role.CITY_OFFICER,
                        Role.PROVINCE_OFFICER,
                        Role.ADMINISTRATOR)) {
            ways.add(Links.button(Links.to("/resources", text("pocket.bar.resources"))));
        }
        if (person.is(Role.ADMINISTRATOR)) {
            ways.add(Links.button(Links.to("/kinds", text("activity.kinds"))));
        }
        var centre = person.is(Role.RESOURCE_CENTRE) && person.hasTimetable();
        if (centre || person.is(Role.PROVINCE_OFFICER, Role.ADMINISTRATOR)) {
            ways.add(Links.button(Links.to("/pushes", text("pocket.bar.pushes"))));
            ways.add(Links.button(Links.to("/recommendations", text("pocket.bar.recommendations"))));
        }
        return new OfficeLinks(ways);
    }
}
