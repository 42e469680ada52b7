package org.tongke.backend.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.NamedThings;

/** What people call the things that entries name by their raw ids only, as they are called now. */
@Component
public class AuditNames {
    /** Fields whose values are raw ids or codes. */
    private static final Set<String> IDS = Set.of(
            "core",
            "members",
            "in",
            "school",
            "campusOf",
            "county",
            "programmes",
            "teacher",
            "to",
            "subject",
            "subjects",
            "regions",
            "grade",
            "grades",
            "kind");

    private final List<NamedThings> things;

    AuditNames(ObjectProvider<NamedThings> things) {
        this.things = things.orderedStream().toList();
    }

    /** Names by raw id of what entries without a label are about. One round trip for each kind of thing at most. */
    public Map<String, String> ofThings(Collection<AuditEntry> entries, Locale locale) {
        return find(entries.stream().filter(entry -> entry.label() == null).map(AuditNames::idOf), locale);
    }

    /** Names by raw id of what the changes of entries name. One round trip for each kind of thing at most. */
    public Map<String, String> inChanges(Collection<AuditEntry> entries, Locale locale) {
        return find(entries.stream().flatMap(entry -> entry.fields().stream()).flatMap(AuditNames::ids), locale);
    }

    private Map<String, String> find(Stream<String> ids, Locale locale) {
        var unknown = ids.collect(Collectors.toCollection(HashSet::new));
        var names = new HashMap<String, String>();
        for (var some : things) {
            names.putAll(some.namesOf(unknown, locale));
            names.keySet().forEach(unknown::remove);
        }
        return names;
    }

    /** What a thing is called: as it was then, else as what it belongs to is now; empty if nobody knows. */
    public static Optional<String> label(AuditEntry entry, Map<String, String> names) {
        return Optional.ofNullable(entry.label()).or(() -> Optional.ofNullable(names.get(idOf(entry))));
    }

    /** Facts of a programme have ids such as {@code 2021:330382}. */
    private static String idOf(AuditEntry entry) {
        return entry.thing().substring(entry.thing().indexOf(':') + 1);
    }

    private static Stream<String> ids(FieldChange change) {
        return IDS.contains(change.field())
                ? Stream.of(change.before(), change.after())
                        .filter(Objects::nonNull)
                        .flatMap(value -> AuditWords.parts(value))
                : Stream.empty();
    }

    /** Whether a field's values are raw ids or codes. */
    static boolean holdsIds(FieldChange change) {
        return IDS.contains(change.field());
    }
}
