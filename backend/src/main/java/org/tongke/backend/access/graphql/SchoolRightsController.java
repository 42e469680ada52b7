package org.tongke.backend.access.graphql;

import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.School;

/** What the viewer may do to a school: asked here, since the table of who may do what stands above the directory. */
@Controller
class SchoolRightsController {
    private final WhoMay whoMay;

    SchoolRightsController(WhoMay whoMay) {
        this.whoMay = whoMay;
    }

    @SchemaMapping
    boolean viewerCanEdit(School school, Viewer viewer) {
        return may("Mutation.editSchool", school, viewer);
    }

    @SchemaMapping
    boolean viewerCanEditTeachers(School school, Viewer viewer) {
        return may("Mutation.editTeacher", school, viewer);
    }

    private boolean may(String field, School school, Viewer viewer) {
        var permission = whoMay.permission(field, viewer);
        return permission.allowed() && permission.scope().covers(school.places());
    }
}
