package org.tongke.backend.support;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets tests look at what the application sends to the database. */
@TestConfiguration(proxyBeanMethods = false)
class SentCommandsConfiguration {

    @Bean
    SentCommands sentCommands() {
        return new SentCommands();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer withSentCommands(SentCommands commands) {
        return settings -> settings.addCommandListener(commands);
    }
}
