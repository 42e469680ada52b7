package org.tongke.backend.evidence;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongke.backend.community.programme.Criterion;
import org.tongke.backend.community.programme.DocumentAsked;
import org.tongke.backend.community.programme.ProofKind;
import org.tongke.backend.community.programme.Rule;
import org.tongke.backend.community.programme.Rule.ActivityCount;
import org.tongke.backend.file.inspection.MediaType;

/** Which files a criterion asks for (annex 2: 需上传…). */
public final class FilesAsked {

    private FilesAsked() {}

    /**
     * Types of files that a criterion takes; empty if it asks for none.
     *
     * @param activityKind code of the kind of activity that the file shows; empty if it shows none in particular
     */
    public static Set<MediaType> types(Criterion criterion, Optional<String> activityKind) {
        var types = EnumSet.noneOf(MediaType.class);
        var kinds = kinds(criterion, activityKind);
        Stream.of(MediaType.values())
                .filter(type -> isProof(type) && kinds.contains(kindOf(type)))
                .forEach(types::add);
        return types;
    }

    /** Codes of the kinds of activities that files of a criterion may show, in the standard's order; none if it is not about activities. */
    public static List<String> activityKinds(Criterion criterion) {
        return counts(criterion.rule())
                .map(ActivityCount::activityKind)
                .distinct()
                .filter(kind -> !types(criterion, Optional.of(kind)).isEmpty())
                .toList();
    }

    private static Stream<ActivityCount> counts(Rule rule) {
        return switch (rule) {
            case Rule.Documents _, Rule.MembersCovered _, Rule.FreeMovement _ -> Stream.empty();
            case Rule.SubjectsAndLessons asked -> Stream.of(asked.lessons());
            case Rule.ActivityCounts asked -> asked.counts().stream();
        };
    }

    /** Whether files of a type prove anything: texts and slides that can still be edited do not. */
    static boolean isProof(MediaType type) {
        return type != MediaType.DOCX && type != MediaType.PPTX;
    }

    /** What kind of proof a file of a type is. Throws if it is none. */
    public static ProofKind kindOf(MediaType type) {
        return switch (type) {
            case JPEG, PNG, WEBP -> ProofKind.PICTURE;
            case PDF -> ProofKind.PDF;
            case XLSX -> ProofKind.DOCUMENT;
            case DOCX, PPTX -> throw new IllegalArgumentException("no proof: " + type);
        };
    }

    private static Set<ProofKind> kinds(Criterion criterion, Optional<String> activityKind) {
        var kinds = EnumSet.noneOf(ProofKind.class);
        documents(criterion.rule(), activityKind).forEach(document -> kinds.addAll(document.kinds()));
        return kinds;
    }

    private static Stream<DocumentAsked> documents(Rule rule, Optional<String> activityKind) {
        return switch (rule) {
            case Rule.Documents asked -> asked.documents().stream();
            case Rule.MembersCovered asked -> asked.documents().stream();
            case Rule.FreeMovement asked -> asked.documents().stream();
            case Rule.SubjectsAndLessons asked -> documents(List.of(asked.lessons()), activityKind);
            case Rule.ActivityCounts asked -> documents(asked.counts(), activityKind);
        };
    }

    private static Stream<DocumentAsked> documents(List<ActivityCount> counts, Optional<String> activityKind) {
        return counts.stream()
                .filter(count -> activityKind.map(count.activityKind()::equals).orElse(true))
                .flatMap(count -> count.documents().stream());
    }
}
