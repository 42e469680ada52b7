package org.tongke.backend.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.AccountEdits;
import org.tongke.backend.access.AccountEdits.Wanted;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.demo.DemoCounty.DemoSchool;

/** People of the demo's county with whom nobody signs in: so that its list of accounts shows each state that an account can be in. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoColleagues {
    private static final Logger LOG = LoggerFactory.getLogger(DemoColleagues.class);
    private static final String TWO_SCHOOLS = "demo-two-schools";

    private final DemoPeople people;
    private final Accounts accounts;
    private final AccountEdits edits;

    DemoColleagues(DemoPeople people, Accounts accounts, AccountEdits edits) {
        this.people = people;
        this.accounts = accounts;
        this.edits = edits;
    }

    /**
     * Enters those that are missing; what visitors did to the others stays.
     *
     * @param hash of the demo's password
     */
    void put(String hash) {
        var county = people.reviewer(DemoCounty.COUNTY);
        try {
            if (accounts.find(TWO_SCHOOLS).isEmpty()) {
                var roles = List.of(grant(Role.CLERK, DemoSchool.QINGLAN), grant(Role.TEACHER, DemoSchool.LINGXIA));
                accounts.put(TWO_SCHOOLS, "叶文静", "ye-wenjing", hash, roles);
            }
            putNew("沈雨桐", "shen-yutong", grant(Role.CLERK, DemoSchool.HAITANG), false, county);
            putNew("潘志强", "pan-zhiqiang", grant(Role.TEACHER, DemoSchool.CHENGDONG), true, county);
        } catch (RefusedException | IllegalStateException taken) {
            // a visitor has one of the sign-in names
            LOG.info("some of the demo's accounts were not entered: {}", taken.getMessage());
        }
    }

    /** Somebody whose start code has not been used, and whose account may be closed again. */
    private void putNew(String name, String signInName, Grant grant, boolean closed, Viewer county) {
        var id = UUID.nameUUIDFromBytes(("demo/" + signInName).getBytes(StandardCharsets.UTF_8));
        if (accounts.find(id.toString()).isPresent()) {
            return;
        }
        var account = edits.create(new Wanted(id, name, signInName, grant, null), county)
                .account();
        if (closed) {
            edits.close(account.id(), account.revision(), county, Scope.of(county.places()));
        }
    }

    private static Grant grant(Role role, DemoSchool school) {
        return Grant.at(role, PlaceKey.school(school.id()));
    }
}
