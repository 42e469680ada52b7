package org.tongke.backend.timetable;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.activity.Activity;
import org.tongke.backend.activity.ChannelKey;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teachers;

/**
 * The channels behind their keys ({@link ChannelKey}), which stand in {@code channels} of activities. Everybody signed in may see
 * every channel.
 */
@Component
class Channels {
    private static final List<ChannelKey.Kind> ORDER = List.of(
            ChannelKey.Kind.COMMUNITY,
            ChannelKey.Kind.SERIES,
            ChannelKey.Kind.SUBJECT,
            ChannelKey.Kind.TEACHER,
            ChannelKey.Kind.SCHOOL,
            ChannelKey.Kind.CLASS);

    private final Communities communities;
    private final Schools schools;
    private final Teachers teachers;
    private final Activities activities;
    private final Subjects subjects;
    private final Regions regions;

    Channels(
            Communities communities,
            Schools schools,
            Teachers teachers,
            Activities activities,
            Subjects subjects,
            Regions regions) {
        this.communities = communities;
        this.schools = schools;
        this.teachers = teachers;
        this.activities = activities;
        this.subjects = subjects;
        this.regions = regions;
    }

    /** The key of what a client names; empty if it names nothing that can be followed. */
    static Optional<String> findKey(String globalId) {
        return GlobalId.decode(globalId).flatMap(ChannelKey::find).map(ChannelKey::value);
    }

    /** The channel with a key. At most one round trip. */
    Optional<Channel> find(String key) {
        return Optional.ofNullable(findAll(List.of(key)).get(key));
    }

    /** Channels by key; those that are not there are missing. At most one round trip for communities, schools, teachers and series each. */
    Map<String, Channel> findAll(Collection<String> keys) {
        var asked = keys.stream()
                .flatMap(key -> ChannelKey.find(key).stream())
                .distinct()
                .collect(Collectors.groupingBy(ChannelKey::kind));
        var found = new HashMap<String, Channel>();
        var communityIds = raws(asked.get(ChannelKey.Kind.COMMUNITY));
        if (!communityIds.isEmpty()) {
            communities
                    .findAll(communityIds, Scope.EVERYWHERE)
                    .values()
                    .forEach(community ->
                            found.put(community.channel(), channel(community.globalId(), community.name())));
        }
        findSchoolsAndClasses(asked, found);
        for (var teacher : teachers.findAll(raws(asked.get(ChannelKey.Kind.TEACHER)), Scope.EVERYWHERE)
                .values()) {
            found.put(ChannelKey.ofTeacher(teacher.id()).value(), channel(teacher.globalId(), teacher.name()));
        }
        for (var series :
                activities.findSeries(raws(asked.get(ChannelKey.Kind.SERIES))).values()) {
            found.put(ChannelKey.ofSeries(series).value(), channel(series.globalId(), series.name()));
        }
        asked.getOrDefault(ChannelKey.Kind.SUBJECT, List.of())
                .forEach(key -> subjectInCounty(key).ifPresent(channel -> found.put(key.value(), channel)));
        return found;
    }

    private void findSchoolsAndClasses(Map<ChannelKey.Kind, List<ChannelKey>> asked, Map<String, Channel> found) {
        var classes = asked.getOrDefault(ChannelKey.Kind.CLASS, List.of());
        var ids = new HashSet<>(raws(asked.get(ChannelKey.Kind.SCHOOL)));
        classes.forEach(key -> ids.add(key.owner()));
        if (ids.isEmpty()) {
            return;
        }
        var known = schools.findAll(ids, Scope.EVERYWHERE);
        known.values().forEach(school -> found.put(school.key().value(), channel(school.globalId(), school.name())));
        for (var key : classes) {
            Optional.ofNullable(known.get(key.owner()))
                    .map(School::name)
                    .ifPresent(name -> found.put(key.value(), channel(key.globalId(), name + " " + key.rest())));
        }
    }

    private Optional<Channel> subjectInCounty(ChannelKey key) {
        return subjects.find(key.owner())
                .filter(subject -> subject.code().equals(key.owner()))
                .flatMap(subject -> regions.find(key.rest())
                        .map(Region::name)
                        .map(county -> new Channel(key.globalId().encode(), county, subject.code())));
    }

    /**
     * Channels by key, where most of them are named in activities already: a round trip is made only for what an activity left
     * for good.
     */
    Map<String, Channel> findAll(Collection<String> keys, Collection<Activity> namedIn) {
        var missing = new HashSet<>(keys);
        var found = new HashMap<String, Channel>();
        for (var activity : namedIn) {
            if (missing.remove(Community.channelOf(activity.communityId()))) {
                found.put(
                        Community.channelOf(activity.communityId()),
                        channel(new GlobalId("Community", activity.communityId()), activity.communityName()));
            }
            for (var school : activity.schools()) {
                var key = PlaceKey.school(school.schoolId()).value();
                if (missing.remove(key)) {
                    found.put(key, channel(new GlobalId("School", school.schoolId()), school.name()));
                }
                var className = school.className();
                if (className != null) {
                    var ofClass = ChannelKey.ofClass(school.schoolId(), className);
                    if (missing.remove(ofClass.value())) {
                        found.put(ofClass.value(), channel(ofClass.globalId(), school.name() + " " + className));
                    }
                }
            }
            for (var teacher : activity.teachers()) {
                if (teacher.teacherId() != null) {
                    var ofTeacher = ChannelKey.ofTeacher(teacher.teacherId());
                    if (missing.remove(ofTeacher.value())) {
                        found.put(ofTeacher.value(), channel(ofTeacher.globalId(), teacher.name()));
                    }
                }
            }
            var series = activity.series();
            if (series != null && missing.remove(ChannelKey.ofSeries(series).value())) {
                found.put(ChannelKey.ofSeries(series).value(), channel(series.globalId(), series.name()));
            }
        }
        found.putAll(findAll(missing));
        return found;
    }

    /** What of each activity can be followed, in the order in which a person would look for it. No round trip: activities name their channels. */
    Map<Activity, List<Channel>> findEach(Collection<Activity> ofActivities) {
        var keys = new HashSet<String>();
        ofActivities.forEach(activity -> keys.addAll(activity.channels()));
        var named = findAll(keys, ofActivities);
        return ofActivities.stream()
                .distinct()
                .collect(Collectors.toMap(activity -> activity, activity -> inOrder(activity.channels(), named)));
    }

    private static List<Channel> inOrder(Collection<String> keys, Map<String, Channel> named) {
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(named.get(key)).map(channel -> Map.entry(key, channel)).stream())
                .sorted(Comparator.comparingInt((Map.Entry<String, Channel> one) -> rank(one.getKey()))
                        .thenComparing(one -> one.getValue().name()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static int rank(String key) {
        return ChannelKey.find(key).map(ChannelKey::kind).map(ORDER::indexOf).orElse(ORDER.size());
    }

    private static List<String> raws(@Nullable List<ChannelKey> keys) {
        return keys == null ? List.of() : keys.stream().map(ChannelKey::raw).toList();
    }

    private static Channel channel(GlobalId id, String name) {
        return new Channel(id.encode(), name, null);
    }
}
