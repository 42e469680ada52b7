package org.tongke.backend.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Programmes;
import org.tongke.backend.community.programme.Programme;
import org.tongke.backend.demo.DemoProvince.PlannedCommunity;
import org.tongke.backend.demo.DemoProvince.Unit;
import org.tongke.backend.demo.DemoUploads.Upload;
import org.tongke.backend.evidence.ClaimTarget;
import org.tongke.backend.evidence.EvidenceEdits;

/**
 * Lets communities of the demo show what annex 2 asks: some all of it, some less, some with the troubles of life. It goes the ways that
 * platforms, schools and counties go. What a community has shown stays, on whatever later day this is repeated.
 */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoEvidence {
    private static final Logger LOG = LoggerFactory.getLogger(DemoEvidence.class);

    private final DemoPast past;
    private final DemoUploads uploads;
    private final DemoExchanges exchanges;
    private final DemoVerdicts verdicts;
    private final EvidenceEdits edits;
    private final DemoPeople people;
    private final Programmes programmes;

    DemoEvidence(
            DemoPast past,
            DemoUploads uploads,
            DemoExchanges exchanges,
            DemoVerdicts verdicts,
            EvidenceEdits edits,
            DemoPeople people,
            Programmes programmes) {
        this.past = past;
        this.uploads = uploads;
        this.exchanges = exchanges;
        this.verdicts = verdicts;
        this.edits = edits;
        this.people = people;
        this.programmes = programmes;
    }

    /** Fills a county: what the county itself issues, then its communities, whose documents they are. */
    void fill(Unit unit) {
        var cases = cases(unit, programmes.current());
        if (!cases.isEmpty()) {
            fill(unit.region().code(), cases);
        }
    }

    void fill(String countyCode, List<DemoCase> cases) {
        var programme = programmes.current();
        // whoever looks without an account finds something after the first of them
        var begun = cases.stream()
                .filter(one -> one.fate() != DemoFate.BEGINNING)
                .sorted(Comparator.comparing(one -> one.fate() != DemoFate.VERIFIED))
                .toList();
        putIssued(countyCode, programme, !begun.isEmpty());
        var year = past.year(programme);
        if (!year.isEmpty()) {
            begun.forEach(one -> tried(one, year, programme));
        }
    }

    private List<DemoCase> cases(Unit unit, Programme programme) {
        var byHand = DemoCounty.NEW_COMMUNITIES.entrySet().stream()
                .filter(_ -> unit.region().code().equals(DemoCounty.COUNTY))
                .map(one -> new DemoCase(
                        one.getKey(), DemoCounty.COUNTY, one.getValue(), people.clerk(one.getKey()), programme.id()));
        var others = new ArrayList<DemoCase>();
        unit.communities().stream().filter(PlannedCommunity::isNew).forEach(community -> {
            var fate = DemoFate.of(unit.region().code(), others.size());
            others.add(new DemoCase(community, unit.region().code(), fate, people.clerk(community), programme.id()));
        });
        return Stream.concat(byHand, others.stream()).toList();
    }

    /** A county whose communities have hardly begun has no plan of assessment yet. */
    private void putIssued(String countyCode, Programme programme, boolean hasPlan) {
        var office = people.office(countyCode);
        var target = new ClaimTarget.OfCounty(countyCode, Optional.empty());
        var list = new Upload(office, programme.id(), countyCode + "/1.1", target, "1.1", DemoFile.APPROVAL);
        var plan = new Upload(office, programme.id(), countyCode + "/1.2", target, "1.2", DemoFile.ASSESSMENT_PLAN);
        uploads.putAll(hasPlan ? List.of(list, plan) : List.of(list));
    }

    private void tried(DemoCase one, DemoYear year, Programme programme) {
        try {
            fill(one, year, programme);
        } catch (RefusedException refused) {
            // it was cut off in another week, or somebody who tries the demo has changed something
            LOG.info("the demo's {} is left as it stands: {}", one.progressId().raw(), refused.refusals());
        }
    }

    private void fill(DemoCase one, DemoYear year, Programme programme) {
        var lessons = year.lessons(one.community(), one.fate());
        var files = one.uploads(lessons);
        // the files come last, so all of it stands where they do
        if (!uploads.hasAll(files)) {
            past.report(one, lessons, year);
            if (one.isRegistered()) {
                exchanges.put(one.community(), one.clerk(), programme);
            }
            uploads.putAll(files);
        }
        one.withdrawn()
                .flatMap(uploads::find)
                .filter(file -> file.revision() == 1)
                .ifPresent(file -> edits.withdraw(
                        file.id(),
                        file.revision(),
                        "传错了文件：这是另一所学校的教研记录（演示）",
                        one.clerk(),
                        Scope.of(one.clerk().places())));
        judge(one, files.getFirst());
    }

    private void judge(DemoCase one, Upload doubted) {
        var county = people.reviewer(one.countyCode());
        var sentBack = one.fate() == DemoFate.SENT_BACK || one.fate() == DemoFate.MENDED;
        if (one.fate() == DemoFate.VERIFIED) {
            verdicts.pass(one.progressId(), county);
        }
        if (sentBack) {
            verdicts.sendBack(one.progressId(), doubted.criterion(), doubted.evidenceId(), county);
        }
        if (one.fate() == DemoFate.MENDED) {
            uploads.putAll(List.of(one.better(doubted)));
            verdicts.resubmit(one.progressId(), one.clerk());
        }
    }
}
