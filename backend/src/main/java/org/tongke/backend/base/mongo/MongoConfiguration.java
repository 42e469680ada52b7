package org.tongke.backend.base.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database that all rooms share; each owns its collections. */
@Configuration
class MongoConfiguration {

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, @Value("${tongke.mongo.database:tongke}") String name) {
        return client.getDatabase(name);
    }
}
