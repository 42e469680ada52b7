package org.tongke.backend.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoProvince.PlannedSchool;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.evidence.Evidence;
import org.tongke.backend.evidence.EvidenceClaims;
import org.tongke.backend.evidence.EvidenceEdits;
import org.tongke.backend.exchange.Suppliers;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.TestClock;
import org.tongke.backend.term.BellSchedules;
import org.tongke.backend.verification.CriterionProgress;
import org.tongke.backend.verification.FreshProgress;
import org.tongke.backend.verification.evaluation.CriterionResult;
import org.tongke.backend.verification.review.Finding;
import org.tongke.backend.verification.review.Findings;

/** The demo's communities come as far as their fates say, and no farther when it starts again. */
@BackendTest
@Tag("slow")
class DemoEvidenceTest {
    private static final String COUNTY = "331126";
    private static final List<DemoFate> FATES =
            List.of(DemoFate.VERIFIED, DemoFate.MENDED, DemoFate.LATE, DemoFate.WITHDRAWN);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Findings findings;

    @Autowired
    private FreshProgress fresh;

    @Autowired
    private EvidenceClaims claims;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Schools schools;

    @Autowired
    private Communities communities;

    @BeforeEach
    void stand() {
        clock.set("2021-11-24T10:00:00+08:00");
    }

    @AfterEach
    void release() {
        clock.release();
    }

    private DemoEvidence demo(DemoPeople people) {
        var attendance = beans.createBean(DemoAttendance.class);
        var past = new DemoPast(
                beans.createBean(DemoReports.class), attendance, beans.getBean(BellSchedules.class), clock, ZONE, 1);
        return new DemoEvidence(
                past,
                beans.createBean(DemoUploads.class),
                beans.createBean(DemoExchanges.class),
                beans.createBean(DemoVerdicts.class),
                beans.getBean(EvidenceEdits.class),
                people,
                programmes);
    }

    /** A community with two campuses or schools, which is a new one. */
    private DemoCase entered(DemoFate fate, Mode mode, DemoPeople people) {
        var id = "demo-test-" + fate.name().toLowerCase(Locale.ROOT);
        var core = new PlannedSchool(id + "-core", "缙云县" + fate + "小学", SchoolArea.URBAN);
        var member = new PlannedSchool(id + "-member", "缙云县" + fate + "村小学", SchoolArea.RURAL);
        var there = Stream.of(core, member)
                .map(school -> schools.put(school.id(), school.name(), school.area(), COUNTY))
                .toList();
        var isNew = Set.of(programmes.current().id());
        communities.put(id, id, mode, there.getFirst(), there.subList(1, 2), isNew, DemoCounty.BY_DEMO);
        var planned = new PlannedCommunity(id, id, mode, List.of(core, member), true);
        suppliers.put(DemoPlatform.of(planned).id(), DemoPlatform.of(planned).fullName());
        return new DemoCase(
                planned,
                COUNTY,
                fate,
                people.clerk(planned),
                programmes.current().id());
    }

    private Finding finding(DemoCase one) {
        fresh.look(one.progressId());
        return findings.find(one.progressId().raw(), Scope.EVERYWHERE).orElseThrow();
    }

    private static List<String> lacking(Finding finding) {
        return finding.progress().criteria().stream()
                .filter(criterion -> criterion.state() == CriterionResult.State.LACKING)
                .map(CriterionProgress::code)
                .toList();
    }

    private String standing(Map<DemoFate, DemoCase> cases) {
        return cases.entrySet().stream()
                .map(one -> {
                    var finding = finding(one.getValue());
                    return one.getKey() + " " + finding.state() + " " + finding.revision() + " " + lacking(finding);
                })
                .collect(Collectors.joining("\n"));
    }

    private List<Evidence> evidence(Map<DemoFate, DemoCase> cases) {
        var ids = cases.values().stream().map(one -> one.community().id()).toList();
        return claims.findByCommunities(ids, Scope.EVERYWHERE);
    }

    @Test
    void comesAsFarAsItsFateAndStaysThere() {
        var people = beans.createBean(DemoPeople.class);
        var cases = new TreeMap<DemoFate, DemoCase>();
        for (var fate : FATES) {
            cases.put(fate, entered(fate, fate.ordinal() % 2 == 0 ? Mode.CO_BUILT : Mode.MERGED, people));
        }
        var demo = demo(people);
        demo.fill(COUNTY, List.copyOf(cases.values()));
        var first = standing(cases);
        assertThat(first).isEqualTo("""
                VERIFIED PASSED 1 []
                MENDED WAITING 2 []
                LATE OPEN 0 [2.1]
                WITHDRAWN OPEN 0 [2.2]""");
        var files = evidence(cases);
        assertThat(files.stream().map(Evidence::fileHash).distinct()).hasSize(files.size());
        clock.advance(Duration.ofDays(8));
        demo.fill(COUNTY, List.copyOf(cases.values()));
        assertThat(standing(cases)).isEqualTo(first);
        assertThat(evidence(cases)).containsExactlyInAnyOrderElementsOf(files);
    }
}
