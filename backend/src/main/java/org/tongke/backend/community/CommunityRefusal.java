package org.tongke.backend.community;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.directory.School;

/** Why schools do not make a community. Who computes progress relies on it: such a community would stop the computation. */
public sealed interface CommunityRefusal extends Refusal {

    @Override
    default List<String> path() {
        return List.of("members");
    }

    /** It has no member school. */
    record NoMembers() implements CommunityRefusal {
        @Override
        public ErrorCode code() {
            return ErrorCode.REQUIRED;
        }
    }

    /** A member school is named twice, or is the core school. */
    record SchoolTwice(School school) implements CommunityRefusal {
        @Override
        public ErrorCode code() {
            return ErrorCode.SCHOOL_TWICE;
        }

        @Override
        public List<Object> arguments() {
            return List.of(school.name());
        }
    }

    /** A member school lies in another county than the core school. */
    record OtherCounty(School school) implements CommunityRefusal {
        @Override
        public ErrorCode code() {
            return ErrorCode.SCHOOL_OF_OTHER_COUNTY;
        }

        @Override
        public List<Object> arguments() {
            return List.of(school.name());
        }
    }

    /** All that is wrong; empty if the schools make a community. */
    static List<CommunityRefusal> of(School core, List<School> members) {
        var refusals = new ArrayList<CommunityRefusal>();
        if (members.isEmpty()) {
            refusals.add(new NoMembers());
        }
        var met = new HashSet<>(Set.of(core.id()));
        for (var member : members) {
            if (!met.add(member.id())) {
                refusals.add(new SchoolTwice(member));
            } else if (!member.countyCode().equals(core.countyCode())) {
                refusals.add(new OtherCounty(member));
            }
        }
        return List.copyOf(refusals);
    }
}
