package org.tongke.backend.directory.graphql;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.page.Connection;
import org.tongke.backend.base.page.PageRequest;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Datum;
import org.tongke.backend.directory.Position;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.SchoolArea;
import org.tongke.backend.directory.SchoolDraft;
import org.tongke.backend.directory.SchoolEntries;
import org.tongke.backend.directory.SchoolFilter;
import org.tongke.backend.directory.SchoolStage;
import org.tongke.backend.directory.Schools;

/** The schools in the section "directory" of the schema. */
@Controller
class SchoolController {
    private final Regions regions;
    private final Schools schools;
    private final SchoolEntries entries;
    private final Answers answers;

    SchoolController(Regions regions, Schools schools, SchoolEntries entries, Answers answers) {
        this.regions = regions;
        this.schools = schools;
        this.entries = entries;
        this.answers = answers;
    }

    @QueryMapping
    Connection<School> schools(
            @Argument @Nullable String regionId,
            @Argument @Nullable String name,
            @Argument List<SchoolArea> areas,
            @Argument List<SchoolStage> stages,
            @Argument @Nullable Boolean closed,
            @Argument int first,
            @Argument @Nullable String after,
            Scope scope) {
        var page = PageRequest.of(Schools.LIST, Schools.LIST_KEYS, first, after);
        return schools.list(filter(regionId, name, areas, stages, closed), page, scope);
    }

    @QueryMapping
    long schoolCount(
            @Argument @Nullable String regionId,
            @Argument @Nullable String name,
            @Argument List<SchoolArea> areas,
            @Argument List<SchoolStage> stages,
            @Argument @Nullable Boolean closed,
            Scope scope) {
        return schools.count(filter(regionId, name, areas, stages, closed), scope);
    }

    private static SchoolFilter filter(
            @Nullable String regionId,
            @Nullable String name,
            List<SchoolArea> areas,
            List<SchoolStage> stages,
            @Nullable Boolean closed) {
        var region = regionId == null ? null : GlobalId.rawOrNobodys("Region", regionId);
        return new SchoolFilter(region, name, areas, stages, closed);
    }

    @SchemaMapping
    Region county(School school) {
        return regions.get(school.countyCode());
    }

    @SchemaMapping
    @Nullable
    String schoolCode(School school) {
        return school.facts().code();
    }

    @SchemaMapping
    List<SchoolStage> stages(School school) {
        return school.facts().stages();
    }

    @SchemaMapping
    @Nullable
    String address(School school) {
        return school.facts().address();
    }

    @SchemaMapping
    @Nullable
    Position position(School school) {
        return school.facts().position();
    }

    @BatchMapping
    Map<School, School> campusOf(List<School> campuses) {
        var ids = campuses.stream()
                .map(campus -> campus.facts().campusOf())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var found = schools.findAll(ids, Scope.EVERYWHERE);
        var each = new HashMap<School, School>();
        for (var campus : campuses) {
            var of = campus.facts().campusOf();
            if (of != null && found.containsKey(of)) {
                each.put(campus, found.get(of));
            }
        }
        return each;
    }

    @MutationMapping
    SchoolPayload putSchool(@Argument PutInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.put(
                        input.id().toString(),
                        GlobalId.rawOrNobodys("Region", input.countyId()),
                        input.school().draft(),
                        viewer,
                        scope));
    }

    @MutationMapping
    SchoolPayload editSchool(@Argument EditInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.edit(
                        raw(input.schoolId()),
                        input.expectedRevision(),
                        input.school().draft(),
                        input.renamedOn(),
                        input.correction(),
                        viewer,
                        scope));
    }

    @MutationMapping
    SchoolPayload closeSchool(@Argument CloseInput input, Viewer viewer, Scope scope, Locale locale) {
        return answer(
                locale,
                () -> entries.close(raw(input.schoolId()), input.expectedRevision(), input.closedOn(), viewer, scope));
    }

    private SchoolPayload answer(Locale locale, Supplier<School> command) {
        return answers.to(command, SchoolPayload::new, locale);
    }

    private static String raw(String schoolId) {
        return GlobalId.rawOrNobodys("School", schoolId);
    }

    record FormInput(
            String name,
            SchoolArea area,
            @Nullable String schoolCode,
            List<SchoolStage> stages,
            @Nullable String campusOfId,
            @Nullable String address,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Datum datum) {
        SchoolDraft draft() {
            var campusOf = campusOfId == null ? null : raw(campusOfId);
            return SchoolDraft.said(name, area, schoolCode, stages, campusOf, address, latitude, longitude, datum);
        }
    }

    record PutInput(UUID id, String countyId, FormInput school) {}

    record EditInput(
            String schoolId,
            long expectedRevision,
            FormInput school,
            @Nullable LocalDate renamedOn,
            boolean correction) {}

    record CloseInput(
            String schoolId,
            long expectedRevision,
            @Nullable LocalDate closedOn) {}

    /** The payloads of all three mutations. */
    record SchoolPayload(@Nullable School school, List<UserError> errors) {}
}
