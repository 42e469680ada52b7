package org.tongke.backend.activity.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.activity.ActivityTeacher;
import org.tongke.backend.activity.Subject;
import org.tongke.backend.activity.Subjects;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;

/** Who the teachers of activities are, and what teachers teach. */
@Controller
class TeacherController {
    private final Teachers teachers;
    private final Subjects subjects;

    TeacherController(Teachers teachers, Subjects subjects) {
        this.teachers = teachers;
        this.subjects = subjects;
    }

    @BatchMapping
    Map<ActivityTeacher, Teacher> teacher(List<ActivityTeacher> named) {
        var ids = named.stream()
                .flatMap(teacher -> Stream.ofNullable(teacher.teacherId()))
                .collect(Collectors.toSet());
        var found = teachers.findAll(ids, Scope.EVERYWHERE);
        var each = new HashMap<ActivityTeacher, Teacher>();
        for (var teacher : named) {
            if (teacher.teacherId() != null) {
                Optional.ofNullable(found.get(teacher.teacherId())).ifPresent(known -> each.put(teacher, known));
            }
        }
        return each;
    }

    @SchemaMapping
    Optional<Subject> subject(Teacher teacher) {
        return Optional.ofNullable(teacher.subjectCode()).flatMap(subjects::find);
    }
}
