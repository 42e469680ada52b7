package org.tongke.backend.file.address;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongke.backend.access.CallerFilter;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.file.FileViews;
import org.tongke.backend.file.StoredFile;
import org.tongke.backend.file.StoredFiles;

/**
 * The edge of files for browsers, by the device's cookie or a bearer token. Not allowed to see = not there. A view of the file itself is
 * noted before the browser is led on; the small pictures of a list are not views, and a browser may keep their way for a minute.
 */
@RestController
class FileAddressController {
    private static final String FORWARDED = "X-Forwarded-For";

    private final StoredFiles files;
    private final FileViews views;
    private final WhoMay whoMay;

    FileAddressController(StoredFiles files, FileViews views, WhoMay whoMay) {
        this.files = files;
        this.views = views;
        this.whoMay = whoMay;
    }

    @GetMapping(FilePaths.FILE)
    ResponseEntity<Void> file(@PathVariable String id, HttpServletRequest request) {
        var viewer = CallerFilter.viewerOf(request);
        var found = find(id, "StoredFile.url", viewer);
        found.ifPresent(file -> views.note(file, viewer, from(request)));
        return leadTo(found.map(files::address), CacheControl.noStore().cachePrivate());
    }

    @GetMapping(FilePaths.THUMBNAIL)
    ResponseEntity<Void> thumbnail(@PathVariable String id, HttpServletRequest request) {
        return leadTo(
                find(id, "StoredFile.thumbnailUrl", CallerFilter.viewerOf(request))
                        .flatMap(files::findThumbnailAddress),
                CacheControl.maxAge(StoredFiles.ADDRESS_LIFETIME).cachePrivate());
    }

    private Optional<StoredFile> find(String id, String field, Viewer viewer) {
        var permission = whoMay.permission(field, viewer);
        return permission.allowed()
                ? GlobalId.rawOf("StoredFile", id)
                        .flatMap(raw -> files.find(raw, permission.scope()))
                        .filter(file -> !file.gone())
                : Optional.empty();
    }

    private static ResponseEntity<Void> leadTo(Optional<String> address, CacheControl kept) {
        if (address.isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .build();
        }
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(address.get()))
                .cacheControl(kept)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** What proxies add at the end can be believed as far as they can. */
    private static String from(HttpServletRequest request) {
        return Stream.of(Optional.ofNullable(request.getHeader(FORWARDED)), Optional.of(request.getRemoteAddr()))
                .flatMap(Optional::stream)
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }
}
