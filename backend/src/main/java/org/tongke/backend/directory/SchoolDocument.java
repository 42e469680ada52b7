package org.tongke.backend.directory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.mongo.FieldChange;
import org.tongke.backend.base.mongo.Values;
import org.tongke.backend.base.text.NameTokens;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.base.who.Scope;

/** A school as it is stored. */
final class SchoolDocument {
    static final String ID = "_id";
    static final String NAME = "name";
    static final String NORMALIZED = "normalizedName";
    static final String FORMER_NORMALIZED = "formerNormalizedNames";
    static final String TOKENS = "tokens";
    static final String AREA = "area";
    static final String COUNTY = "county";
    static final String SORT_KEY = "sortKey";
    static final String STAGES = "stages";
    static final String CLOSED_ON = "closedOn";
    /** What the unique index holds: schools without a code must not meet there, and no store has indexes of some rows only. */
    static final String CODE_KEY = "codeKey";

    private static final String CODE = "code";
    private static final String CAMPUS_OF = "campusOf";
    private static final String ADDRESS = "address";
    private static final String POSITION = "position";
    private static final String POSITION_LINE = "positionLine";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final String DATUM = "datum";
    private static final String FORMER_NAMES = "formerNames";
    /** The former names as a person reads them. */
    private static final String FORMER_LINE = "formerLine";

    private static final String UNTIL = "until";

    /** Fields whose changes the history tells. */
    static final List<String> TOLD =
            List.of(NAME, AREA, COUNTY, CODE, STAGES, CAMPUS_OF, ADDRESS, POSITION_LINE, CLOSED_ON);

    /** Fields whose changes are shown before they are made. */
    static final List<String> SHOWN =
            List.of(NAME, AREA, CODE, STAGES, CAMPUS_OF, ADDRESS, POSITION_LINE, FORMER_LINE, CLOSED_ON);

    private SchoolDocument() {}

    static Document write(School school) {
        var facts = school.facts();
        var position = facts.position();
        var names = new HashSet<>(NameTokens.of(school.name()));
        school.formerNames().forEach(former -> names.addAll(NameTokens.of(former.name())));
        if (facts.code() != null) {
            names.add(facts.code());
        }
        return new Document(NAME, school.name())
                .append(NORMALIZED, Names.normalize(school.name()))
                .append(
                        FORMER_NORMALIZED,
                        school.formerNames().stream()
                                .map(former -> Names.normalize(former.name()))
                                .toList())
                .append(TOKENS, List.copyOf(names))
                .append(AREA, school.area().name())
                .append(COUNTY, school.countyCode())
                .append(SORT_KEY, school.sortKey())
                .append(CODE, facts.code())
                .append(CODE_KEY, codeKey(school.id(), facts.code()))
                .append(STAGES, facts.stages().stream().map(Enum::name).toList())
                .append(CAMPUS_OF, facts.campusOf())
                .append(ADDRESS, facts.address())
                .append(POSITION, position == null ? null : write(position))
                .append(POSITION_LINE, position == null ? null : position.line())
                .append(
                        FORMER_NAMES,
                        Values.documents(
                                school.formerNames(),
                                former -> new Document(NAME, former.name()).append(UNTIL, text(former.until()))))
                .append(
                        FORMER_LINE,
                        school.formerNames().stream().map(FormerName::name).toList())
                .append(CLOSED_ON, text(school.closedOn()))
                .append(Scope.PLACES, List.copyOf(school.places()));
    }

    private static Document write(Position position) {
        return new Document(LATITUDE, position.latitude())
                .append(LONGITUDE, position.longitude())
                .append(DATUM, position.datum().name());
    }

    static School read(Document stored) {
        var facts = new SchoolFacts(
                stored.getString(CODE),
                stored.getList(STAGES, String.class, List.of()).stream()
                        .map(SchoolStage::valueOf)
                        .toList(),
                stored.getString(CAMPUS_OF),
                stored.getString(ADDRESS),
                position(stored.get(POSITION, Document.class)));
        return new School(
                stored.getString(ID),
                stored.getString(NAME),
                SchoolArea.valueOf(stored.getString(AREA)),
                stored.getString(COUNTY),
                stored.getString(SORT_KEY),
                stored.getList(Scope.PLACES, String.class),
                facts,
                Values.list(
                        stored,
                        FORMER_NAMES,
                        former -> new FormerName(former.getString(NAME), day(former.getString(UNTIL)))),
                day(stored.getString(CLOSED_ON)),
                // written before schools were facts: it has no revision, and the feed has not told of it
                stored.containsKey(Fact.REVISION) ? Fact.revisionOf(stored) : 0);
    }

    private static @Nullable Position position(@Nullable Document stored) {
        return stored == null
                ? null
                : new Position(
                        stored.getDouble(LATITUDE),
                        stored.getDouble(LONGITUDE),
                        Datum.valueOf(stored.getString(DATUM)));
    }

    static String codeKey(String id, @Nullable String code) {
        return code == null ? "id:" + id : "code:" + code;
    }

    /** Normalized names that a school has or had. */
    static Set<String> namesAmong(Document fact) {
        var names = new HashSet<String>();
        names.add(fact.getString(NORMALIZED));
        names.addAll(fact.getList(FORMER_NORMALIZED, String.class, List.of()));
        fact.getList(Fact.CHANGES, Document.class, List.of()).stream()
                .flatMap(change -> change.getList("fields", Document.class, List.of()).stream())
                .map(FieldChange::from)
                .filter(change -> change.field().equals(NAME) && change.before() != null)
                .forEach(change -> names.add(Names.normalize(String.valueOf(change.before()))));
        return names;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
