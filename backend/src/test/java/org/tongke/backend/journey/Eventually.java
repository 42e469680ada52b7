package org.tongke.backend.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again and again, for what follows a request by itself. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Eventually() {}

    /** What is answered as soon as it is as expected; what was answered last, if it never is. */
    static String answers(Supplier<String> question, Predicate<String> expected) throws InterruptedException {
        return answers(PATIENCE, question, expected);
    }

    /** The same, for no longer than some time. */
    static String answers(Duration within, Supplier<String> question, Predicate<String> expected)
            throws InterruptedException {
        var end = Instant.now().plus(within);
        var answer = question.get();
        while (!expected.test(answer) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            answer = question.get();
        }
        return answer;
    }
}
