package org.tongke.backend.activity;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.ProductFiles;
import org.tongke.backend.base.text.Names;
import org.tongke.backend.community.programme.Wording;

/** The grades: data of the product ({@code activity/grades.csv}), held in memory; asking costs no round trip. */
@Component
public class Grades {
    /** A class without the word 年级, as in 五(2)班, 五2班, 5(2)班. */
    private static final Pattern SHORT_CLASS = Pattern.compile("([一二三四五六七八九])[(\\d].*|([1-9])\\(.*");

    private final List<Grade> inOrder = ProductFiles.rows("activity/grades.csv", Grades::read);
    private final Map<String, Grade> byCalling = new HashMap<>();
    /** Normalized names with which classes begin, the longest first. */
    private final List<Map.Entry<String, Grade>> beginnings;

    Grades() {
        for (var grade : inOrder) {
            grade.calledBy().map(Names::normalize).distinct().forEach(called -> {
                if (byCalling.put(called, grade) != null) {
                    throw new IllegalStateException("two grades are called " + called);
                }
            });
        }
        beginnings = inOrder.stream()
                .flatMap(grade -> grade.spokenNames().map(name -> Map.entry(Names.normalize(name), grade)))
                .sorted(Comparator.comparing(entry -> -entry.getKey().length()))
                .toList();
    }

    /** All grades, the youngest first. */
    public List<Grade> list() {
        return inOrder;
    }

    /** The grade with a code or name, however it is written ({@link Names#normalize}). */
    public Optional<Grade> find(String codeOrName) {
        return Optional.ofNullable(byCalling.get(Names.normalize(codeOrName)));
    }

    /** The grade with a code. Throws if there is none. */
    public Grade get(String code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("no grade " + code));
    }

    /** The grade that the name of a class begins with, as in 五年级2班, 初三(1)班 or 五(2)班. */
    public Optional<Grade> findOfClass(String className) {
        var name = Names.normalize(className);
        return beginnings.stream()
                .filter(entry -> beginsWith(name, entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> findOfShortClass(name));
    }

    /** Grade 1 is not what Grade 10 begins with. */
    private static boolean beginsWith(String name, String beginning) {
        return name.startsWith(beginning)
                && !(endsWithDigit(beginning)
                        && name.length() > beginning.length()
                        && Character.isDigit(name.charAt(beginning.length())));
    }

    private static boolean endsWithDigit(String text) {
        return Character.isDigit(text.charAt(text.length() - 1));
    }

    private Optional<Grade> findOfShortClass(String name) {
        var match = SHORT_CLASS.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        return find((match.group(1) == null ? match.group(2) : match.group(1)) + "年级");
    }

    private static Grade read(NamedCsvRecord row) {
        var aliases = Arrays.stream(row.getField("aliases").split("\\|"))
                .filter(alias -> !alias.isEmpty())
                .toList();
        return new Grade(row.getField("code"), new Wording(row.getField("zh"), row.getField("en")), aliases);
    }
}
