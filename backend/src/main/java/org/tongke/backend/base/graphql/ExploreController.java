package org.tongke.backend.base.graphql;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** GraphiQL without internet. {@code tongke.explore} opens it together with introspection. */
@Controller
@ConditionalOnBooleanProperty("tongke.explore")
class ExploreController {
    private static final String FOLDER = "graphiql/";

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

    private static ResponseEntity<Resource> file(String name) {
        return ResponseEntity.ok(new ClassPathResource(FOLDER + name));
    }
}
