package org.tongke.backend.directory.graphql;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.RegionChange;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;

/** The section "directory" of the schema. */
@Controller
class DirectoryController {
    private final Regions regions;
    private final Schools schools;

    DirectoryController(Regions regions, Schools schools) {
        this.regions = regions;
        this.schools = schools;
    }

    @QueryMapping
    Optional<Region> region(@Argument String code) {
        return regions.find(code);
    }

    @SchemaMapping
    Optional<Region> parent(Region region) {
        return regions.parent(region);
    }

    @QueryMapping
    List<Region> regions(@Argument LocalDate asOf) {
        return regions.asOf(asOf);
    }

    @SchemaMapping
    Optional<LocalDate> from(Region region) {
        return regions.from(region);
    }

    @SchemaMapping
    Optional<LocalDate> until(Region region) {
        return regions.until(region);
    }

    @SchemaMapping
    List<RegionChange> successors(Region region) {
        return regions.successors(region);
    }

    @SchemaMapping
    List<RegionChange> predecessors(Region region) {
        return regions.predecessors(region);
    }

    @SchemaMapping
    List<Region> children(Region region) {
        return regions.children(region.code());
    }

    @BatchMapping
    Map<Teacher, School> school(List<Teacher> teachers) {
        var ids = teachers.stream().map(Teacher::schoolId).collect(Collectors.toSet());
        var found = schools.findAll(ids, Scope.EVERYWHERE);
        return teachers.stream()
                .distinct()
                .filter(teacher -> found.containsKey(teacher.schoolId()))
                .collect(Collectors.toMap(Function.identity(), teacher -> found.get(teacher.schoolId())));
    }
}
