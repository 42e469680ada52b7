package org.tongke.backend.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongke.backend.base.sheet.GivenFiles;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.intake.DirectoryImport;
import org.tongke.backend.directory.intake.DirectoryImports;
import org.tongke.backend.directory.intake.DirectoryTable;
import org.tongke.backend.directory.intake.ImportState;
import org.tongke.backend.support.ChildBackend;
import org.tongke.backend.support.KilledProgram;
import org.tongke.backend.support.Rooms;
import org.tongke.backend.support.Stores;
import org.tongke.backend.support.StoresTest;

/** A backend is killed between two steps of an import: the same wish goes on with it, and enters nothing twice. */
@Tag("slow")
@StoresTest
class KilledImportTest {
    private static final int ROWS = 3;
    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final String COUNTY = "330382";
    private static final Viewer OFFICER =
            new Viewer("officer", "县", List.of(Grant.at(Role.COUNTY_OFFICER, PlaceKey.region(COUNTY))));

    @ParameterizedTest
    @ValueSource(strings = {"import.written", "import.noted"})
    void isGoneOnWithByTheSameWish(String point, Stores stores, MongoDatabase database) throws Exception {
        assertThat(KilledProgram.run(point, Backend.class, stores.mongoUri(), database.getName()))
                .isEqualTo(ChildBackend.KILLED);
        try (var rooms = Rooms.on(database)) {
            var imports = rooms.getBean(DirectoryImports.class);
            run(imports);
            assertThat(imports.count(check(imports)).written()).isEqualTo(ROWS);
            var codes = IntStream.rangeClosed(1, ROWS)
                    .mapToObj(KilledImportTest::code)
                    .toList();
            assertThat(rooms.getBean(Schools.class).findCalled(codes, List.of(), Scope.EVERYWHERE))
                    .hasSize(ROWS)
                    .allMatch(school -> school.revision() == 1);
        }
    }

    private static DirectoryImport check(DirectoryImports imports) {
        var table = IntStream.rangeClosed(1, ROWS)
                .mapToObj(number -> code(number) + "," + number + "小学,乐清市,镇区\n")
                .collect(Collectors.joining("", "学校标识码,学校全称,县（市、区）,城乡类型\n", ""));
        return imports.check(ID, DirectoryTable.SCHOOLS, GivenFiles.ofText(table), null, OFFICER, scope());
    }

    private static void run(DirectoryImports imports) {
        var now = check(imports);
        while (now.state() != ImportState.DONE) {
            now = imports.run(ID, now.fingerprint(), OFFICER, scope());
        }
    }

    private static Scope scope() {
        return Scope.of(OFFICER.places());
    }

    private static String code(int number) {
        return String.valueOf(3_133_000_000L + number);
    }

    /** Another process on the same database. */
    static final class Backend {
        private Backend() {}

        public static void main(String[] arguments) {
            try (var client = MongoClients.create(arguments[0]);
                    var rooms = Rooms.on(client.getDatabase(arguments[1]))) {
                run(rooms.getBean(DirectoryImports.class));
            }
        }
    }
}
