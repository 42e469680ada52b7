package org.tongke.backend.journey;

import static org.tongke.backend.exchange.Row.lesson;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.activity.ActivityKey;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.School;
import org.tongke.backend.exchange.Batches;
import org.tongke.backend.exchange.Quarantine;
import org.tongke.backend.exchange.Row;
import org.tongke.backend.support.Api;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;

/**
 * Both journeys in a world of their own, request by request: a batch that moves a lesson, who attended, then a photo of it, then a text that says
 * that it is a photo. Clients remember what they were answered, and repeat what got no answer.
 */
final class BothJourneys {
    private static final String COUNTY = "330382";
    private static final String UNKNOWN = "无名小学";
    private static final UUID BATCH = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final World world;
    private final Stores stores;
    private final Community community;
    private final Community other;
    private final String[] schools;
    private final String[] otherSchools;
    private final Person platform;
    private final Person clerk;
    private final Person teacher;
    private final Sending photo;
    private final Sending text;
    private final List<Request> requests;
    private int answered;

    /**
     * A request.
     *
     * @param name what it does
     */
    private record Request(String name, Consumer<Api> send) {}

    /** A file on its way: its sender keeps the form until the end. */
    private final class Sending {
        private final UUID id = UUID.randomUUID();
        private final Upload upload;
        private Caller.@Nullable Ticket ticket;

        Sending(Upload upload) {
            this.upload = upload;
        }

        void ask(Api api) {
            ticket = Caller.of(api, clerk).ticket(id, community, upload);
        }

        void post() {
            if (!Caller.posts(Objects.requireNonNull(ticket), upload.bytes())) {
                throw new IllegalStateException("the bucket refuses what the ticket allows");
            }
        }

        void confirm(Api api) {
            Caller.of(api, clerk).confirms(Objects.requireNonNull(ticket));
        }
    }

    private BothJourneys(ApplicationContext app, Stores stores, Api api) {
        this.stores = stores;
        world = World.in(app);
        community = community();
        other = community();
        schools = namesOf(community);
        otherSchools = namesOf(other);
        platform = world.platformOf(world.supplierOfLessons());
        clerk = world.person(Role.CLERK, PlaceKey.school(community.coreId()));
        teacher =
                world.person(Role.TEACHER, PlaceKey.school(world.school(COUNTY).id()));
        Caller.of(api, teacher).follow(community);
        Caller.of(api, teacher).follow(other);
        Caller.of(api, platform)
                .reports(
                        row("L1"),
                        row("L2").schools(UNKNOWN),
                        row("L3").at("2021-03-10 14:00"),
                        row("L4").at("2021-03-11 10:20"));
        // all that is reported is over already, and counts when a school says that it took place
        Caller.of(api, clerk).attends(community);
        var lesson = Caller.of(api, clerk).activityId(community, "L1");
        photo = new Sending(Upload.photo(lesson));
        text = new Sending(new Upload(
                "2.1", Optional.of(lesson), "image/jpeg", "这不是照片".repeat(100).getBytes(StandardCharsets.UTF_8)));
        requests = List.of(
                new Request("report", this::report),
                new Request("record attendance", on -> Caller.of(on, clerk).attends(community)),
                new Request("ask for photo", photo::ask),
                new Request("post photo", any -> photo.post()),
                new Request("confirm photo", photo::confirm),
                new Request("ask for text", text::ask),
                new Request("post text", any -> text.post()),
                new Request("confirm text", text::confirm));
    }

    /** A world in which two communities are followed, three lessons stand in the timetable and one is kept aside. */
    static BothJourneys begin(ApplicationContext app, Stores stores, Api api) {
        return new BothJourneys(app, stores, api);
    }

    private Community community() {
        return world.community(world.school(COUNTY), List.of(world.school(COUNTY)));
    }

    private String[] namesOf(Community of) {
        return world.schoolsOf(of).stream().map(School::name).toArray(String[]::new);
    }

    private Row row(String id) {
        return lesson(id).title(id).schools(schools);
    }

    private void report(Api api) {
        Caller.of(api, platform)
                .reports(
                        BATCH,
                        List.of(
                                row("L1").revision(2).at("2021-03-12 08:00"),
                                row("L2").revision(2),
                                row("L3").schools(otherSchools).revision(2).at("2021-03-11 14:00"),
                                row("L5").title(5),
                                row("L6").schools(UNKNOWN),
                                row("L7").at("2021-03-09 09:00")));
    }

    /**
     * Sends what has not been answered yet, one request after the other.
     *
     * @return what got no answer, because the backend is gone; nothing if all was answered
     */
    String goOn(Api api) {
        while (answered < requests.size()) {
            var request = requests.get(answered);
            try {
                request.send.accept(api);
            } catch (UncheckedIOException gone) {
                return request.name;
            }
            answered++;
        }
        return "";
    }

    /** How everything stands now, line by line. */
    String state(ApplicationContext app, Api api) {
        var clerkNow = Caller.of(api, clerk);
        return String.join(
                "\n",
                Caller.of(api, teacher).week("2021-03-08"),
                "activities",
                clerkNow.activities(community),
                Caller.of(api, teacher).activities(other),
                "aside "
                        + Stream.of("L2", "L5", "L6")
                                .filter(id -> isAside(app, id))
                                .toList(),
                "batch " + isKept(app),
                "evidence " + clerkNow.evidence(community),
                "progress " + clerkNow.progress(community, "2.1"),
                "bucket " + BucketKeys.of(stores, community));
    }

    private boolean isAside(ApplicationContext app, String id) {
        return app.getBean(Quarantine.class)
                .find(new ActivityKey(world.supplierOfLessons().id(), id))
                .isPresent();
    }

    private String isKept(ApplicationContext app) {
        return app.getBean(Batches.class)
                .find(world.supplierOfLessons().id(), BATCH)
                .map(batch -> batch.refused().size() + " refused")
                .orElse("lost");
    }
}
