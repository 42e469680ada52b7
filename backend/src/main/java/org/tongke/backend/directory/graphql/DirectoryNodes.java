package org.tongke.backend.directory.graphql;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongke.backend.base.id.NodeFinder;
import org.tongke.backend.directory.Region;
import org.tongke.backend.directory.Regions;
import org.tongke.backend.directory.School;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;

/** How {@code node} finds regions and schools. */
@Configuration
class DirectoryNodes {

    @Bean
    NodeFinder regionNodes(Regions regions) {
        return NodeFinder.of(Region.class, (raw, viewer, scope) -> regions.find(raw));
    }

    @Bean
    NodeFinder teacherNodes(Teachers teachers) {
        return NodeFinder.of(Teacher.class, (raw, viewer, scope) -> teachers.find(raw, scope));
    }

    @Bean
    NodeFinder schoolNodes(Schools schools) {
        return NodeFinder.of(School.class, (raw, viewer, scope) -> schools.find(raw, scope));
    }
}
