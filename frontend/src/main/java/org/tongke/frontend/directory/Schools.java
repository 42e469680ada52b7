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
import org.tongke.frontend.contract.client.CloseSchoolGraphQLQuery;
import org.tongke.frontend.contract.client.CloseSchoolProjectionRoot;
import org.tongke.frontend.contract.client.EditSchoolGraphQLQuery;
import org.tongke.frontend.contract.client.EditSchoolProjectionRoot;
import org.tongke.frontend.contract.client.PutSchoolGraphQLQuery;
import org.tongke.frontend.contract.client.PutSchoolProjectionRoot;
import org.tongke.frontend.contract.client.SchoolCountGraphQLQuery;
import org.tongke.frontend.contract.client.SchoolsGraphQLQuery;
import org.tongke.frontend.contract.client.SchoolsProjectionRoot;
import org.tongke.frontend.contract.types.CloseSchoolInput;
import org.tongke.frontend.contract.types.CloseSchoolPayload;
import org.tongke.frontend.contract.types.EditSchoolInput;
import org.tongke.frontend.contract.types.EditSchoolPayload;
import org.tongke.frontend.contract.types.PutSchoolInput;
import org.tongke.frontend.contract.types.PutSchoolPayload;
import org.tongke.frontend.contract.types.School;
import org.tongke.frontend.contract.types.SchoolConnection;
import org.tongke.frontend.contract.types.SchoolEdge;
import org.tongke.frontend.contract.types.SchoolFormInput;
import org.tongke.frontend.directory.KeysetWindow.Page;

/** The schools, as the caller may see and edit them. Commands throw {@link RefusedException}. */
@Component
public class Schools {
    private static final int SUGGESTIONS = 20;

    private final Backend backend;
    private final Regions regions;

    public Schools(Backend backend, Regions regions) {
        this.backend = backend;
        this.regions = regions;
    }

    /** The first page of a list, and how long it is, in one request. */
    record Found(Page<School> first, int count) {}

    Found find(SchoolSearch search) {
        var answer = backend.ask(page(search, null), count(search));
        return new Found(
                pageOf(answer.get("schools", SchoolConnection.class)), answer.get("schoolCount", Integer.class));
    }

    Page<School> findMore(SchoolSearch search, @Nullable String after) {
        return pageOf(backend.ask(page(search, after)).get("schools", SchoolConnection.class));
    }

    private static Page<School> pageOf(SchoolConnection found) {
        var info = found.getPageInfo();
        return new Page<>(
                found.getEdges().stream().map(SchoolEdge::getNode).toList(),
                info.getHasNextPage() ? info.getEndCursor() : null);
    }

    /** Where the page after that behind a cursor begins; null if there is none. */
    @Nullable
    String findNext(SchoolSearch search, @Nullable String after) {
        var wanted = new SchoolsProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var info = backend.get(query(search, after), wanted, SchoolConnection.class)
                .getPageInfo();
        return info.getHasNextPage() ? info.getEndCursor() : null;
    }

    private Question page(SchoolSearch search, @Nullable String after) {
        var wanted = new SchoolsProjectionRoot<>();
        wanted.pageInfo().hasNextPage().endCursor();
        var school = wanted.edges()
                .node()
                .id()
                .name()
                .schoolCode()
                .address()
                .closedOn()
                .revision()
                .viewerCanEdit();
        school.area();
        school.stages();
        school.county().id().name();
        school.campusOf().id().name();
        var position = school.position().latitude().longitude();
        position.datum();
        school.formerNames().name().until();
        return new Question("schools", query(search, after), wanted);
    }

    private GraphQLQuery query(SchoolSearch search, @Nullable String after) {
        var query = SchoolsGraphQLQuery.newRequest()
                .regionId(regionId(search))
                .name(search.words())
                .areas(search.area() == null ? List.of() : List.of(search.area()))
                .stages(search.stage() == null ? List.of() : List.of(search.stage()))
                .closed(search.closed())
                .first(KeysetWindow.PAGE);
        return (after == null ? query : query.after(after)).build();
    }

    private Question count(SchoolSearch search) {
        var query = SchoolCountGraphQLQuery.newRequest()
                .regionId(regionId(search))
                .name(search.words())
                .areas(search.area() == null ? List.of() : List.of(search.area()))
                .stages(search.stage() == null ? List.of() : List.of(search.stage()))
                .closed(search.closed())
                .build();
        return new Question("schoolCount", query, null);
    }

    private @Nullable String regionId(SchoolSearch search) {
        return Optional.ofNullable(search.region())
                .flatMap(regions::find)
                .map(RegionItem::id)
                .orElse(null);
    }

    /** Schools of a region whose name holds some words: to choose one of. */
    List<School> suggest(@Nullable String region, String words) {
        var wanted = new SchoolsProjectionRoot<>();
        wanted.edges().node().id().name().county().name();
        var id = Optional.ofNullable(region)
                .flatMap(regions::find)
                .map(RegionItem::id)
                .orElse(null);
        var query = SchoolsGraphQLQuery.newRequest()
                .regionId(id)
                .name(words)
                .closed(false)
                .first(SUGGESTIONS)
                .build();
        return backend.get(query, wanted, SchoolConnection.class).getEdges().stream()
                .map(SchoolEdge::getNode)
                .toList();
    }

    void put(UUID id, String countyId, SchoolFormInput form) {
        var wanted = new PutSchoolProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = PutSchoolInput.newBuilder()
                .id(id)
                .countyId(countyId)
                .school(form)
                .build();
        RefusedException.throwIfAny(
                backend.get(PutSchoolGraphQLQuery.newRequest().input(input).build(), wanted, PutSchoolPayload.class)
                        .getErrors());
    }

    void edit(School school, SchoolFormInput form, @Nullable LocalDate renamedOn, boolean isCorrection) {
        var wanted = new EditSchoolProjectionRoot<>();
        wanted.errors().path().message().code();
        var input = EditSchoolInput.newBuilder()
                .schoolId(school.getId())
                .expectedRevision(school.getRevision())
                .school(form)
                .renamedOn(renamedOn)
                .correction(isCorrection)
                .build();
        RefusedException.throwIfAny(
                backend.get(EditSchoolGraphQLQuery.newRequest().input(input).build(), wanted, EditSchoolPayload.class)
                        .getErrors());
    }

    /** Closes a school on a day, or opens it again for null; answers with the school's revision. */
    School close(School school, @Nullable LocalDate on) {
        var wanted = new CloseSchoolProjectionRoot<>();
        wanted.school().id().revision();
        wanted.errors().path().message().code();
        var input = CloseSchoolInput.newBuilder()
                .schoolId(school.getId())
                .expectedRevision(school.getRevision())
                .closedOn(on)
                .build();
        var payload = backend.get(
                CloseSchoolGraphQLQuery.newRequest().input(input).build(), wanted, CloseSchoolPayload.class);
        RefusedException.throwIfAny(payload.getErrors());
        return payload.getSchool();
    }
}
