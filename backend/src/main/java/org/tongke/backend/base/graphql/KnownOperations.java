package org.tongke.backend.base.graphql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Operations that a request without a token may name: one a file, {@code operations/NAME.graphql}. */
@Component
public class KnownOperations {
    private static final String SUFFIX = ".graphql";

    private final Map<String, String> documents;

    KnownOperations() throws IOException {
        Map<String, String> found = new HashMap<>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:operations/*" + SUFFIX)) {
            var name = file.getFilename();
            if (name == null) {
                throw new UncheckedIOException(new IOException("an operation without a name: " + file));
            }
            found.put(
                    name.substring(0, name.length() - SUFFIX.length()),
                    file.getContentAsString(StandardCharsets.UTF_8));
        }
        documents = Map.copyOf(found);
    }

    /** The document of an operation. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(documents.get(name));
    }

    /** Names of all operations. */
    public Set<String> names() {
        return documents.keySet();
    }
}
