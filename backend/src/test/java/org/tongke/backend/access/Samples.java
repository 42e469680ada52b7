package org.tongke.backend.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Documents that try the fields of the table of who may do what: one a file, among the known operations, so that they can be sent
 * without a token as well. {@code Type_field.graphql} tries {@code Type.field}; more words after that say what is special. What is
 * looked at has the alias {@code it}.
 */
final class Samples {
    private static final String SUFFIX = ".graphql";

    private Samples() {}

    /** The documents by the names of their files and operations. */
    static Map<String, String> read() throws IOException {
        var documents = new TreeMap<String, String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:operations/*_*" + SUFFIX)) {
            var name = String.valueOf(file.getFilename()).replace(SUFFIX, "");
            documents.put(name, file.getContentAsString(StandardCharsets.UTF_8));
        }
        return documents;
    }

    /** The row of the matrix, as in {@code Node.Account of another}. */
    static String rowOf(String sample) {
        return sample.replaceFirst("_", ".").replace('_', ' ');
    }

    /** The sample of a row. */
    static String nameOf(String row) {
        return row.replace('.', '_').replace(' ', '_');
    }

    /** The field, as in {@code Node.Account}. */
    static String fieldOf(String row) {
        return row.replaceFirst(" .*", "");
    }
}
