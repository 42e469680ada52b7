package org.tongke.backend.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A small program as a process of its own, which dies at a point. */
public final class KilledProgram {
    private KilledProgram() {}

    /**
     * Runs a program to its end and answers with its exit status: {@link ChildBackend#KILLED} if it came to the point.
     *
     * @param main has the program, which finds {@link Stores} among its system properties; its errors go into a file of its name in the
     *     build's folder
     */
    public static int run(String point, Class<?> main, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Djava.awt.headless=true",
                "-Xmx256m",
                "-Dtongke.kill-at=" + point));
        Stores.get().properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.to(new File("target/" + main.getName() + ".log")))
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(main.getName() + " does not end");
        }
        return process.exitValue();
    }
}
