package org.tongke.backend.push;

import java.util.List;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolStage;

/** A rule as somebody says it; see {@link PushRule}. Subjects and grades may be named by code or name. */
public record RuleSaid(
        List<String> regionCodes,
        List<SchoolArea> areas,
        List<SchoolStage> stages,
        List<String> subjects,
        List<String> grades,
        List<Mode> modes) {}
