package org.tongke.bench;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.bson.Document;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.timetable.Timetables;
import org.tongke.backend.timetable.Week;

/** A teacher's week, with some channels followed. */
final class MyWeek {

    private static final int TEACHERS = 20;

    private final Province province;
    private final ApplicationContext backend;
    private final MongoDatabase database;

    MyWeek(Province province, ApplicationContext backend) {
        this.province = province;
        this.backend = backend;
        database = backend.getBean(MongoDatabase.class);
    }

    /** @param channels how many communities are followed */
    HotPath following(int channels) {
        var timetables = backend.getBean(Timetables.class);
        var teachers = teachers(channels);
        return new HotPath(
                "my week, %d channels".formatted(channels),
                call -> timetables
                        .week(teacher(teachers, call), Optional.of(day(call)))
                        .entries()
                        .size(),
                call -> bare(teacher(teachers, call).requireAccount(), day(call)));
    }

    /** Teachers who follow communities of the whole province, chosen by chance. */
    List<Viewer> teachers(int channels) {
        var timetables = backend.getBean(Timetables.class);
        var communities = province.communities();
        var chance = new Random(channels);
        var teachers = new ArrayList<Viewer>();
        for (int number = 0; number < TEACHERS; number++) {
            var id = "bench-teacher-%d-%d-%d".formatted(communities.size(), channels, number);
            var followed = chance.ints(0, communities.size())
                    .distinct()
                    .limit(channels)
                    .mapToObj(communities::get)
                    .toList();
            // a teacher follows first of all what happens at home
            var home = followed.getFirst().schoolIds().getLast();
            var grants = List.of(Grant.at(Role.TEACHER, PlaceKey.school(home)));
            var teacher = backend.getBean(Accounts.class)
                    .put(id, "教师", id, null, grants)
                    .asViewer();
            for (var own : timetables.channels(teacher)) {
                timetables.unfollow(teacher, own.id());
            }
            followed.forEach(one -> timetables.follow(teacher, one.globalId().encode()));
            teachers.add(teacher);
        }
        return teachers;
    }

    private static Viewer teacher(List<Viewer> teachers, int call) {
        return teachers.get(call % teachers.size());
    }

    static LocalDate day(int call) {
        return Province.FIRST_MONDAY.plusWeeks(call * 7L % Province.WEEKS);
    }

    private int bare(String account, LocalDate monday) {
        var timetable = Objects.requireNonNull(
                database.getCollection("timetables").find(Filters.eq(account)).first());
        var channels = timetable.getList("channels", String.class);
        var from = Date.from(monday.atStartOfDay(Province.ZONE).toInstant());
        var until = Date.from(monday.plusDays(7).atStartOfDay(Province.ZONE).toInstant());
        var begins = Filters.and(Filters.gte("startsAt", from), Filters.lt("startsAt", until));
        return database.getCollection("activities")
                .find(Filters.or(
                        Filters.and(Filters.in("channels", channels), begins),
                        Filters.elemMatch("vacated", Filters.and(Filters.in("channel", channels), begins))))
                .sort(Sorts.ascending("startsAt", "_id"))
                .limit(Week.MOST_ENTRIES)
                .batchSize(Week.MOST_ENTRIES + 1)
                .into(new ArrayList<Document>())
                .size();
    }
}
