package org.tongke.backend.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoProvince.PlannedSchool;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Teachers;

/** The demo's county 乐清市 with invented schools: a community of each mode. */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoCounty {
    static final String COUNTY = "330382";
    static final String COUNTY_NAME = "乐清市";
    static final String CITY = "3303";
    static final Origin BY_DEMO = Origin.system("demo");

    private static final String YUNXI_COMMUNITY = "demo-yunxi";
    private static final String HAITANG_COMMUNITY = "demo-haitang";
    private static final String YUNXI_NAME = "云溪实验小学教共体";
    private static final String HAITANG_NAME = "海棠小学教共体";
    private static final String CHENGDONG_COMMUNITY = "demo-chengdong";

    /** Raw ids of its communities. */
    static final List<String> COMMUNITIES = List.of(YUNXI_COMMUNITY, HAITANG_COMMUNITY, CHENGDONG_COMMUNITY);

    /** Those of them that are new ones, and how far they have come. */
    static final Map<PlannedCommunity, DemoFate> NEW_COMMUNITIES = Map.of(
            planned(YUNXI_COMMUNITY, YUNXI_NAME, Mode.CO_BUILT, DemoSchool.YUNXI, DemoSchool.ZHUWU, DemoSchool.QINGLAN),
            DemoFate.SENT_BACK,
            planned(HAITANG_COMMUNITY, HAITANG_NAME, Mode.MERGED, DemoSchool.HAITANG, DemoSchool.TAOYUAN),
            DemoFate.EXCHANGE_LACKING);

    /** The teachers whose accounts can be tried. */
    static final List<DemoTeacher> TEACHERS = List.of(
            new DemoTeacher("demo-lin-xiaolan", "林晓岚", DemoSchool.YUNXI, "MATHEMATICS", "3303820001"),
            new DemoTeacher("demo-chen-zhuqing", "陈竹青", DemoSchool.ZHUWU, "MATHEMATICS", "3303820002"));

    /** Numbers of its invented schools, after those of {@link DemoProvince}. */
    private static final int FIRST_NUMBER = 9001;

    private final DemoSchools schools;
    private final Teachers teachers;
    private final Communities communities;
    private final Programmes programmes;

    DemoCounty(DemoSchools schools, Teachers teachers, Communities communities, Programmes programmes) {
        this.schools = schools;
        this.teachers = teachers;
        this.communities = communities;
        this.programmes = programmes;
    }

    /** Enters schools and communities. */
    void put() {
        var there = schools.put(COUNTY, facts());
        Function<DemoSchool, School> school = one -> Objects.requireNonNull(there.get(one.id()));
        var yunxi = school.apply(DemoSchool.YUNXI);
        var zhuwu = school.apply(DemoSchool.ZHUWU);
        var qinglan = school.apply(DemoSchool.QINGLAN);
        var haitang = school.apply(DemoSchool.HAITANG);
        var taoyuan = school.apply(DemoSchool.TAOYUAN);
        var chengdong = school.apply(DemoSchool.CHENGDONG);
        var lingxia = school.apply(DemoSchool.LINGXIA);
        // what visitors edited stays
        TEACHERS.stream()
                .filter(teacher -> teachers.find(teacher.id(), Scope.EVERYWHERE).isEmpty())
                .forEach(teacher -> teachers.put(
                        teacher.id(),
                        teacher.name(),
                        school.apply(teacher.school()),
                        teacher.subject(),
                        teacher.number()));
        var isNew = Set.of(programmes.current().id());
        community(YUNXI_COMMUNITY, YUNXI_NAME, Mode.CO_BUILT, yunxi, List.of(zhuwu, qinglan), isNew);
        community(HAITANG_COMMUNITY, HAITANG_NAME, Mode.MERGED, haitang, List.of(taoyuan), isNew);
        community(CHENGDONG_COMMUNITY, "城东第三小学教共体", Mode.COLLABORATIVE, chengdong, List.of(lingxia), Set.of());
    }

    private static PlannedCommunity planned(String id, String name, Mode mode, DemoSchool... schools) {
        var of = Stream.of(schools).map(DemoCounty::planned).toList();
        return new PlannedCommunity(id, name, mode, of, true);
    }

    /** What is known of its schools. */
    static List<DemoSchoolFacts> facts() {
        return Stream.of(DemoSchool.values())
                .map(school -> {
                    var facts =
                            DemoSchoolFacts.of(planned(school), COUNTY, COUNTY_NAME, FIRST_NUMBER + school.ordinal());
                    return school == DemoSchool.TAOYUAN ? facts.asCampusOf(DemoSchool.HAITANG.id()) : facts;
                })
                .toList();
    }

    private static PlannedSchool planned(DemoSchool school) {
        return new PlannedSchool(school.id(), school.fullName(), school.area());
    }

    private void community(
            String id, String name, Mode mode, School core, List<School> members, Set<String> programmesOfIt) {
        communities.put(id, name, mode, core, members, programmesOfIt, BY_DEMO);
    }

    /** An invented teacher. */
    record DemoTeacher(String id, String name, DemoSchool school, String subject, String number) {}

    /** The invented schools. */
    enum DemoSchool {
        YUNXI("乐清市云溪实验小学", SchoolArea.URBAN),
        ZHUWU("乐清市竹坞村小学", SchoolArea.RURAL),
        QINGLAN("乐清市青岚镇中心小学", SchoolArea.TOWN),
        HAITANG("乐清市海棠小学", SchoolArea.URBAN),
        TAOYUAN("乐清市海棠小学桃源校区", SchoolArea.RURAL),
        CHENGDONG("乐清市城东第三小学", SchoolArea.URBAN),
        LINGXIA("乐清市岭下小学", SchoolArea.RURAL);

        private final String fullName;
        private final SchoolArea area;

        DemoSchool(String fullName, SchoolArea area) {
            this.fullName = fullName;
            this.area = area;
        }

        String id() {
            return "demo-" + name().toLowerCase(Locale.ROOT);
        }

        String fullName() {
            return fullName;
        }

        SchoolArea area() {
            return area;
        }
    }
}
