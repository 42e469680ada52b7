package org.tongke.backend;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.backup.RestoreMark;

/**
 * Keeps the backend from starting on stores that hold half of a backup. It looks before there is a web server, and so before any room uses
 * the stores and before there is something to take down with a lot of words.
 */
@Component
class WholeStores implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {
    private final MongoDatabase database;

    WholeStores(MongoDatabase database) {
        this.database = database;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        RestoreMark.checkNone(database);
    }
}
