package org.tongke.frontend.resource;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongke.frontend.component.Links;

/**
 * A lasting address of a resource's version, which notes who opens it and leads on: to a file's address in the bucket, which is good for two
 * minutes, or to where a link leads. So that a phone opens a tab at once, on the tap itself.
 */
@Controller
class ResourceFile {
    private static final String PATH = "/resource-file";

    private final Resources resources;

    ResourceFile(Resources resources) {
        this.resources = resources;
    }

    /** The address of a version. */
    static String path(String resourceId, int version) {
        return PATH + "?of=" + Links.encode(resourceId) + "&version=" + version;
    }

    @GetMapping(PATH)
    ResponseEntity<Void> open(
            @RequestParam("of") String resourceId,
            @RequestParam(name = "version", required = false) @Nullable Integer version) {
        // what is not there any more has a page that says why
        var address = resources.open(resourceId, version).orElseGet(() -> ResourceView.path(resourceId));
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, URI.create(address).toASCIIString())
                .build();
    }
}
