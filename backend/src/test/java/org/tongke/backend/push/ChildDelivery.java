package org.tongke.backend.push;

import java.io.IOException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.tongke.backend.support.KilledProgram;
import org.tongke.backend.support.ProgramBeans;

/** A process of its own that delivers one push with the rooms that take part in it, and is killed on the way. */
final class ChildDelivery {

    private ChildDelivery() {}

    /** Delivers a push in it until it ends, and returns its exit status. */
    static int deliver(Push push, String killAt) throws IOException, InterruptedException {
        return KilledProgram.run(killAt, ChildDelivery.class, push.id());
    }

    static void main(String[] arguments) {
        try (var rooms = new AnnotationConfigApplicationContext(Rooms.class)) {
            rooms.getBean(Deliverer.class)
                    .deliver(rooms.getBean(PushStore.class).find(arguments[0]).orElseThrow());
        }
        System.exit(0);
    }

    /** What delivers, and where it looks. Not marked as a configuration, or the application under test would take it for one of its own. */
    @ComponentScan(
            basePackages = {
                "org.tongke.backend.base.text",
                "org.tongke.backend.directory",
                "org.tongke.backend.community",
                "org.tongke.backend.resource",
                "org.tongke.backend.push"
            },
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                ".*\\.directory\\.(?!(Regions|SchoolStore|Schools|TeacherStore|Teachers)$).*",
                                ".*\\.community\\.(?!(CommunityStore|Communities)$).*",
                                ".*\\.resource\\.(?!(ResourceStore|Readers|Resources)$).*",
                                ".*\\.push\\.(?!(PushStore|DeliveryStore|Receivers|Deliverer)$).*"
                            }))
    static class Rooms extends ProgramBeans {}
}
