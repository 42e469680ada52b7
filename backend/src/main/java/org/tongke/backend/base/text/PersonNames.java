package org.tongke.backend.base.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tongke.backend.base.ProductFiles;

/** Names of people, whose first characters are often read otherwise than in other words: 单 is shan, 仇 is qiu. */
public final class PersonNames {
    /** Longer names that begin so are no person's, as in 单位管理员. */
    private static final int LONGEST = 4;

    private static final List<Surname> SURNAMES = ProductFiles.rows("text/surnames.csv", Function.identity()).stream()
            .map(row -> new Surname(
                    row.getField("name"), List.of(row.getField("pinyin").split(" "))))
            .sorted(Comparator.comparing((Surname surname) -> surname.name().length())
                    .reversed())
            .toList();

    private PersonNames() {}

    /** A person's name in pinyin, in one word; letters and digits stay. */
    public static String pinyin(String name) {
        return String.join("", syllables(name));
    }

    /** A person's name in pinyin, by which lists are ordered; the name itself breaks ties. */
    public static String sortKey(String name) {
        return pinyin(name) + " " + name;
    }

    /** Tokens by which a person is found: those of {@link NameTokens}, the surname in either reading. */
    public static Set<String> tokens(String name) {
        var tokens = new LinkedHashSet<>(NameTokens.of(name));
        if (surname(name).isPresent()) {
            tokens.addAll(NameTokens.ofReading(syllables(name)));
        }
        return tokens;
    }

    private static List<String> syllables(String name) {
        var syllables = new ArrayList<>(Pinyin.of(name));
        surname(name).ifPresent(surname -> {
            for (int at = 0; at < surname.reading().size(); at++) {
                syllables.set(at, surname.reading().get(at));
            }
        });
        return syllables;
    }

    private static Optional<Surname> surname(String name) {
        return name.length() > LONGEST
                ? Optional.empty()
                : SURNAMES.stream()
                        .filter(surname -> name.length() > surname.name().length() && name.startsWith(surname.name()))
                        .findFirst();
    }

    private record Surname(String name, List<String> reading) {}
}
