package org.tongke.backend.community.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongke.backend.base.sheet.GivenFiles;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.community.roster.sheet.FormReader;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.RegionKind;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;

/**
 * Roster files as offices produce them, each with what it must give in {@code NAME.expected.txt}: the planned communities, then what is told.
 * The files are made by {@code make.py} beside them.
 */
class RosterFilesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "roster");
    private static final Region CITY = region("3303", "温州市", RegionKind.CITY);
    private static final Region COUNTY = region("330382", "乐清市", RegionKind.COUNTY);
    private static final int LEAST = 25;

    private static Region region(String code, String name, RegionKind kind) {
        return new Region(code, name, kind, "33", List.of("region:" + code));
    }

    static Stream<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("\\d\\d-.*\\.(tsv|csv|xlsx)"))
                    .filter(file -> !file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void giveWhatTheyMust(Path file) throws IOException {
        var name = file.getFileName().toString().replaceAll("\\.\\w+$", "");
        var expected = FOLDER.resolve(name + ".expected.txt");
        var printed = print(Files.readAllBytes(file));
        if (Boolean.getBoolean("tongke.rosters.write")) {
            Files.writeString(expected, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(expected));
    }

    @Test
    void areAsManyShapesAsWereAskedFor() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(LEAST);
    }

    @Test
    void takeTheSchoolThatAnOfficerChose() throws IOException {
        var file = Files.readAllBytes(FOLDER.resolve("16-short-names.tsv"));
        assertThat(print(file)).contains("ERROR SCHOOL_UNKNOWN");
        var mended = print(file, Map.of("云溪实小", "3303820001", " 竹坞 小学", "3303820006", "青岚中心小学", "3303820004"));
        assertThat(mended).doesNotContain("ERROR").contains("共建型 乐清市云溪实验小学 ← 乐清市竹坞村小学");
    }

    private static String print(byte[] file) throws IOException {
        return print(file, Map.of());
    }

    private static String print(byte[] bytes, Map<String, String> fixes) throws IOException {
        var schools = schools();
        var own = new CountySchools(
                schools.stream()
                        .filter(school -> school.countyCode().equals(COUNTY.code()))
                        .toList(),
                fixes);
        var elsewhere = new HashMap<String, List<School>>();
        schools.forEach(school -> elsewhere.put(Names.normalize(school.name()), List.of(school)));
        var file = GivenFiles.ofBytes(bytes);
        var form = FormReader.read(file);
        var resolved =
                RosterResolver.resolve(form, new RosterResolver(COUNTY, CITY, own, elsewhere, Map.of("330324", "永嘉县")));
        var empty = Roster.empty(new RosterId("2021", COUNTY.code()), COUNTY.places());
        var rows = RosterPlanning.withReasons(resolved.rows(), empty, Map.of());
        var problems = new ArrayList<>(resolved.problems());
        problems.addAll(RosterRules.check(rows, null));
        return Stream.of(
                        Stream.of(file.charset() == null ? "workbook" : file.charset(), print(form.head())),
                        rows.stream().map(planned -> print(planned.row())),
                        problems.stream()
                                .filter(problem -> problem.kind() != ProblemKind.NO_TASK)
                                .map(RosterFilesTest::print))
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String print(FormHead head) {
        return Stream.of(head.unit(), head.person(), head.phone())
                .map(part -> part == null ? "-" : part)
                .collect(Collectors.joining(" / "));
    }

    private static String print(RosterRow row) {
        return row.told().replace("MERGED", "融合型").replace("CO_BUILT", "共建型")
                + row.schools()
                        .filter(school -> school.reason() != null)
                        .map(school -> "（" + school.name() + "：" + school.reason() + "）")
                        .collect(Collectors.joining());
    }

    private static String print(RosterProblem problem) {
        var place = problem.place();
        return problem.kind().severity() + " " + problem.kind() + " "
                + (place == null
                        ? ""
                        : place.sheet() + "!" + place.columnName() + (place.row() == 0 ? "" : place.row()) + " ")
                + problem.arguments()
                + (problem.suggestions().isEmpty()
                        ? ""
                        : " → "
                                + problem.suggestions().stream()
                                        .map(School::name)
                                        .toList());
    }

    private static List<School> schools() throws IOException {
        return Files.readAllLines(FOLDER.resolve("schools.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new School(
                        cells[0],
                        cells[1],
                        SchoolArea.valueOf(cells[2]),
                        cells[3],
                        cells[1],
                        List.of("school:" + cells[0])))
                .toList();
    }
}
