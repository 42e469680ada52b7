package org.tongke.frontend.access;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import org.tongke.frontend.component.Links;
import org.tongke.frontend.component.Row;
import org.tongke.frontend.contract.types.Role;

/** The ways to what somebody administers; the bar of places has no room for all of them. */
public final class OfficeLinks extends Section {
    private OfficeLinks(Row ways) {
        addClassName("tkf-card");
        add(new H2(text("access.offices")), ways);
    }

    /** The ways of a person; none for somebody who administers nothing. */
    public static Optional<OfficeLinks> of(SignedIn person) {
        var ways = new Row();
        if (person.is(Role.CLERK, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER, Role.ADMINISTRATOR)) {
            ways.add(Links.button(Links.to("/accounts", text("access.accounts"))));
        }
        if (person.is(Role.SUPPLIER, Role.DEVELOPER, Role.ADMINISTRATOR)) {
            ways.add(Links.button(Links.to("/tokens", text("access.tokens"))));
        }
        if (person.is(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.PROVINCE_OFFICER, Role.ADMINISTRATOR)) {
            ways.add(Links.button(Links.to("/audit", text("access.log"))));
        }
        return ways.getComponentCount() == 0 ? Optional.empty() : Optional.of(new OfficeLinks(ways));
    }
}
