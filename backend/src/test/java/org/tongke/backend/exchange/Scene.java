package org.tongke.backend.exchange;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.base.mongo.Origin;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.community.Communities;
import org.tongke.backend.community.Community;
import org.tongke.backend.community.programme.Mode;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Schools, communities and suppliers of one test. What other tests left is not seen: in the store every name carries the scene's
 * mark, which is not printed.
 */
public final class Scene {
    /** County of schools, unless said otherwise. */
    public static final String COUNTY = "330382";

    private final ApplicationContext application;
    private final String mark;
    private final Map<String, School> schools = new HashMap<>();

    private Scene(ApplicationContext application, String mark) {
        this.application = application;
        this.mark = mark;
    }

    /** A new scene, in which 城关一小 and 山村小学 are the community 城关. */
    public static Scene in(ApplicationContext application) {
        return empty(application).community("城关", "城关一小", "山村小学");
    }

    /** A new scene without anything. */
    public static Scene empty(ApplicationContext application) {
        return named(application, UUID.randomUUID().toString().substring(0, 8));
    }

    /** A scene that several processes enter. */
    static Scene named(ApplicationContext application, String name) {
        return new Scene(application, "#" + name);
    }

    /** Enters a school of the county. */
    public Scene school(String name) {
        return school(name, COUNTY);
    }

    /** Enters a school. */
    public Scene school(String name, String countyCode) {
        var id = countyCode + "-" + name + mark;
        schools.put(name, bean(Schools.class).put(id, marked(name), SchoolArea.TOWN, countyCode));
        return this;
    }

    /** Enters a community of schools, which are entered as well where they are not there; the first is its core school. */
    public Scene community(String name, String... schoolNames) {
        Stream.of(schoolNames).filter(school -> !schools.containsKey(school)).forEach(this::school);
        var all = Stream.of(schoolNames).map(this::schoolNamed).toList();
        bean(Communities.class)
                .put(
                        name + mark,
                        marked(name),
                        Mode.CO_BUILT,
                        all.getFirst(),
                        all.subList(1, all.size()),
                        Set.of(),
                        Origin.system("test"));
        return this;
    }

    /** Enters a teacher of a school; his or her id is the name. */
    public Teacher teacher(String name, String schoolName, @Nullable String number) {
        return teacher(name, name, schoolName, number);
    }

    /** Enters a teacher of a school, by an id. */
    public Teacher teacher(String id, String name, String schoolName, @Nullable String number) {
        return bean(Teachers.class)
                .put(id + mark, name, schoolNamed(schoolName), "MATHEMATICS", number == null ? null : number + mark);
    }

    /** Somebody at a school who is a teacher of the directory. */
    public Viewer as(Teacher teacher) {
        return new Viewer(
                "account-" + teacher.id(),
                teacher.name(),
                List.of(Grant.at(Role.TEACHER, PlaceKey.school(teacher.schoolId()))),
                teacher.id());
    }

    /** Gives a school another name. */
    public Scene rename(String name, String newName) {
        var school = schoolNamed(name);
        bean(Schools.class).put(school.id(), marked(newName), school.area(), school.countyCode());
        return this;
    }

    /** A school by its name here. */
    public School schoolNamed(String name) {
        var school = schools.get(name);
        if (school == null) {
            throw new IllegalArgumentException("no school " + name);
        }
        return school;
    }

    /** A community by its name here. */
    public Community communityNamed(String name) {
        return bean(Communities.class).find(name + mark, Scope.EVERYWHERE).orElseThrow();
    }

    /** A supplier's platform. */
    public Platform platform(String name) {
        bean(Suppliers.class).put(idOf(name), name);
        return new Platform(this, idOf(name));
    }

    /** Somebody at a school. */
    public Viewer at(String schoolName, Role role) {
        return new Viewer(
                role + mark,
                "林老师",
                List.of(Grant.at(role, schoolNamed(schoolName).key())));
    }

    /** Asks the API in a language as somebody. */
    public JsonNode ask(Viewer viewer, String language, String document, Map<String, ?> variables) {
        var json = bean(JsonMapper.class);
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Authorization", "Bearer " + tokenOf(viewer))
                .header("Content-Type", "application/json")
                .header("Accept-Language", language)
                .POST(BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("query", document, "variables", variables))))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return json.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private String tokenOf(Viewer viewer) {
        var account = viewer.requireAccount();
        bean(Accounts.class).put(account, viewer.name(), account, null, viewer.grants(), viewer.teacher());
        return bean(Tokens.class).issue(account, TokenKind.DEVELOPER);
    }

    /** A name as it stands in the store. */
    public String marked(String name) {
        return name + mark;
    }

    /** A text without the marks. */
    public String unmarked(String text) {
        return text.replace(mark, "");
    }

    /** A document as it is stored. */
    public Document stored(String collection, String id) {
        var found = bean(MongoDatabase.class)
                .getCollection(collection)
                .find(Filters.eq("_id", id))
                .first();
        if (found == null) {
            throw new IllegalArgumentException("nothing in " + collection + " with id " + id);
        }
        return found;
    }

    Activities activities() {
        return bean(Activities.class);
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    private String idOf(String supplier) {
        return supplier + mark;
    }
}
