package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.component.Formats;
import org.tongke.frontend.contract.types.Grade;
import org.tongke.frontend.contract.types.Licence;
import org.tongke.frontend.contract.types.ProblemKind;
import org.tongke.frontend.contract.types.Resource;
import org.tongke.frontend.contract.types.ResourceKind;
import org.tongke.frontend.contract.types.SchoolStage;
import org.tongke.frontend.contract.types.StoredFile;

/** What resources are called for a person. */
final class ResourceWords {
    private static final int MEBIBYTE = 1 << 20;
    private static final int KIBIBYTE = 1 << 10;

    private ResourceWords() {}

    static String kind(ResourceKind kind) {
        return named("resource.kind.", kind);
    }

    static String stage(SchoolStage stage) {
        return named("resource.stage.", stage);
    }

    static String licence(Licence licence) {
        return named("resource.licence.", licence);
    }

    static String problem(ProblemKind kind) {
        return named("resource.problem.", kind);
    }

    private static String named(String start, Enum<?> value) {
        return text(start + value.name().toLowerCase(Locale.ROOT));
    }

    /** For whom it is, as in {@code 五年级、六年级}; null if it is for all. */
    static @Nullable String grades(List<Grade> grades) {
        return grades.isEmpty()
                ? null
                : grades.stream().map(Grade::getName).collect(Collectors.joining(text("resource.and")));
    }

    /** Subject, for whom, and kind of thing, on one line. */
    static String line(Resource resource) {
        return Formats.joined(
                resource.getSubject() == null ? null : resource.getSubject().getName(),
                resource.getGrades().isEmpty() && resource.getStage() != null
                        ? stage(resource.getStage())
                        : grades(resource.getGrades()),
                kind(resource.getKind()));
    }

    /** Name of the school or of the resource centre that shares it; null if it is there no more. */
    static @Nullable String sharer(Resource resource) {
        return resource.getSchool() == null
                ? resource.getCentre()
                : resource.getSchool().getName();
    }

    /** How much it is used, as in {@code 5 人打开 · 用在 2 节课}; empty if not at all. */
    static String use(Resource resource) {
        return Formats.joined(
                resource.getOpenedBy() == 0 ? null : counted("resource.opened", resource.getOpenedBy()),
                resource.getLessonCount() == 0 ? null : counted("resource.used", resource.getLessonCount()));
    }

    private static String counted(String key, int count) {
        return text(count == 1 ? key + ".one" : key, count);
    }

    /** How large a file is, as in {@code 3 MB} or {@code 40 KB}, and how many pages it has. */
    static String size(StoredFile file) {
        var bytes = file.getSizeBytes();
        var size = bytes < MEBIBYTE
                ? text("resource.kilobytes", Math.ceilDiv(bytes, KIBIBYTE))
                : text("resource.megabytes", Math.ceilDiv(bytes, MEBIBYTE));
        return Formats.joined(size, file.getPages() == null ? null : counted("resource.pages", file.getPages()));
    }
}
