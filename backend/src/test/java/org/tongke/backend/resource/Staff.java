package org.tongke.backend.resource;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.RefusedException;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.page.Edge;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.community.Community;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.support.Person;
import org.tongke.backend.support.Upload;
import org.tongke.backend.support.World;

/** Two communities of a county and one of another county, and people of each who share. */
final class Staff {
    static final String COUNTY = "331102";
    private static final String COUNTY_AWAY = "331121";

    final World world;
    final Community here;
    final Community next;
    final Community away;
    final Person teacher;
    final Person colleague;
    final Person clerk;
    final Person ofNext;
    final Person ofAway;
    final Person officer;
    final Person officerAway;
    private final ApplicationContext app;

    private Staff(ApplicationContext app, String county) {
        this.app = app;
        world = World.in(app);
        here = world.community(world.school(county), world.schools(county, 1));
        next = world.community(world.school(county), world.schools(county, 1));
        away = world.community(world.school(COUNTY_AWAY), world.schools(COUNTY_AWAY, 1));
        teacher = world.person(Role.TEACHER, PlaceKey.school(here.coreId()));
        colleague = world.person(Role.TEACHER, PlaceKey.school(here.memberIds().getFirst()));
        clerk = world.person(Role.CLERK, PlaceKey.school(here.coreId()));
        ofNext = world.person(Role.TEACHER, PlaceKey.school(next.coreId()));
        ofAway = world.person(Role.TEACHER, PlaceKey.school(away.coreId()));
        officer = world.person(Role.COUNTY_OFFICER, PlaceKey.region(county));
        officerAway = world.person(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY_AWAY));
    }

    static Staff in(ApplicationContext app) {
        return in(app, COUNTY);
    }

    /** The same in another county, for who counts what the whole county sees. */
    static Staff in(ApplicationContext app, String county) {
        return new Staff(app, county);
    }

    static GroupsSaid with(Community... communities) {
        return new GroupsSaid(List.of(communities).stream().map(Community::id).toList(), false);
    }

    static GroupsSaid county() {
        return new GroupsSaid(List.of(), true);
    }

    static ContentSaid link(String url) {
        return new ContentSaid(Optional.empty(), Optional.of(new ResourceContent.Link(url, false)));
    }

    static ContentSaid file(Upload upload) {
        return file("二次函数.pdf", upload.mediaType(), upload.bytes().length, upload.sha256());
    }

    static ContentSaid file(String name, String mediaType, long sizeBytes, String sha256) {
        return new ContentSaid(Optional.of(new FileSaid(name, mediaType, sizeBytes, sha256)), Optional.empty());
    }

    static FactsSaid facts(String title, String subject, String grade) {
        return new FactsSaid(title, null, subject, List.of(grade), SchoolStage.JUNIOR, Licence.CC_BY_NC);
    }

    Scope scope(String field, Person person) {
        return app.getBean(WhoMay.class).permission(field, person.viewer()).scope();
    }

    Sharing sharing() {
        return app.getBean(Sharing.class);
    }

    Shared share(Person person, UUID id, GroupsSaid groups, ContentSaid content) {
        return share(person, id, World.factsOf("二次函数的图像"), groups, content);
    }

    Shared share(Person person, UUID id, FactsSaid facts, GroupsSaid groups, ContentSaid content) {
        return sharing()
                .share(
                        id,
                        World.schoolOf(person),
                        facts,
                        groups,
                        content,
                        person.viewer(),
                        scope("Mutation.shareResource", person));
    }

    Resource withdraw(Person person, Resource resource, long revision) {
        return sharing()
                .withdraw(resource.id(), revision, "有错", person.viewer(), scope("Mutation.withdrawResource", person));
    }

    Optional<Resource> find(Person person, Resource resource) {
        return app.getBean(Resources.class).find(resource.id(), person.viewer(), scope("Node.Resource", person));
    }

    boolean sees(Person person, Resource resource) {
        return find(person, resource).isPresent();
    }

    List<String> titles(Person person, ResourceFilter filter, ResourceOrder order) {
        return app
                .getBean(Resources.class)
                .list(
                        filter,
                        order,
                        new PageRequest(100, Optional.empty()),
                        person.viewer(),
                        scope("Query.resources", person))
                .edges()
                .stream()
                .map(Edge::node)
                .map(resource -> resource.facts().title())
                .toList();
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
