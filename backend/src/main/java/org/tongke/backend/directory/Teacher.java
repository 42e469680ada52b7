package org.tongke.backend.directory;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.id.Node;
import org.tongke.backend.base.who.Placed;

/**
 * A teacher of a school.
 *
 * @param id raw id
 * @param name name
 * @param schoolId raw id of the school
 * @param subjectCode code of the subject that he or she teaches; null if not told
 * @param number number in the province, unlike that of any other teacher; null if not told. Nobody is shown it whole
 * @param places keys of the school and of its regions
 */
public record Teacher(
        String id,
        String name,
        String schoolId,
        @Nullable String subjectCode,
        @Nullable String number,
        Collection<String> places)
        implements Node, Placed {

    public Teacher {
        places = List.copyOf(places);
    }

    @Override
    public GlobalId globalId() {
        return new GlobalId("Teacher", id);
    }
}
