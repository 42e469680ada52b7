package org.tongke.backend.community.roster.sheet;

import java.util.List;
import org.tongke.backend.community.roster.FormHead;
import org.tongke.backend.community.roster.RosterProblem;

/**
 * A form as it was read; no name in it is known to be that of a school.
 *
 * @param head 填报单位, 填表人, 电话, as far as it says them
 * @param communities what it plans, in its order
 * @param problems what is wrong with how it is filled in
 */
public record ReadForm(FormHead head, List<ReadCommunity> communities, List<RosterProblem> problems) {
    public ReadForm {
        communities = List.copyOf(communities);
        problems = List.copyOf(problems);
    }
}
