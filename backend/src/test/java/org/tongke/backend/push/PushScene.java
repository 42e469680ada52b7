package org.tongke.backend.push;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.page.Edge;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.resource.Resource;
import org.tongke.backend.resource.ResourceUse;
import org.tongke.backend.resource.Resources;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.PushSample;
import org.tongke.backend.support.World;

/** A resource centre of a county, whose schools are the tests' own, and people of two of them. */
final class PushScene {
    final World world;
    final PushSample centre;
    final Person staff;
    final Person staffAway;
    /** A core school in a town and a member in the country. */
    final Community community;

    final Teacher mathematician;
    /** Of the core school, teaches mathematics. */
    final Person teacher;

    final Person clerk;
    final Person member;
    final Person away;
    private final ApplicationContext app;

    private PushScene(ApplicationContext app, String county) {
        this.app = app;
        world = World.in(app);
        var country = app.getBean(Schools.class)
                .put("push-" + UUID.randomUUID(), "山村小学" + UUID.randomUUID(), SchoolArea.RURAL, county);
        community = world.community(world.school(county), List.of(country));
        var core = world.schoolsOf(community).getFirst();
        mathematician = world.teacher(core, "陈老师");
        staff = world.person(Role.RESOURCE_CENTRE, PlaceKey.region(county));
        staffAway = world.person(Role.RESOURCE_CENTRE, PlaceKey.region("331125"));
        centre = new PushSample(app, staff);
        teacher = taught(world.person(Role.TEACHER, core.key()), mathematician);
        clerk = world.person(Role.CLERK, core.key());
        member = world.person(Role.TEACHER, country.key());
        away = world.person(Role.TEACHER, world.school("331125").key());
    }

    static PushScene in(ApplicationContext app, String county) {
        return new PushScene(app, county);
    }

    private static Person taught(Person person, Teacher teacher) {
        var viewer = person.viewer();
        return new Person(new Viewer(viewer.account(), viewer.name(), viewer.grants(), teacher.id()), person.token());
    }

    static RuleSaid areas(SchoolArea... areas) {
        return new RuleSaid(List.of(), List.of(areas), List.of(), List.of(), List.of(), List.of());
    }

    static RuleSaid subjects(String... subjects) {
        return new RuleSaid(List.of(), List.of(), List.of(), List.of(subjects), List.of(), List.of());
    }

    Pushing pushing() {
        return app.getBean(Pushing.class);
    }

    Scope scope(String field, Person person) {
        return app.getBean(WhoMay.class).permission(field, person.viewer()).scope();
    }

    Push recall(Push push, long revision) {
        return pushing().recall(push.id(), revision, "内容有误", staff.viewer(), scope("Mutation.recallPush", staff));
    }

    Push remind(Push push, UUID id) {
        return pushing().remind(id, push.id(), staff.viewer(), scope("Mutation.remindPush", staff));
    }

    void open(Person person, Resource resource) {
        app.getBean(ResourceUse.class)
                .open(resource.id(), Optional.empty(), person.viewer(), scope("Mutation.openResource", person));
    }

    boolean sees(Person person, Resource resource) {
        return app.getBean(Resources.class)
                .find(resource.id(), person.viewer(), scope("Node.Resource", person))
                .isPresent();
    }

    /** Of a resource, what somebody has in the list of what was given. */
    Optional<Received> received(Person person, Resource resource) {
        return app
                .getBean(ReceivedPushes.class)
                .list(false, new PageRequest(100, Optional.empty()), person.viewer(), scope("Query.myPushes", person))
                .edges()
                .stream()
                .map(Edge::node)
                .filter(one -> one.push().said().resourceId().equals(resource.id()))
                .findFirst();
    }

    int unread(Person person) {
        return app.getBean(ReceivedPushes.class).countUnread(person.viewer(), scope("Query.unreadPushCount", person));
    }

    List<Receipt> receipts(Push push, @Nullable ReceiptFilter filter) {
        return app
                .getBean(Pushes.class)
                .receipts(push, Optional.ofNullable(filter), new PageRequest(100, Optional.empty()))
                .edges()
                .stream()
                .map(Edge::node)
                .toList();
    }

    List<String> schools(Push push, @Nullable ReceiptFilter filter) {
        return receipts(push, filter).stream().map(Receipt::schoolId).toList();
    }

    PushCounts counts(Push push) {
        return Objects.requireNonNull(
                app.getBean(Pushes.class).count(List.of(push)).get(push.id()));
    }

    /** What is refused, as a page shows it. */
    String refusal(Runnable command) {
        try {
            command.run();
            return "done";
        } catch (RefusedException refused) {
            return app.getBean(Texts.class).userErrors(refused.refusals(), Locale.SIMPLIFIED_CHINESE).stream()
                    .map(error -> error.code() + " " + String.join(".", error.path()))
                    .collect(Collectors.joining("\n"));
        }
    }
}
