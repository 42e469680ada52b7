package org.tongke.standalone.pocket;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How fast one way of a line is: all its connections share the bytes of a second, and each byte is some time on its way. */
final class Pace {
    private final long bytesPerSecond;
    private final Duration way;
    private final AtomicLong carried = new AtomicLong();

    /** When the line has sent all that it was given; guarded by this. */
    private long freeAt = System.nanoTime();

    /** One way without limits. */
    static Pace free() {
        return new Pace(Long.MAX_VALUE, Duration.ZERO);
    }

    Pace(long bytesPerSecond, Duration way) {
        this.bytesPerSecond = bytesPerSecond;
        this.way = way;
    }

    /** How many bytes were carried. */
    long carried() {
        return carried.get();
    }

    /** A stream that passes on at this pace, the first bytes after the time that a connection takes to be made. */
    OutputStream before(OutputStream end) {
        if (way.isZero()) {
            return new Counting(end);
        }
        var slow = new Slow(end, System.nanoTime() + way.toNanos());
        Thread.ofVirtual().start(slow::deliver);
        return slow;
    }

    private synchronized long send(int bytes) {
        freeAt = Math.max(freeAt, System.nanoTime()) + TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond;
        return freeAt + way.toNanos();
    }

    /** Passes on at once. */
    private final class Counting extends OutputStream {
        private final OutputStream end;

        Counting(OutputStream end) {
            this.end = end;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            end.write(bytes, from, length);
            carried.addAndGet(length);
        }

        @Override
        public void close() throws IOException {
            end.close();
        }
    }

    /** What is on its way; a piece without bytes is the end. */
    private record Piece(byte[] bytes, long at) {}

    private final class Slow extends OutputStream {
        private final OutputStream end;
        private final long madeAt;
        private final BlockingQueue<Piece> onTheWay = new LinkedBlockingQueue<>();

        Slow(OutputStream end, long madeAt) {
            this.end = end;
            this.madeAt = madeAt;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            onTheWay.add(new Piece(
                    Arrays.copyOfRange(bytes, from, from + length), Math.max(send(length), madeAt + way.toNanos())));
        }

        /** The end travels behind the bytes. */
        @Override
        public void close() {
            onTheWay.add(new Piece(new byte[0], 0));
        }

        private void deliver() {
            try (end) {
                for (var piece = onTheWay.take(); piece.bytes().length > 0; piece = onTheWay.take()) {
                    TimeUnit.NANOSECONDS.sleep(piece.at() - System.nanoTime());
                    end.write(piece.bytes());
                    carried.addAndGet(piece.bytes().length);
                }
            } catch (IOException ended) {
                // the phone or the product has gone
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
