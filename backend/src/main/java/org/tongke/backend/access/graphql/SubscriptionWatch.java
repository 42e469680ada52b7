package org.tongke.backend.access.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.dataloader.DataLoader;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.stereotype.Component;
import org.tongke.backend.access.WhoMay;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.error.RequestException;
import org.tongke.backend.base.graphql.TopLevelErrors;
import org.tongke.backend.base.who.Viewer;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Ends a subscription when its caller's rights end or change, before it is told any more; and after its longest life, so that
 * streams spread over the backends again. How it ended is told by a code.
 */
@Component
class SubscriptionWatch {
    private final WhoMay whoMay;
    private final TopLevelErrors errors;
    private final Duration beat;
    private final Duration longest;

    SubscriptionWatch(
            WhoMay whoMay,
            TopLevelErrors errors,
            @Value("${tongke.live.beat:15s}") Duration beat,
            @Value("${tongke.live.longest:1h}") Duration longest) {
        this.whoMay = whoMay;
        this.errors = errors;
        this.beat = beat;
        this.longest = longest;
    }

    /** The same items, as long as the caller may see them. */
    Flux<?> over(Publisher<?> items, DataFetchingEnvironment field) {
        var endsAt = System.nanoTime() + life().toNanos();
        var beats = Flux.interval(beat, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .doOnNext(number -> check(field, endsAt));
        return Flux.from(items)
                .doOnNext(item -> check(field, endsAt))
                .doOnNext(item -> forgetLoaded(field))
                .takeUntilOther(beats.then())
                .onErrorMap(thrown -> new SubscriptionPublisherException(List.of(errors.of(thrown, field)), thrown));
    }

    /** Not the same for all: those that began together should not all come back together. */
    private Duration life() {
        return longest.multipliedBy(90 + ThreadLocalRandom.current().nextInt(10))
                .dividedBy(100);
    }

    private void check(DataFetchingEnvironment field, long endsAt) {
        var before = ViewerInterceptor.viewer(field.getGraphQlContext());
        var now = ViewerInterceptor.viewerNow(field.getGraphQlContext());
        if (!now.signedIn()) {
            throw new RequestException(ErrorCode.UNAUTHENTICATED);
        }
        if (!now.isAs(before)) {
            throw new RequestException(isAllowed(field, now) ? ErrorCode.STREAM_ENDED : ErrorCode.FORBIDDEN);
        }
        if (System.nanoTime() - endsAt >= 0) {
            throw new RequestException(ErrorCode.STREAM_ENDED);
        }
    }

    private boolean isAllowed(DataFetchingEnvironment field, Viewer viewer) {
        return whoMay.permission("Subscription." + field.getField().getName(), viewer)
                .allowed();
    }

    /** What one item has loaded would be kept for all that follow, and grow old. */
    private static void forgetLoaded(DataFetchingEnvironment field) {
        field.getDataLoaderRegistry().getDataLoaders().forEach(DataLoader::clearAll);
    }
}
