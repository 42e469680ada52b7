package org.tongke.backend.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.sheet.GivenFiles;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.intake.DirectoryImport;
import org.tongke.backend.directory.intake.DirectoryImports;
import org.tongke.backend.directory.intake.DirectoryTable;
import org.tongke.backend.directory.intake.ImportState;
import org.tongke.backend.support.BackendTest;
import org.tongke.backend.support.World;

/**
 * Imports of several steps on a real mongod. With TONGKE_LARGE=true in the environment as many schools as the province has, and 20,000
 * teachers: docs/performance.md has what it tells then.
 */
@Tag("real")
@Tag("slow")
@BackendTest
class LargeImportTest {
    private static final Logger LOG = LoggerFactory.getLogger(LargeImportTest.class);
    private static final boolean IS_LARGE = "true".equals(System.getenv("TONGKE_LARGE"));
    private static final int SCHOOLS = IS_LARGE ? 5_054 : 1_100;
    private static final int TEACHERS = IS_LARGE ? 20_000 : 2_100;
    private static final String FIRST_NAMES = "晓岚海静敏芳伟强磊洋艳娟涛明超秀霞平刚桂";

    private final DirectoryImports imports;
    private final Schools schools;
    private final Viewer administrator;
    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private final long codes =
            Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 8_000_000_000L) + 1_000_000_000L;
    private final List<Region> counties;

    @Autowired
    LargeImportTest(ApplicationContext app, DirectoryImports imports, Schools schools, Regions regions) {
        this.imports = imports;
        this.schools = schools;
        administrator = World.in(app).person(Role.ADMINISTRATOR).viewer();
        counties = regions.all().stream()
                .filter(region -> region.kind() == RegionKind.COUNTY)
                .toList();
    }

    private String name(int number) {
        return mark + counties.get(number % counties.size()).name() + "第" + number + "实验小学";
    }

    private String schoolTable() {
        return "学校标识码,学校全称,县（市、区）,城乡类型,学段,地址\n"
                + IntStream.range(0, SCHOOLS)
                        .mapToObj(number -> number == SCHOOLS / 2
                                ? "2021-03-05,坏的一行,昆山市,月球,大学,\n"
                                : "%d,%s,%s,镇区,小学,学府路%d号\n"
                                        .formatted(
                                                codes + number,
                                                name(number),
                                                counties.get(number % counties.size())
                                                        .code(),
                                                number))
                        .collect(Collectors.joining());
    }

    private String teacherTable() {
        return "姓名,学校标识码,学科,教师编号\n"
                + IntStream.range(0, TEACHERS)
                        .mapToObj(number -> number == TEACHERS / 2
                                ? "坏的一行,%d,炼金术,\n".formatted(codes)
                                : "王%c%c,%d,数学,%s-%d\n"
                                        .formatted(
                                                FIRST_NAMES.charAt(number % FIRST_NAMES.length()),
                                                FIRST_NAMES.charAt(number / 20 % FIRST_NAMES.length()),
                                                codes + number % (SCHOOLS / 2),
                                                mark,
                                                number))
                        .collect(Collectors.joining());
    }

    private DirectoryImport check(DirectoryTable table, String text) {
        return timed(
                "try " + table,
                () -> imports.check(
                        UUID.randomUUID().toString(),
                        table,
                        GivenFiles.ofText(text),
                        null,
                        administrator,
                        Scope.EVERYWHERE));
    }

    /** Runs all steps; progress is told after each. */
    private List<Integer> run(DirectoryImport tried) {
        return timed("enter " + tried.table(), () -> {
            var progress = new ArrayList<Integer>();
            var now = tried;
            do {
                now = imports.run(tried.id(), tried.fingerprint(), administrator, Scope.EVERYWHERE);
                progress.add(imports.count(now).written());
            } while (now.state() != ImportState.DONE);
            return progress;
        });
    }

    private static <T> T timed(String what, Supplier<T> work) {
        var since = Instant.now();
        var made = work.get();
        LOG.info("{}: {} ms", what, Duration.between(since, Instant.now()).toMillis());
        return made;
    }

    @Test
    void entersAllButTheRowThatIsBrokenAndTellsHowFarItIs() {
        var tried = check(DirectoryTable.SCHOOLS, schoolTable());
        assertThat(imports.count(tried).problem()).isEqualTo(1);
        assertThat(run(tried)).startsWith(1_000).endsWith(SCHOOLS - 1);
        var teachers = check(DirectoryTable.TEACHERS, teacherTable());
        assertThat(imports.count(teachers).problem()).isEqualTo(1);
        assertThat(run(teachers)).startsWith(1_000, 2_000).endsWith(TEACHERS - 1);
        var again = check(DirectoryTable.SCHOOLS, schoolTable());
        assertThat(imports.count(again).unchanged()).isEqualTo(SCHOOLS - 1);
        var everything = new SchoolFilter(null, null, List.of(), List.of(), false);
        var page = PageRequest.of(Schools.LIST, Schools.LIST_KEYS, 100, null);
        for (var attempt = 0; attempt < 3; attempt++) {
            timed("first page of all schools", () -> schools.list(everything, page, Scope.EVERYWHERE));
            timed("their number", () -> schools.count(everything, Scope.EVERYWHERE));
            var some = new SchoolFilter(null, "syxx", List.of(), List.of(), false);
            timed("first page by initials", () -> schools.list(some, page, Scope.EVERYWHERE));
            timed("their number", () -> schools.count(some, Scope.EVERYWHERE));
        }
    }
}
