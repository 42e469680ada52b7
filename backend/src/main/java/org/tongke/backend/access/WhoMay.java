package org.tongke.backend.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.who.Grant;
import org.tongke.backend.base.who.PlaceKey;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;

/** The table of who may do what, {@code access/who-may.txt}: the one source of the checks in front of the API. */
@Component
public class WhoMay {
    /** Columns of the table after the field's name; the first, nobody, has no role. */
    private static final List<Role> COLUMNS = List.of(
            Role.TEACHER,
            Role.CLERK,
            Role.COUNTY_OFFICER,
            Role.CITY_OFFICER,
            Role.PROVINCE_OFFICER,
            Role.RESOURCE_CENTRE,
            Role.SUPPLIER,
            Role.DEVELOPER,
            Role.ADMINISTRATOR);

    private final Map<String, Row> rows;

    WhoMay() throws IOException {
        rows = read(new ClassPathResource("access/who-may.txt").getContentAsString(StandardCharsets.UTF_8));
    }

    /** Fields that the table names, as in {@code Query.schools}. */
    public Set<String> fields() {
        return rows.keySet();
    }

    /** What a viewer may do at a field. A field that the table does not name gives nobody anything. */
    public Permission permission(String field, Viewer viewer) {
        var row = rows.get(field);
        if (row == null || !viewer.limit().allows(field)) {
            return Permission.DENIED;
        }
        // what everybody may, an account that has no role any more may as well
        if (row.nobody == Reach.ALL) {
            return Permission.EVERYWHERE;
        }
        return viewer.signedIn() ? row.permission(viewer.grants()) : Permission.DENIED;
    }

    private static Map<String, Row> read(String table) {
        Map<String, Row> rows = new HashMap<>();
        table.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            var cells = List.of(line.trim().split("\\s+"));
            if (cells.size() != COLUMNS.size() + 2 || rows.put(cells.getFirst(), Row.of(cells)) != null) {
                throw new IllegalArgumentException("row of the table of who may do what: " + line);
            }
        });
        return Map.copyOf(rows);
    }

    private record Row(Reach nobody, Map<Role, Reach> byRole) {

        static Row of(List<String> cells) {
            var byRole = new EnumMap<Role, Reach>(Role.class);
            for (int i = 0; i < COLUMNS.size(); i++) {
                byRole.put(COLUMNS.get(i), Reach.of(cells.get(i + 2)));
            }
            return new Row(Reach.of(cells.get(1)), byRole);
        }

        Permission permission(List<Grant> grants) {
            var allowed = false;
            var places = new ArrayList<PlaceKey>();
            for (var grant : grants) {
                var reach = byRole.getOrDefault(grant.role(), Reach.NONE);
                if (reach == Reach.ALL) {
                    return Permission.EVERYWHERE;
                }
                allowed |= reach != Reach.NONE;
                if (reach == Reach.PLACE && grant.place() != null) {
                    places.add(grant.place());
                }
            }
            return new Permission(allowed, Scope.of(places));
        }
    }
}
