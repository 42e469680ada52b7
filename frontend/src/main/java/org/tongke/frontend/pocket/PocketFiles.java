package org.tongke.frontend.pocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.TransformedResource;

/** The files of the pocket pages, as they stand under {@code META-INF/resources/m} and {@code tk}, without comments; read once. */
@Component
class PocketFiles {
    private static final String ROOT = "META-INF/resources";
    /** The only script that is no module, and waits for nothing. */
    private static final String HEAD = "/m/head.js";

    /** Style sheets that all pages have, in the order in which they hold. */
    private static final List<String> STYLES = List.of(
            "/tk/tokens.css",
            "/tk/acts.css",
            "/tk/parts.css",
            "/tk/bar.css",
            "/tk/week.css",
            "/tk/sheet.css",
            "/m/pocket.css");

    private final Map<String, byte[]> contents = new TreeMap<>();

    PocketFiles() {
        var resources = new PathMatchingResourcePatternResolver();
        for (var folder : List.of("m", "tk")) {
            try {
                for (var file : resources.getResources("classpath*:" + ROOT + "/" + folder + "/**")) {
                    if (file.isReadable()) {
                        contents.put(path(file), served(path(file), file.getContentAsByteArray()));
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private static byte[] served(String path, byte[] content) {
        return path.endsWith(".js") || path.endsWith(".css")
                ? WholeLineComments.takeOut(new String(content, UTF_8)).getBytes(UTF_8)
                : content;
    }

    /** Addresses of all files, in their order. */
    List<String> paths() {
        return List.copyOf(contents.keySet());
    }

    /** Addresses of what pages load one by one: all files but those that come as one, as most style sheets and all modules do. */
    List<String> loaded() {
        return contents.keySet().stream()
                .filter(path -> !STYLES.contains(path) && (!path.endsWith(".js") || path.equals(HEAD)))
                .toList();
    }

    /** The style sheets that all pages have as one, because on a slow link each file waits for its turn. */
    String style() {
        return STYLES.stream().map(this::text).collect(Collectors.joining("\n"));
    }

    /** Text of the file at an address. */
    String text(String path) {
        return new String(content(path), UTF_8);
    }

    /** A file as it is served. */
    TransformedResource served(Resource file) {
        return new TransformedResource(file, content(path(file)));
    }

    /** Tag of a content for {@code ETag}: a weak one, since the server compresses no answer with a strong one. */
    static String tag(byte[] content) {
        return "W/\"" + Fingerprint.of(content) + "\"";
    }

    /** Fingerprint of all files together: it changes when any of them does. */
    String version() {
        var all = new StringBuilder();
        contents.forEach((path, content) -> all.append(path).append(Fingerprint.of(content)));
        return Fingerprint.of(all.toString().getBytes(UTF_8));
    }

    private byte[] content(String path) {
        var content = contents.get(path);
        if (content == null) {
            throw new IllegalArgumentException("no file at " + path);
        }
        return content;
    }

    private static String path(Resource file) {
        try {
            var address = file.getURL().toString();
            return address.substring(address.lastIndexOf(ROOT) + ROOT.length());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
