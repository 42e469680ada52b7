package org.tongke.backend.demo;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.DemoAccounts;
import org.tongke.backend.access.SandboxAccount;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.demo.DemoCounty.DemoSchool;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.directory.Regions;

/** The demo's accounts, one per role, all with the same password, and the tokens that the documents print. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoPeople implements DemoAccounts, SandboxAccount {
    static final String SUPPLIER = "demo-supplier";
    /** The supplier with which anybody tries to report. */
    static final String SANDBOX = "demo-sandbox";

    private static final String PASSWORD = "tongke";
    /** Whoever tries the API without signing in: an account without a password. */
    private static final String VISITOR = "demo-visitor";

    private final Accounts accounts;
    private final Tokens tokens;

    DemoPeople(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /**
     * Enters the accounts and tokens.
     *
     * @return hash of the password of all of them
     */
    String put() {
        var hash = accounts.hashAsBefore(Person.TEACHER.id(), PASSWORD);
        for (var person : Person.values()) {
            accounts.put(
                    person.id(), person.fullName, person.signInName(), hash, List.of(person.grant), person.teacher());
        }
        accounts.put(VISITOR, "沙盒访客（演示）", VISITOR, null, List.of(Grant.everywhere(Role.DEVELOPER)));
        tokens.putKnown("demo-developer", Person.DEVELOPER.id(), TokenKind.DEVELOPER, "开发者页上的示例");
        tokens.putKnown("demo-supplier", Person.SUPPLIER.id(), TokenKind.SUPPLIER, "课程数据同步");
        tokens.putKnown("demo-sandbox", Person.SANDBOX.id(), TokenKind.SUPPLIER, "接入测试");
        return hash;
    }

    @Override
    public String sandboxAccount() {
        return VISITOR;
    }

    /** The supplier's platform as the one who asks. */
    Viewer supplier() {
        return viewer(Person.SUPPLIER);
    }

    /** Staff of the province's resource centre. */
    Viewer centre() {
        return viewer(Person.CENTRE);
    }

    /** The clerk of the core school. */
    Viewer demoClerk() {
        return viewer(Person.CLERK);
    }

    /** The sandbox as the one who asks. */
    Viewer sandbox() {
        return viewer(Person.SANDBOX);
    }

    /** Who uploads for a community: the demo's clerk for the first one, elsewhere somebody who never signs in. */
    Viewer clerk(PlannedCommunity community) {
        var core = community.core().id();
        return core.equals(DemoSchool.YUNXI.id())
                ? viewer(Person.CLERK)
                : invented("clerk", core, Grant.at(Role.CLERK, PlaceKey.school(core)));
    }

    /** The teacher of the demo's first school whom everybody can sign in as. */
    Viewer teacher() {
        return viewer(Person.TEACHER);
    }

    /** The teacher of its partner. */
    Viewer memberTeacher() {
        return viewer(Person.MEMBER_TEACHER);
    }

    /** A teacher with whom nobody signs in. */
    Viewer teacher(String name, DemoSchool school) {
        return new Viewer("demo-teacher-" + name, name, List.of(Grant.at(Role.TEACHER, PlaceKey.school(school.id()))));
    }

    /** Who issues a county's documents. Nobody finds on what is his or her own, so it is not {@link #reviewer}. */
    Viewer office(String countyCode) {
        return officer("office", countyCode, Person.COUNTY_OFFICE);
    }

    /** Who verifies a county's communities. */
    Viewer reviewer(String countyCode) {
        return officer("reviewer", countyCode, Person.COUNTY);
    }

    /** Who rolls up a city's rosters. */
    Viewer city(String cityCode) {
        return cityCode.equals(DemoCounty.CITY)
                ? viewer(Person.CITY)
                : invented("city", cityCode, Grant.at(Role.CITY_OFFICER, PlaceKey.region(cityCode)));
    }

    private static Viewer officer(String what, String countyCode, Person ofDemo) {
        return countyCode.equals(DemoCounty.COUNTY)
                ? viewer(ofDemo)
                : invented(what, countyCode, Grant.at(Role.COUNTY_OFFICER, PlaceKey.region(countyCode)));
    }

    private static Viewer invented(String what, String where, Grant grant) {
        var id = "demo-%s-%s".formatted(what, where);
        return new Viewer(id, DemoNames.person(new Random(id.hashCode())), List.of(grant));
    }

    private static Viewer viewer(Person person) {
        return new Viewer(person.id(), person.fullName, List.of(person.grant));
    }

    @Override
    public List<DemoSignIn> list() {
        return List.of(Person.values()).stream()
                .map(person -> new DemoSignIn(person.signInName(), PASSWORD, "demo.person." + person.name()))
                .toList();
    }

    /** The accounts, in the order of the sign-in page. */
    private enum Person {
        TEACHER("林晓岚", Grant.at(Role.TEACHER, school(DemoSchool.YUNXI))),
        MEMBER_TEACHER("陈竹青", Grant.at(Role.TEACHER, school(DemoSchool.ZHUWU))),
        CLERK("王海棠", Grant.at(Role.CLERK, school(DemoSchool.YUNXI))),
        COUNTY("周明远", Grant.at(Role.COUNTY_OFFICER, PlaceKey.region(DemoCounty.COUNTY))),
        COUNTY_OFFICE("郑思齐", Grant.at(Role.COUNTY_OFFICER, PlaceKey.region(DemoCounty.COUNTY))),
        CITY("吴静", Grant.at(Role.CITY_OFFICER, PlaceKey.region(DemoCounty.CITY))),
        PROVINCE("赵一鸣", Grant.at(Role.PROVINCE_OFFICER, PlaceKey.region(Regions.PROVINCE))),
        CENTRE("钱书宁", Grant.at(Role.RESOURCE_CENTRE, PlaceKey.region(Regions.PROVINCE))),
        SUPPLIER("云课平台（演示）", Grant.ofSupplier(DemoPeople.SUPPLIER)),
        SANDBOX("接入测试平台（演示）", Grant.ofSupplier(DemoPeople.SANDBOX)),
        DEVELOPER("开发者（演示）", Grant.everywhere(Role.DEVELOPER)),
        ADMINISTRATOR("管理员（演示）", Grant.everywhere(Role.ADMINISTRATOR));

        private final String fullName;
        private final Grant grant;

        Person(String fullName, Grant grant) {
            this.fullName = fullName;
            this.grant = grant;
        }

        String id() {
            return "demo-" + signInName();
        }

        String signInName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Raw id of the teacher whose account it is. */
        @Nullable
        String teacher() {
            return DemoCounty.TEACHERS.stream()
                    .filter(teacher -> teacher.name().equals(fullName))
                    .map(DemoCounty.DemoTeacher::id)
                    .findFirst()
                    .orElse(null);
        }

        private static PlaceKey school(DemoSchool school) {
            return PlaceKey.school(school.id());
        }
    }
}
