package org.tongke.frontend.directory;

import static org.tongke.frontend.component.Texts.text;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongke.frontend.contract.types.FormerName;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.SchoolArea;
import org.tongke.frontend.contract.types.SchoolStage;

/** A school in words. */
public final class SchoolWords {
    private static final String DOT = " · ";

    private SchoolWords() {}

    /** What kind of place it stands in. */
    public static String area(SchoolArea area) {
        return text("directory.area." + area.name().toLowerCase(Locale.ROOT));
    }

    /** What ages it teaches. */
    public static String stage(SchoolStage stage) {
        return text("directory.stage." + stage.name().toLowerCase(Locale.ROOT));
    }

    static String stages(School school) {
        return school.getStages().stream().map(SchoolWords::stage).collect(Collectors.joining(text("directory.and")));
    }

    /** What else there is to say of it, on a line under its name: former names, whose campus it is, that it is closed. */
    static String more(School school) {
        var former = school.getFormerNames().isEmpty()
                ? ""
                : text(
                        "directory.school.formerly",
                        school.getFormerNames().stream()
                                .map(FormerName::getName)
                                .collect(Collectors.joining(text("directory.and"))));
        var campus = school.getCampusOf() == null
                ? ""
                : text("directory.school.campusOf.line", school.getCampusOf().getName());
        var closed = school.getClosedOn() == null
                ? ""
                : text("directory.school.closed.line", school.getClosedOn().toString());
        return join(closed, campus, former);
    }

    /** All that the columns say, for a narrow page that has none. */
    static String line(School school) {
        return join(
                school.getCounty().getName(),
                area(school.getArea()),
                stages(school),
                school.getSchoolCode() == null ? "" : school.getSchoolCode());
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(DOT));
    }
}
