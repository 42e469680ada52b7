package org.tongke.backend.support;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;

/**
 * What rooms stand on in a small program of {@link KilledProgram}: the stores that its system properties name, and the time. For a class to extend
 * that scans its rooms. Not marked as a configuration, or the application under test would take it for one of its own.
 */
public abstract class ProgramBeans {

    @Bean
    MongoDatabase database() {
        return MongoClients.create(System.getProperty("spring.mongodb.uri"))
                .getDatabase(System.getProperty("tongke.mongo.database"));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ZoneId zone() {
        return ZoneId.of("Asia/Shanghai");
    }
}
