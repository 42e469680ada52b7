package org.tongke.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A closed loop: some threads that each call as soon as the last call is answered.
 *
 * @param threads how many
 * @param warmUp how long they call before anything is counted
 * @param counted how long calls are counted
 */
record Load(int threads, Duration warmUp, Duration counted) {

    Figures measure(HotPath.Operation operation) throws InterruptedException {
        var calls = new AtomicInteger();
        run(operation, warmUp, calls);
        var begin = System.nanoTime();
        var nanos = run(operation, counted, calls);
        return Figures.of(nanos, Duration.ofNanos(System.nanoTime() - begin));
    }

    private long[] run(HotPath.Operation operation, Duration time, AtomicInteger calls) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        Callable<long[]> loop = () -> {
            var nanos = LongStream.builder();
            while (System.nanoTime() < end) {
                var begin = System.nanoTime();
                operation.run(calls.getAndIncrement());
                nanos.add(System.nanoTime() - begin);
            }
            return nanos.build().toArray();
        };
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var done = pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(_ -> loop).toList());
            var all = LongStream.builder();
            for (var one : done) {
                LongStream.of(one.get()).forEach(all);
            }
            return all.build().toArray();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
