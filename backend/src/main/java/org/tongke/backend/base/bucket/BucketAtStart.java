package org.tongke.backend.base.bucket;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Makes the bucket before the first request. A store that is down does not keep the backend from starting: it is tried until it answers. */
@Component
class BucketAtStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BucketAtStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final MinioBucket bucket;
    private volatile @Nullable Thread trying;
    private volatile boolean running;

    BucketAtStart(MinioBucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public void start() {
        running = true;
        try {
            bucket.create();
        } catch (BucketException down) {
            LOG.warn("The bucket does not answer yet: {}", String.valueOf(down.getCause()));
            trying = Thread.ofVirtual().name("bucket").start(this::tryOn);
        }
    }

    private void tryOn() {
        while (running) {
            try {
                Thread.sleep(PAUSE);
                bucket.create();
                LOG.info("The bucket answers");
                return;
            } catch (BucketException stillDown) {
                LOG.debug("The bucket does not answer", stillDown);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        var thread = trying;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }
}
