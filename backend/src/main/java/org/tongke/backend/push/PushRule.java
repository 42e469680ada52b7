package org.tongke.backend.push;

import java.util.List;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolStage;

/**
 * Which schools a push is for: values of one list are alternatives, all lists hold, and an empty one does not limit.
 *
 * @param regionCodes codes of regions, the schools below among them
 * @param areas what kind of place the school stands in
 * @param stages what ages it teaches
 * @param subjectCodes codes of subjects: schools that have a teacher of one, and there these teachers only
 * @param gradeCodes codes of grades: schools that teach the stage of one
 * @param modes how the schools of a community of it belong together
 */
public record PushRule(
        List<String> regionCodes,
        List<SchoolArea> areas,
        List<SchoolStage> stages,
        List<String> subjectCodes,
        List<String> gradeCodes,
        List<Mode> modes) {

    public PushRule {
        regionCodes = List.copyOf(regionCodes);
        areas = List.copyOf(areas);
        stages = List.copyOf(stages);
        subjectCodes = List.copyOf(subjectCodes);
        gradeCodes = List.copyOf(gradeCodes);
        modes = List.copyOf(modes);
    }
}
