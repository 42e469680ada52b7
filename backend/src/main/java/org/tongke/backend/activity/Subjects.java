package org.tongke.backend.activity;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.ProductFiles;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.community.programme.Wording;

/** The subjects: data of the product ({@code activity/subjects.csv}), held in memory; asking costs no round trip. */
@Component
public class Subjects {
    private final List<Subject> inOrder = ProductFiles.rows("activity/subjects.csv", Subjects::read);
    private final Map<String, Subject> byCalling = new HashMap<>();

    Subjects() {
        for (var subject : inOrder) {
            subject.calledBy().map(Names::normalize).distinct().forEach(called -> {
                if (byCalling.put(called, subject) != null) {
                    throw new IllegalStateException("two subjects are called " + called);
                }
            });
        }
    }

    /** All subjects, in the order of the curriculum. */
    public List<Subject> list() {
        return inOrder;
    }

    /** The subject with a code or name, however it is written ({@link Names#normalize}). */
    public Optional<Subject> find(String codeOrName) {
        return Optional.ofNullable(byCalling.get(Names.normalize(codeOrName)));
    }

    /** The subject with a code. Throws if there is none. */
    public Subject get(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("no subject " + code));
    }

    private static Subject read(NamedCsvRecord row) {
        var aliases = Arrays.stream(row.getField("aliases").split("\\|"))
                .filter(alias -> !alias.isEmpty())
                .toList();
        return new Subject(row.getField("code"), new Wording(row.getField("zh"), row.getField("en")), aliases);
    }
}
