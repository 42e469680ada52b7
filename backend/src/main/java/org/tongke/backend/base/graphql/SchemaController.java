package org.tongke.backend.base.graphql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.backend.base.text.Sha256;

/** The contract as it is written, open to everybody: {@code /schema.graphqls}. */
@RestController
class SchemaController {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final String schema;
    private final String hash;

    SchemaController() throws IOException {
        schema = new ClassPathResource("graphql/schema.graphqls").getContentAsString(StandardCharsets.UTF_8);
        hash = Sha256.of(schema);
    }

    @GetMapping("/schema.graphqls")
    ResponseEntity<String> schema() {
        // the framework answers 304 where it is known already
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag(hash)
                .body(schema);
    }
}
