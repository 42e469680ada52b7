package org.tongke.frontend.directory;

import com.netflix.graphql.dgs.client.codegen.GraphQLQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.Question;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.EditTeacherGraphQLQuery;
import org.tongke.frontend.contract.client.EditTeacherProjectionRoot;
import org.tongke.frontend.contract.client.LeaveTeacherGraphQLQuery;
import org.tongke.frontend.contract.client.LeaveTeacherProjectionRoot;
import org.tongke.frontend.contract.client.MoveTeacherGraphQLQuery;
import org.tongke.frontend.contract.client.MoveTeacherProjectionRoot;
import org.tongke.frontend.contract.client.NodeGraphQLQuery;
import org.tongke.frontend.contract.client.NodeProjectionRoot;
import org.tongke.frontend.contract.client.PutTeacherGraphQLQuery;
import org.tongke.frontend.contract.client.PutTeacherProjectionRoot;
import org.tongke.frontend.contract.client.SubjectsGraphQLQuery;
import org.tongke.frontend.contract.client.SubjectsProjectionRoot;
import org.tongke.frontend.contract.client.TeacherCountGraphQLQuery;
import org.tongke.frontend.contract.client.TeachersGraphQLQuery;
import org.tongke.frontend.contract.client.TeachersProjectionRoot;
import org.tongke.frontend.contract.types.EditTeacherInput;
import org.tongke.frontend.contract.types.EditTeacherPayload;
import org.tongke.frontend.contract.types.LeaveTeacherInput;
import org.tongke.frontend.contract.types.LeaveTeacherPayload;
import org.tongke.frontend.contract.types.MoveTeacherInput;
import org.tongke.frontend.contract.types.MoveTeacherPayload;
import org.tongke.frontend.contract.types.Node;
import org.tongke.frontend.contract.types.PutTeacherInput;
import org.tongke.frontend.contract.types.PutTeacherPayload;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.Subject;
import org.tongke.frontend.contract.types.Teacher;
import org.tongke.frontend.contract.types.TeacherConnection;
import org.tongke.frontend.contract.types.TeacherEdge;
import org.tongke.frontend.directory.KeysetWindow.Page;

/** The teachers, as the caller may see and edit them. Commands throw {@link RefusedException}. */
@Component
public class Teachers {
    private final Backend backend;
    private final Regions regions;

    public Teachers(Backend backend, Regions regions) {
        this.backend = backend;
        this.regions = regions;
    }

    /** The first page of a list, and how long it is, in one request. */
    record Found(Page<Teacher> first, int count) {}

    Found find(TeacherSearch search) {
        var answer = backend.ask(page(search, null), count(search));
        return new Found(
                pageOf(answer.get("teachers", TeacherConnection.class)), answer.get("teacherCount", Integer.class));
    }

    Page<Teacher> findMore(TeacherSearch search, @Nullable String after) {
        return pageOf(backend.ask(page(search, after)).get("teachers", TeacherConnection.class));
    }

    private static Page<Teacher> pageOf(TeacherConnection found) {
        var info = found.getPageInfo();
        return new Page<>(
                found.getEdges().stream().map(TeacherEdge::getNode).toList(),
                info.getHasNextPage() ? info.getEndCursor() : null);
    }

    /** Where the page after that behind a cursor begins; null if there is none. */
    @Nullable
    String findNext(TeacherSearch search, @Nullable String after) {
        var wanted = new TeachersProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var info = backend.get(query(search, after), wanted, TeacherConnection.class)
                .getPageInfo();
        return info.getHasNextPage() ? info.getEndCursor() : null;
    }

    private Question page(TeacherSearch search, @Nullable String after) {
        var wanted = new TeachersProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var teacher = wanted.edges().node().id().name().numberEnd().leftOn().revision();
        teacher.subject().code().name();
        teacher.school().id().name().viewerCanEditTeachers().county().name();
        return new Question("teachers", query(search, after), wanted);
    }

