package org.tongke.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uploads that a killed process left unfinished. The store writes an object beside its place, as {@code KEY-UUID}, and a file
 * left there would be listed as an object of that name.
 */
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private static final Pattern NAME = Pattern.compile("(.+)-\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    /** Written by the store after the last byte of an object: a file that lacks it is not complete. */
    private static final String COMPLETE = "content-md5";

    private static final String PROBE = "probe";

    private Leftovers() {}

    /** Removes them; nothing may serve the folder meanwhile. Real objects whose key looks the same stay. */
    static void remove(Path objects) throws IOException {
        if (!keepsAttributes(objects)) {
            LOG.warn(
                    "The file system of {} has no extended attributes: types, metadata and ETags will be lost",
                    objects);
            return;
        }
        Files.walkFileTree(objects, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (isLeftover(file)) {
                    LOG.info("Removing unfinished upload {}", file);
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isLeftover(Path file) throws IOException {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        var place = file.resolveSibling(name.group(1));
        return !attributes(file).list().contains(COMPLETE) || Files.exists(place) && Files.isSameFile(place, file);
    }

    private static boolean keepsAttributes(Path folder) {
        try {
            var view = attributes(folder);
            view.write(PROBE, ByteBuffer.wrap(new byte[] {1}));
            view.delete(PROBE);
            return true;
        } catch (IOException | UnsupportedOperationException unsupported) {
            return false;
        }
    }

    private static UserDefinedFileAttributeView attributes(Path file) {
        var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
        if (view == null) {
            throw new UnsupportedOperationException("No extended attributes on " + file);
        }
        return view;
    }
}
