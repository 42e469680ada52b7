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
 * @param cpu what processors spend
 */
record Load(int threads, Duration warmUp, Duration counted, Cpu cpu) {

    /** How often the two sides of a path take turns, so that a noisy minute hits both. */
    private static final int TURNS = 4;

    /** What a path showed. */
    record Shown(Figures product, Figures baseline) {}

    Shown measure(HotPath path) throws InterruptedException {
        var product = new Side(path.product());
        var baseline = new Side(path.baseline());
        run(product, warmUp);
        run(baseline, warmUp);
        product.forget();
        baseline.forget();
        for (int turn = 0; turn < TURNS; turn++) {
            run(product, counted.dividedBy(TURNS));
            run(baseline, counted.dividedBy(TURNS));
        }
        return new Shown(product.figures(), baseline.figures());
    }

    /** A side of a path, and what its calls took. */
    private static final class Side {
        private final HotPath.Operation operation;
        private final AtomicInteger calls = new AtomicInteger();
        private LongStream.Builder nanos = LongStream.builder();
        private Duration wall = Duration.ZERO;
        private Duration spent = Duration.ZERO;

        Side(HotPath.Operation operation) {
            this.operation = operation;
        }

        void forget() {
            nanos = LongStream.builder();
            wall = Duration.ZERO;
            spent = Duration.ZERO;
        }

        void add(long[] taken, Duration time, Duration cpu) {
            spent = spent.plus(cpu);
            LongStream.of(taken).forEach(nanos);
            wall = wall.plus(time);
        }

        Figures figures() {
            return Figures.of(nanos.build().toArray(), wall, spent);
        }
    }

    private void run(Side side, Duration time) throws InterruptedException {
        var before = cpu.spent();
        var begin = System.nanoTime();
        var nanos = run(side.operation, time, side.calls);
        var wall = Duration.ofNanos(System.nanoTime() - begin);
        side.add(nanos, wall, cpu.spent().minus(before));
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
