package org.tongke.frontend.developer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tongke.frontend.developer.SchemaReference.Argument;
import org.tongke.frontend.developer.SchemaReference.Member;
import org.tongke.frontend.developer.SchemaReference.Type;

/**
 * What has changed in the contract, day by day, the newest first. It is made of the differences between one day's schema and the next's: all
 * changes together give the schema as it is, and a test says so.
 */
record ApiChanges(List<Day> days) {

    /** How something changed. */
    enum Sort {
        ADDED('+'),
        CHANGED('~'),
        REMOVED('-');

        private final char sign;

        Sort(char sign) {
            this.sign = sign;
        }

        static Sort of(char sign) {
            return Stream.of(values())
                    .filter(sort -> sort.sign == sign)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * A change.
     *
     * @param name a type, or a field or value as in {@code Query.communities}
     * @param rest what follows the name: arguments, type, why it ends
     */
    record Change(Sort sort, String name, String rest) {
        /** As in {@code + Query.region(code: ID!): Region}. */
        String line() {
            return sort.sign + " " + name + rest;
        }

        /** Name of the type that it is about. */
        String typeName() {
            return name.replaceFirst("\\..*", "");
        }
    }

    /** The changes of a day. */
    record Day(LocalDate on, List<Change> changes) {
        long count(Sort sort) {
            return changes.stream().filter(change -> change.sort() == sort).count();
        }
    }

    /** The changes as they are kept: a line with the day, then a line for each change; days are divided by an empty line. */
    static ApiChanges read(String text) {
        return new ApiChanges(Stream.of(text.strip().split("\\n\\n"))
                .filter(day -> !day.isBlank())
                .map(ApiChanges::day)
                .toList());
    }

    private static Day day(String text) {
        var lines = text.lines().toList();
        return new Day(
                LocalDate.parse(lines.getFirst()),
                lines.stream().skip(1).map(ApiChanges::change).toList());
    }

    private static Change change(String line) {
        var end = Stream.of('(', ':', ' ')
                .mapToInt(sign -> line.indexOf(sign, 2))
                .filter(at -> at >= 0)
                .min()
                .orElse(line.length());
        return new Change(Sort.of(line.charAt(0)), line.substring(2, end), line.substring(end));
    }

    /** The changes as {@link #read} takes them. */
    String write() {
        var text = new StringBuilder();
        for (var day : days) {
            text.append(day.on()).append('\n');
            day.changes().forEach(change -> text.append(change.line()).append('\n'));
            text.append('\n');
        }
        return text.toString().strip() + "\n";
    }

    /** What all changes together come to: what follows each name. */
    SequencedMap<String, String> result() {
        var result = new TreeMap<String, String>();
        for (var day : days.reversed()) {
            for (var change : day.changes()) {
                if (change.sort() == Sort.REMOVED) {
                    result.remove(change.name());
                } else {
                    result.put(change.name(), change.rest());
                }
            }
        }
        return result;
    }

    /** The same, with what leads from there to a schema as changes of a day. */
    ApiChanges upTo(SchemaReference schema, LocalDate day) {
        var earlier = days.stream().filter(one -> one.on().isBefore(day)).toList();
        var before = new ApiChanges(earlier).result();
        var now = namesOf(schema);
        var changes = new ArrayList<Change>();
        now.forEach((name, rest) -> Optional.ofNullable(before.get(name))
                .ifPresentOrElse(
                        was -> {
                            if (!was.equals(rest)) {
                                changes.add(new Change(Sort.CHANGED, name, rest));
                            }
                        },
                        () -> changes.add(new Change(Sort.ADDED, name, rest))));
        before.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> changes.add(new Change(Sort.REMOVED, name, "")));
        return new ApiChanges(
                changes.isEmpty()
                        ? earlier
                        : Stream.concat(Stream.of(new Day(day, changes)), earlier.stream())
                                .toList());
    }

    /** Types, fields and values of a schema by their names, with what follows the name. */
    static SequencedMap<String, String> namesOf(SchemaReference schema) {
        var names = new TreeMap<String, String>();
        for (var type : schema.types()) {
            names.put(type.name(), others(type));
            type.members().forEach(member -> names.put(type.name() + "." + member.name(), rest(member)));
        }
        return names;
    }

    private static String others(Type type) {
        return type.others().isEmpty() ? "" : " = " + String.join(" | ", type.others());
    }

    private static String rest(Member member) {
        var arguments = member.arguments().stream().map(ApiChanges::written).toList();
        return (arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")")
                + (member.type() == null ? "" : ": " + member.type())
                + (member.ends() == null ? "" : " @deprecated(" + member.ends() + ")");
    }

    private static String written(Argument argument) {
        return argument.name() + ": " + argument.type() + (argument.given() == null ? "" : " = " + argument.given());
    }
}
