package org.tongke.backend.base.graphql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** GraphiQL without internet. {@code tongke.explore} opens it together with introspection. */
@Controller
@ConditionalOnBooleanProperty("tongke.explore")
class ExploreController {
    private static final String FOLDER = "graphiql/";

    /** Nothing comes from elsewhere or goes there; its style sheets alone are written by scripts. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";

    private final List<Example> examples;

    ExploreController() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "examples/*.graphql");
        examples = Stream.of(files)
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                .map(Example::of)
                .toList();
    }

    /** A document to begin with. */
    record Example(String query) {
        static Example of(Resource file) {
            try {
                return new Example(file.getContentAsString(StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    @GetMapping(path = "/graphiql", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Resource> page() {
        return file("index.html");
    }

    @GetMapping(path = "/graphiql/page.js", produces = "text/javascript;charset=UTF-8")
    ResponseEntity<Resource> script() {
        return file("page.js");
    }

    @GetMapping(path = "/graphiql/page.css", produces = "text/css")
    ResponseEntity<Resource> style() {
        return file("page.css");
    }

    /** Examples in the order of their files' names. */
    @GetMapping("/graphiql/examples.json")
    @ResponseBody
    List<Example> examples() {
        return examples;
    }

    private static ResponseEntity<Resource> file(String name) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", CONTENT_POLICY)
                .body(new ClassPathResource(FOLDER + name));
    }
}
