package org.tongke.frontend.pocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Runs JavaScript's own tools over the pocket modules: Node as it comes inside Playwright's driver, packages as they come in webjars, both
 * laid out once under {@code target}, where a program of another language can read them.
 */
class Node {
    private static final Path LAID_OUT = Path.of("target/pocket");
    private static final Path PAGES = Path.of("src/main/resources/META-INF/resources");

    /** What a run printed, and its code. */
    record Outcome(int code, String printed) {}

    /**
     * Runs a program until it ends.
     *
     * @param arguments script and what it is given; paths are relative to the module's folder
     */
    static Outcome run(Object... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(binary().toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), printed);
    }

    /** Folder with the files of a package, as they would stand in {@code node_modules}. */
    static Path unpacked(String name) throws IOException {
        var folder = "META-INF/resources/webjars/" + name + "/";
        for (var file : find("classpath*:" + folder + "*/**")) {
            if (file.isReadable()) {
                var address = file.getURL().toString();
                var path = address.substring(address.lastIndexOf(folder) + folder.length());
                lay(file, LAID_OUT.resolve(name).resolve(path.substring(path.indexOf('/') + 1)));
            }
        }
        return LAID_OUT.resolve(name);
    }

    /** The scripts of the pages, pocket's and Flow's. */
    static List<Path> scripts() throws IOException {
        try (var files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .toList();
        }
    }

    private static Path binary() throws IOException {
        var name = platform().startsWith("win") ? "node.exe" : "node";
        var file = find("classpath*:driver/" + platform() + "/" + name)[0];
        var binary = LAID_OUT.resolve(name);
        lay(file, binary);
        return binary.toAbsolutePath();
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arm = System.getProperty("os.arch").equals("aarch64") ? "-arm64" : "";
        return system.startsWith("windows") ? "win32_x64" : (system.startsWith("mac") ? "mac" : "linux") + arm;
    }

    private static Resource[] find(String pattern) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources(pattern);
    }

    /** Lays a file where there is none of its size yet, so that only the first run takes time; whole at once, as tests run side by side. */
    private static void lay(Resource file, Path place) throws IOException {
        if (!Files.exists(place) || Files.size(place) != file.contentLength()) {
            Files.createDirectories(place.getParent());
            var written = place.resolveSibling(
                    place.getFileName() + "-" + ProcessHandle.current().pid());
            Files.write(written, file.getContentAsByteArray());
            written.toFile().setExecutable(true);
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
