package org.tongke.standalone;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.tongke.embedded.EmbeddedBucket;
import org.tongke.embedded.EmbeddedMongo;

/**
 * Starts the embedded stores before everything else and stops them after it. {@code tongke.stores=external} leaves them out: then
 * {@code spring.mongodb.uri} and {@code tongke.bucket.*} name real ones.
 */
public class EmbeddedStores implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        Map<String, Object> settings = new HashMap<>();
        // pages ask the backend of the same process, whatever the port
        settings.put("tongke.backend-url", "http://localhost:" + environment.getProperty("server.port", "8080"));
        if ("embedded".equals(environment.getProperty("tongke.stores", "embedded"))) {
            var folder = Path.of(environment.getProperty("tongke.data", ".data"));
            // never leaves the process: nobody outside needs it
            var secret = UUID.randomUUID().toString();
            var mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
            stopLast(context, "embeddedMongo", mongo);
            var bucket = EmbeddedBucket.start(folder.resolve("bucket"), 0, "tongke", secret);
            stopLast(context, "embeddedBucket", bucket);
            settings.put("spring.mongodb.uri", mongo.uri());
            settings.put("tongke.bucket.endpoint", bucket.endpoint().toString());
            settings.put("tongke.bucket.access-key", "tongke");
            settings.put("tongke.bucket.secret-key", secret);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("stores", settings));
    }

    /** What is registered first is stopped last: after every bean that uses it. */
    private static void stopLast(ConfigurableApplicationContext context, String name, AutoCloseable store) {
        ((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(name, store::close);
    }
}
