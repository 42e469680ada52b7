package org.tongke.backend.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.demo.DemoCounty.DemoSchool;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.term.BellSchedules;
import org.tongke.backend.term.PeriodWords;

/**
 * The bells of two of the demo's schools that teach together: what is the first period at one is the second at the other. Those of the others
 * stay the product's. Repeating it changes nothing, nor does it undo what somebody entered since.
 */
@Component
@ConditionalOnBooleanProperty("tongke.demo")
class DemoBells {
    private static final LocalDate FROM = LocalDate.of(2020, 9, 1);
    private static final List<String> YUNXI = List.of(
            "08:30-09:10", "09:25-10:05", "10:25-11:05", "11:15-11:55", "14:00-14:40", "14:45-15:25", "15:30-16:10");
    private static final List<String> ZHUWU = List.of(
            "07:40-08:20", "08:30-09:10", "09:25-10:05", "10:25-11:05", "13:10-13:50", "14:00-14:40", "14:50-15:30");

    private final BellSchedules bells;
    private final Schools schools;

    DemoBells(BellSchedules bells, Schools schools) {
        this.bells = bells;
        this.schools = schools;
    }

    /** @param clerk who enters them */
    void put(Viewer clerk) {
        enter(DemoSchool.YUNXI, YUNXI, clerk);
        enter(DemoSchool.ZHUWU, ZHUWU, clerk);
    }

    private void enter(DemoSchool where, List<String> periods, Viewer clerk) {
        var school = schools.find(where.id(), Scope.EVERYWHERE).orElseThrow();
        if (bells.of(school).revision() == null) {
            bells.put(school.id(), FROM, words(periods), null, clerk, Scope.EVERYWHERE);
        }
    }

    private static List<PeriodWords> words(List<String> periods) {
        return IntStream.range(0, periods.size())
                .mapToObj(place -> {
                    var times = periods.get(place).split("-");
                    return new PeriodWords(place + 1, null, times[0], times[1]);
                })
                .toList();
    }
}
