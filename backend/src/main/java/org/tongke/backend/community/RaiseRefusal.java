package org.tongke.backend.community;

import java.util.List;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.Refusal;
import org.tongke.backend.community.programme.Goal;

/** Why a target is not raised, where more than a code must be said. */
public sealed interface RaiseRefusal extends Refusal {

    /**
     * It asks for no more than what stands: a target is never lowered (notes 二.3).
     *
     * @param path the figure that is too small
     * @param standing what must be reached already
     */
    record NotRaised(List<String> path, Goal standing) implements RaiseRefusal {
        @Override
        public ErrorCode code() {
            return ErrorCode.TARGET_NOT_RAISED;
        }

        @Override
        public List<Object> arguments() {
            return List.of(standing.newMembers(), standing.pairedSchools());
        }
    }

    /** There are fewer paired schools than the members and one core school. */
    record NoCoreSchool(int newMembers) implements RaiseRefusal {
        @Override
        public ErrorCode code() {
            return ErrorCode.TARGET_WITHOUT_CORE;
        }

        @Override
        public List<String> path() {
            return List.of("pairedSchools");
        }

        @Override
        public List<Object> arguments() {
            return List.of(newMembers + 1);
        }
    }
}
