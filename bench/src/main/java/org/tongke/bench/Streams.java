package org.tongke.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Measures open streams on one backend, which is a process of its own: how much memory they take, and how long a change is on its
 * way to all of them. A third are phones that listen for nudges, a third subscriptions over server-sent events, a third over
 * WebSocket.
 */
final class Streams {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final int CHANGES = 20;
    private static final int WARM_UP = 5;

    private final Process backend;
    private final BufferedReader answers;
    private final PrintWriter commands;
    private int port;
    private final List<String> teachers = new ArrayList<>();
    private final List<String> developers = new ArrayList<>();

    private Streams(int count) throws IOException {
        backend = new ProcessBuilder(
                        tool("java"),
                        "-Xmx512m",
                        "-jar",
                        System.getProperty("java.class.path"),
                        StreamsBackend.COMMAND,
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = backend.inputReader(StandardCharsets.UTF_8);
        commands = new PrintWriter(backend.outputWriter(StandardCharsets.UTF_8), true);
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Measures and prints the figures. */
    static void measure(int count) throws Exception {
        var streams = new Streams(count);
        try {
            streams.awaitReady();
            streams.measureOpen(count);
        } finally {
            streams.commands.println("end");
            if (!streams.backend.waitFor(30, TimeUnit.SECONDS)) {
                streams.backend.destroyForcibly();
            }
        }
    }

    private void awaitReady() throws IOException {
        for (var line = answer(); !line.equals("ready"); line = answer()) {
            var words = line.split(" ");
            switch (words[0]) {
                case "port" -> port = Integer.parseInt(words[1]);
                case "teacher" -> teachers.add(words[1]);
                case "developer" -> developers.add(words[1]);
                default -> System.err.println(line); // its log
            }
        }
    }

    private void awaitAnswer(String expected) throws IOException {
        for (var line = answer(); !line.equals(expected); line = answer()) {
            System.err.println(line);
        }
    }

    private String answer() throws IOException {
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("the backend has ended");
        }
        return line;
    }

    private void measureOpen(int count) throws IOException, InterruptedException {
        // as much has been done before as is done after: classes are loaded, code is compiled
        try (var warm = new Listeners(port)) {
            open(warm, Math.min(count, 30));
            for (int number = 0; number < WARM_UP; number++) {
                change(warm);
            }
        }
        TimeUnit.SECONDS.sleep(20); // until the last beat has found them gone
        print("no stream", memory());
        try (var listeners = new Listeners(port)) {
            open(listeners, count);
            print(count + " streams, quiet", memory());
            var delays = new ArrayList<Long>();
            for (int number = 0; number < CHANGES; number++) {
                delays.addAll(change(listeners));
            }
            delays.sort(null);
            print(count + " streams, after " + CHANGES + " changes to all", memory());
            System.out.printf(
                    "a change at all %d: p50 %d ms, p95 %d ms, the last %d ms%n",
                    count, delays.get(delays.size() / 2), delays.get(delays.size() * 95 / 100), delays.getLast());
        }
    }

    private void open(Listeners listeners, int count) throws InterruptedException {
        for (int number = 0; number < count / 3; number++) {
            listeners.nudged(teachers.get(number % teachers.size()));
            listeners.events(developers.get(number % developers.size()));
            listeners.socket(developers.get(number % developers.size()));
        }
        listeners.awaitOpen(count / 3 * 3);
    }

    /** Moves one lesson. @return milliseconds until each heard of it */
    private List<Long> change(Listeners listeners) throws IOException, InterruptedException {
        var began = System.nanoTime();
        listeners.begin(began);
        commands.println("move");
        awaitAnswer("moved");
        var delays = listeners.awaitAll();
        // a page rests after a nudge, and is nudged again by what follows a move
        TimeUnit.MILLISECONDS.sleep(1500);
        return delays;
    }

    private record Memory(long heapKb, long rssKb) {}

    private Memory memory() throws IOException, InterruptedException {
        run("GC.run");
        TimeUnit.SECONDS.sleep(2);
        run("GC.run");
        return new Memory(
                number(USED, run("GC.heap_info")),
                number(RSS, Files.readString(Path.of("/proc", Long.toString(backend.pid()), "status"))));
    }

    private String run(String command) throws IOException, InterruptedException {
        var jcmd = new ProcessBuilder(tool("jcmd"), Long.toString(backend.pid()), command)
                .redirectErrorStream(true)
                .start();
        var said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private static long number(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return Long.parseLong(found.group(1));
    }

    private static void print(String when, Memory memory) {
        System.out.printf(
                "%s: heap %.1f MB after collection, RSS %.0f MB%n",
                when, memory.heapKb() / 1024.0, memory.rssKb() / 1024.0);
    }
}
