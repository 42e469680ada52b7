package org.tongke.backend.community.programme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How a criterion is judged: the kind of function by its name in {@code standard.json}, with the numbers of the year. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "function")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.Documents.class, name = "DOCUMENTS"),
    @JsonSubTypes.Type(value = Rule.SubjectsAndLessons.class, name = "SUBJECTS_AND_LESSONS"),
    @JsonSubTypes.Type(value = Rule.ActivityCounts.class, name = "ACTIVITY_COUNTS"),
    @JsonSubTypes.Type(value = Rule.MembersCovered.class, name = "MEMBERS_COVERED"),
    @JsonSubTypes.Type(value = Rule.FreeMovement.class, name = "FREE_MOVEMENT")
})
public sealed interface Rule {

    /** What lessons and research are counted for. */
    enum CountingUnit {
        /** Once for the whole community: our reading of the notice. */
        COMMUNITY,
        /** For each pair of the core school and a member school. */
        PAIR
    }

    /** Which schools of the community must take part for an activity to count. */
    enum Between {
        /** At least two, whichever (merged: 校区间). */
        ANY_TWO,
        /** The core school and at least one member school (co-built: 核心校与成员校间). */
        CORE_AND_MEMBER
    }

    /** Documents of each kind asked for are there. */
    record Documents(List<DocumentAsked> documents) implements Rule {
        public Documents {
            documents = DocumentAsked.checked(documents);
            DocumentAsked.refuseEach(documents);
        }
    }

    /**
     * Enough lessons in enough different subjects.
     *
     * @param subjects different subjects at least
     * @param lessons kind, number and documents of the lessons
     */
    record SubjectsAndLessons(Between between, CountingUnit unit, int subjects, ActivityCount lessons)
            implements Rule {}

    /** Enough activities of each kind. */
    record ActivityCounts(Between between, CountingUnit unit, List<ActivityCount> counts) implements Rule {
        public ActivityCounts {
            counts = List.copyOf(counts);
            if (counts.stream().map(ActivityCount::activityKind).distinct().count() != counts.size()) {
                throw new IllegalArgumentException("an activity kind is counted twice");
            }
        }
    }

    /** A backbone teacher of the core school has worked at every member school. */
    record MembersCovered(List<DocumentAsked> documents) implements Rule {
        public MembersCovered {
            documents = DocumentAsked.checked(documents);
            DocumentAsked.refuseEach(documents);
        }
    }

    /**
     * Teachers move between the schools: the documents are there, and a register that says enough is as good as one.
     *
     * @param exchanges exchange periods between schools of the community with which the register is the list that is asked for
     */
    record FreeMovement(int exchanges, List<DocumentAsked> documents) implements Rule {
        public FreeMovement {
            if (exchanges < 1) {
                throw new IllegalArgumentException("an empty register is no list");
            }
            documents = DocumentAsked.checked(documents);
            DocumentAsked.refuseEach(documents);
        }
    }

    /**
     * A number of activities of one kind and the documents that prove them.
     *
     * @param activityKind code of the kind, such as {@code SYNCED_LESSON}
     * @param atLeast number needed
     */
    record ActivityCount(String activityKind, int atLeast, List<DocumentAsked> documents) {
        public ActivityCount {
            documents = DocumentAsked.checked(documents);
        }
    }
}
