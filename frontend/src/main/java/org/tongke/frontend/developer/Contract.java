package org.tongke.frontend.developer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The contract that this frontend was built with, read once. */
@Component
public class Contract {
    private final SchemaReference reference = new SchemaReference(read("schema.graphqls"));
    private final ApiChanges changes = ApiChanges.read(read("api-changes.txt"));

    SchemaReference reference() {
        return reference;
    }

    ApiChanges changes() {
        return changes;
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("contract/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
