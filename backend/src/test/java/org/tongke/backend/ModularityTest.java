package org.tongke.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Rooms may call what their package-info says, and arrows point down the list of rooms. */
@Tag("slow")
class ModularityTest {
    /** The rooms from the top down. */
    private static final List<String> ROOMS = List.of(
            "demo",
            "analytics",
            "publication",
            "exchange",
            "accreditation",
            "verification",
            "push",
            "resource",
            "evidence",
            "correction",
            "timetable",
            "activity",
            "register",
            "community",
            "term",
            "file",
            "notification",
            "access",
            "directory",
            "audit",
            "base");

    private static final Path PICTURE = Path.of("..", "docs", "rooms.md");
    private static final ApplicationModules MODULES = ApplicationModules.of("org.tongke.backend");

    @Test
    void everyRoomCallsOnlyWhatItDeclares() {
        MODULES.verify();
    }

    /** A package-info among the tests would hide the one of the room, and with it what the room declares. */
    @Test
    void everyRoomDeclares() throws ClassNotFoundException {
        for (var room : MODULES) {
            var declared = Class.forName(room.getBasePackage().getName() + ".package-info")
                    .getAnnotation(org.springframework.modulith.ApplicationModule.class);
            assertThat(declared).as(nameOf(room)).isNotNull();
        }
    }

    @Test
    void arrowsPointDown() {
        for (var room : MODULES) {
            assertThat(ROOMS).contains(nameOf(room));
            for (var below : below(room)) {
                assertThat(ROOMS.indexOf(below))
                        .as("%s may not call %s", nameOf(room), below)
                        .isGreaterThan(ROOMS.indexOf(nameOf(room)));
            }
        }
    }

    /** Run with {@code -Dtongke.docs.write=true} to draw the picture anew. */
    @Test
    void thePictureOfTheRoomsIsDrawnFromTheCode() throws IOException {
        var picture = picture();
        if (Boolean.getBoolean("tongke.docs.write")) {
            Files.writeString(PICTURE, picture);
        }
        assertThat(Files.readString(PICTURE)).isEqualTo(picture);
    }

    private static String picture() {
        var arrows = MODULES.stream()
                .sorted((one, other) -> ROOMS.indexOf(nameOf(one)) - ROOMS.indexOf(nameOf(other)))
                .flatMap(room -> below(room).stream()
                        .filter(below -> !below.equals("base"))
                        .map(below -> "  " + nameOf(room) + " --> " + below + "\n"))
                .collect(Collectors.joining());
        return """
                # Rooms of the backend

                Drawn from the code by `ModularityTest`. Every room also stands on `base`.

                ```mermaid
                flowchart TD
                %s```
                """.formatted(arrows);
    }

    private static List<String> below(ApplicationModule room) {
        return room.getDirectDependencies(MODULES).stream()
                .map(dependency -> nameOf(dependency.getTargetModule()))
                .distinct()
                .sorted((one, other) -> ROOMS.indexOf(one) - ROOMS.indexOf(other))
                .toList();
    }

    private static String nameOf(ApplicationModule room) {
        return room.getIdentifier().toString();
    }
}