    private GraphQLQuery query(TeacherSearch search, @Nullable String after) {
        var query = TeachersGraphQLQuery.newRequest()
                .placeId(place(search))
                .name(search.words())
                .subject(search.subject())
                .left(search.left())
                .first(KeysetWindow.PAGE);
        return (after == null ? query : query.after(after)).build();
    }

    private Question count(TeacherSearch search) {
        var query = TeacherCountGraphQLQuery.newRequest()
                .placeId(place(search))
                .name(search.words())
                .subject(search.subject())
                .left(search.left())
                .build();
        return new Question("teacherCount", query, null);
    }

    private @Nullable String place(TeacherSearch search) {
        return Optional.ofNullable(search.school())
                .or(() -> Optional.ofNullable(search.region())
                        .flatMap(regions::find)
                        .map(RegionItem::id))
                .orElse(null);
    }

    List<Subject> listSubjects() {
        var wanted = new SubjectsProjectionRoot<>();
        wanted.code().name();
        return backend.list(SubjectsGraphQLQuery.newRequest().build(), wanted, Subject.class);
    }

    /** The school with an id; empty if there is none. */
    Optional<School> findSchool(String id) {
        var wanted = new NodeProjectionRoot<>();
        wanted.__typename();
        wanted.onSchool().id().name();
        return backend.find(NodeGraphQLQuery.newRequest().id(id).build(), wanted, Node.class)
                .filter(School.class::isInstance)
                .map(School.class::cast);
    }

    void put(UUID id, String schoolId, String name, @Nullable String subject, String number) {
        var wanted = new PutTeacherProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = PutTeacherInput.newBuilder()
                .id(id)
                .schoolId(schoolId)
                .name(name)
                .subject(subject)
                .number(number)
                .build();
        RefusedException.throwIfAny(
                backend.get(PutTeacherGraphQLQuery.newRequest().input(input).build(), wanted, PutTeacherPayload.class)
                        .getErrors());
    }

    /**
     * Says otherwise who a teacher is.
     *
     * @param number null to keep the one that is there
     * @return the teacher's id and revision now
     */
    Teacher edit(Teacher teacher, String name, @Nullable String subject, @Nullable String number) {
        var wanted = new EditTeacherProjectionRoot<>();
        wanted.teacher().id().revision();
        wanted.errors().path().message().code();
        var input = EditTeacherInput.newBuilder()
                .teacherId(teacher.getId())
                .expectedRevision(teacher.getRevision())
                .name(name)
                .subject(subject)
                .number(number)
                .build();
        var payload = backend.get(
                EditTeacherGraphQLQuery.newRequest().input(input).build(), wanted, EditTeacherPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getTeacher();
    }

    Teacher move(Teacher teacher, String schoolId) {
        var wanted = new MoveTeacherProjectionRoot<>();
        wanted.teacher().id().revision();
        wanted.errors().path().message().code();
        var input = MoveTeacherInput.newBuilder()
                .teacherId(teacher.getId())
                .expectedRevision(teacher.getRevision())
                .schoolId(schoolId)
                .build();
        var payload = backend.get(
                MoveTeacherGraphQLQuery.newRequest().input(input).build(), wanted, MoveTeacherPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getTeacher();
    }

    /** Says that a teacher has left on a day, or for null that he or she is there. */
    Teacher leave(Teacher teacher, @Nullable LocalDate on) {
        var wanted = new LeaveTeacherProjectionRoot<>();
        wanted.teacher().id().revision();
        wanted.errors().path().message().code();
        var input = LeaveTeacherInput.newBuilder()
                .teacherId(teacher.getId())
                .expectedRevision(teacher.getRevision())
                .leftOn(on)
                .build();
        var payload = backend.get(
                LeaveTeacherGraphQLQuery.newRequest().input(input).build(), wanted, LeaveTeacherPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getTeacher();
    }
}
