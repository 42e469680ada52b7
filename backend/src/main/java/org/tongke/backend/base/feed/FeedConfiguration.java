package org.tongke.backend.base.feed;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the change feed within the application. */
@Configuration
class FeedConfiguration {

    @Bean
    FeedBell feedBell() {
        return new FeedBell();
    }

    @Bean
    DatabaseClock databaseClock(MongoDatabase database) {
        return new DatabaseClock(database);
    }

    @Bean
    MongoClientSettingsBuilderCustomizer feedBellHearsWrites(FeedBell bell) {
        return settings -> settings.addCommandListener(bell);
    }

    @Bean
    FeedRunner feedRunner(
            MongoDatabase database,
            ObjectProvider<FeedConsumer> consumers,
            FeedBell bell,
            MeterRegistry metrics,
            @Value("${tongke.feed:auto}") String mode) {
        return new FeedRunner(database, consumers.orderedStream().toList(), bell, metrics, mode);
    }
}
