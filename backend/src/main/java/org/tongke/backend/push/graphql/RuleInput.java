package org.tongke.backend.push.graphql;

import java.util.List;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.push.RuleSaid;

/** The input {@code PushRuleInput} of the schema. */
record RuleInput(
        List<String> regionIds,
        List<SchoolArea> areas,
        List<SchoolStage> stages,
        List<String> subjects,
        List<String> grades,
        List<Mode> modes) {

    RuleSaid read() {
        return new RuleSaid(
                regionIds.stream()
                        .map(id -> GlobalId.rawOrNobodys("Region", id))
                        .toList(),
                areas,
                stages,
                subjects,
                grades,
                modes);
    }
}
