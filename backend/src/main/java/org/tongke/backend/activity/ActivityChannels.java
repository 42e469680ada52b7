package org.tongke.backend.activity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.community.Community;

/** Which channels an activity belongs to. */
final class ActivityChannels {

    private ActivityChannels() {}

    /** Its community, its schools and their classes, its teachers as far as they are known, its series, its subject in the county. */
    static Set<String> of(
            String communityId,
            String countyCode,
            @Nullable String subjectCode,
            List<ActivitySchool> schools,
            List<ActivityTeacher> teachers,
            ActivityDetails details) {
        var channels = new LinkedHashSet<String>();
        channels.add(Community.channelOf(communityId));
        for (var school : schools) {
            channels.add(PlaceKey.school(school.schoolId()).value());
            if (school.className() != null) {
                channels.add(ChannelKey.ofClass(school.schoolId(), school.className())
                        .value());
            }
        }
        for (var teacher : teachers) {
            if (teacher.teacherId() != null) {
                channels.add(ChannelKey.ofTeacher(teacher.teacherId()).value());
            }
        }
        if (details.series() != null) {
            channels.add(ChannelKey.ofSeries(details.series()).value());
        }
        if (subjectCode != null) {
            channels.add(ChannelKey.ofSubject(subjectCode, countyCode).value());
        }
        return channels;
    }
}
