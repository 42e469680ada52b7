package org.tongke.backend.resource;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Grade;
import org.tongke.backend.activity.Grades;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.activity.value.Values;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Phrase;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.file.inspection.MediaType;

/** Reads what is said of a resource, without looking anything up in the database, up to the first value that is wrong. */
@Component
class ResourceForm {
    static final int MOST_TITLE = 200;
    static final int MOST_DESCRIPTION = 1_000;
    static final int MOST_NAME = 200;
    static final int MOST_NOTE = 500;
    static final int MOST_GRADES = 20;
    private static final int MOST_URL = 2_000;
    private static final long MEBIBYTE = 1L << 20;
    private static final String FACTS = "facts";
    private static final List<String> FILE = List.of("content", "file");
    private static final List<String> LINK = List.of("content", "link", "url");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Types that only have to be saved otherwise. */
    private static final Map<String, ErrorCode> NEARLY = Map.ofEntries(
            Map.entry("image/heic", ErrorCode.FILE_HEIC),
            Map.entry("image/heif", ErrorCode.FILE_HEIC),
            Map.entry("application/vnd.ms-excel", ErrorCode.FILE_OLD_OR_LOCKED),
            Map.entry("application/msword", ErrorCode.FILE_OLD_OR_LOCKED),
            Map.entry("application/vnd.ms-powerpoint", ErrorCode.FILE_OLD_OR_LOCKED));

    private final Subjects subjects;
    private final Grades grades;

    ResourceForm(Subjects subjects, Grades grades) {
        this.subjects = subjects;
        this.grades = grades;
    }

    /** @throws RefusedException REQUIRED, TOO_LONG, MALFORMED, OUT_OF_RANGE, SUBJECT_UNKNOWN, GRADE_UNKNOWN */
    ResourceFacts facts(FactsSaid said) {
        return Values.in(
                FACTS,
                () -> new ResourceFacts(
                        Values.text("title", said.title(), MOST_TITLE),
                        description(said.description()),
                        subject(said.subject()),
                        gradesOf(said.grades()),
                        said.stage(),
                        said.licence()));
    }

    /** People write it in lines. */
    private static @Nullable String description(@Nullable String said) {
        var lines = said == null ? null : said.replaceAll("\\R", "\n").strip();
        Values.findText("description", lines == null ? null : lines.replace('\n', ' '), MOST_DESCRIPTION);
        return lines == null || lines.isEmpty() ? null : lines;
    }

    private @Nullable String subject(@Nullable String said) {
        return Values.findText("subject", said, MOST_NAME)
                .map(name -> subjects.find(name)
                        .map(Subject::code)
                        .orElseThrow(() ->
                                Values.refused(ErrorCode.SUBJECT_UNKNOWN, "subject", "SUBJECT", Values.shown(name))))
                .orElse(null);
    }

    /** In the order of the grades, each once. */
    private List<String> gradesOf(List<String> said) {
        var codes = Set.copyOf(Values.each(
                "grades",
                said,
                MOST_GRADES,
                name -> grades.find(name)
                        .map(Grade::code)
                        .orElseThrow(
                                () -> Values.refused(ErrorCode.GRADE_UNKNOWN, "name", "GRADE", Values.shown(name)))));
        return grades.list().stream().map(Grade::code).filter(codes::contains).toList();
    }

    /** @throws RefusedException TOO_LONG, MALFORMED */
    static @Nullable String text(String field, Optional<String> said) {
        return Values.findText(field, said.orElse(null), MOST_NOTE).orElse(null);
    }

    /** @throws RefusedException REQUIRED, TOO_LONG, MALFORMED */
    static String required(String field, String said) {
        return Values.text(field, said, MOST_NOTE);
    }

    /**
     * Looks at what is to be shared, before a byte is sent.
     *
     * @throws RefusedException REQUIRED, TOO_LONG, MALFORMED, OUT_OF_RANGE, LINK_NOT_TAKEN, FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_NOT_TAKEN,
     *     FILE_HEIC, FILE_MACROS, FILE_OLD_OR_LOCKED
     */
    static void check(ContentSaid said) {
        if (said.file().isPresent() == said.link().isPresent()) {
            throw refused(ErrorCode.MALFORMED, List.of("content"), new Phrase("resource.either"));
        }
        said.link().ifPresent(link -> checkLink(link.url()));
        said.file().ifPresent(ResourceForm::checkFile);
    }

    /** Only addresses that a browser fetches: others run something, or open something on the own device. */
    private static void checkLink(String url) {
        if (url.isBlank()) {
            throw refused(ErrorCode.REQUIRED, LINK);
        }
        if (url.length() > MOST_URL) {
            throw refused(ErrorCode.TOO_LONG, LINK, MOST_URL);
        }
        if (!isFetched(url)) {
            throw refused(ErrorCode.LINK_NOT_TAKEN, LINK);
        }
    }

    private static boolean isFetched(String url) {
        try {
            var uri = new URI(url);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static void checkFile(FileSaid file) {
        Values.in("content", () -> Values.in("file", () -> Values.text("fileName", file.name(), MOST_NAME)));
        var type = MediaType.find(file.mediaType())
                .orElseThrow(() -> refused(typeRefusal(file.mediaType()), in("mediaType")));
        if (file.sizeBytes() < 0) {
            throw refused(ErrorCode.OUT_OF_RANGE, in("sizeBytes"), 1, type.mostBytes());
        }
        if (file.sizeBytes() == 0) {
            throw refused(ErrorCode.FILE_EMPTY, in("sizeBytes"));
        }
        if (file.sizeBytes() > type.mostBytes()) {
            throw refused(ErrorCode.FILE_TOO_LARGE, in("sizeBytes"), type.mostBytes() / MEBIBYTE);
        }
        if (!SHA256.matcher(file.sha256()).matches()) {
            throw refused(ErrorCode.MALFORMED, in("sha256"), new Phrase("resource.sha256"));
        }
    }

    private static ErrorCode typeRefusal(String mediaType) {
        var name = mediaType.strip().toLowerCase(Locale.ROOT);
        return name.contains("macroenabled")
                ? ErrorCode.FILE_MACROS
                : NEARLY.getOrDefault(name, ErrorCode.RESOURCE_TYPE_NOT_TAKEN);
    }

    private static List<String> in(String field) {
        return List.of(FILE.getFirst(), FILE.getLast(), field);
    }

    private static RefusedException refused(ErrorCode code, List<String> path, Object... arguments) {
        return new RefusedException(Refusal.of(code, path, arguments));
    }
}
