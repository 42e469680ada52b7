package org.tongke.backend.replay;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teachers;
import org.tongke.backend.exchange.Suppliers;
import org.tongke.backend.support.ChildBackend;

/** The backend as a process of its own, which enters the stage when it starts: what no one may do by the API. */
final class ReplayedBackend {
    static final String CHANGES = "tongke.replay.changes";

    private final ApplicationContext app;

    private ReplayedBackend(ApplicationContext app) {
        this.app = app;
    }

    static void main(String[] arguments) {
        var stage = Stage.of(Integer.getInteger(CHANGES));
        ChildBackend.run(app -> new ReplayedBackend(app).found(stage));
    }

    /** Entering it again changes nothing. */
    private void found(Stage stage) {
        for (var platform : stage.platforms()) {
            app.getBean(Suppliers.class).put(platform.id(), platform.name());
            signIn(
                    "account-" + platform.id(),
                    platform.name(),
                    platform.token(),
                    List.of(Grant.ofSupplier(platform.id())),
                    null);
        }
        stage.groups().forEach(this::found);
        for (var reader : stage.readers()) {
            signIn(
                    reader.account(),
                    reader.teacher().name(),
                    reader.token(),
                    List.of(Grant.at(
                            Role.TEACHER, PlaceKey.school(reader.school().id()))),
                    reader.teacher().id());
        }
    }

    private void found(Stage.Group group) {
        var schools =
                group.schools().stream().map(school -> found(school, group)).toList();
        app.getBean(Communities.class)
                .put(
                        group.id(),
                        group.name(),
                        Mode.CO_BUILT,
                        schools.getFirst(),
                        schools.subList(1, schools.size()),
                        Set.of(),
                        Origin.system("test"));
        signIn(
                "clerk-" + group.id(),
                "教务处",
                Stage.clerkOf(group),
                schools.stream()
                        .map(school -> Grant.at(Role.CLERK, school.key()))
                        .toList(),
                null);
    }

    private School found(Stage.School school, Stage.Group group) {
        var entered = app.getBean(Schools.class)
                .put(school.id(), school.name(), SchoolArea.TOWN, group.county().code());
        school.teachers()
                .forEach(teacher ->
                        app.getBean(Teachers.class).put(teacher.id(), teacher.name(), entered, "MATHEMATICS", null));
        return entered;
    }

    private void signIn(String id, String name, String token, List<Grant> grants, @Nullable String teacher) {
        app.getBean(Accounts.class).put(id, name, id, null, grants, teacher);
        app.getBean(Tokens.class).putKnown(token, id, TokenKind.DEVELOPER, name);
    }
}
