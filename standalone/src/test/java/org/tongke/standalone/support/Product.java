package org.tongke.standalone.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongke.standalone.EmbeddedStores;
import org.tongke.standalone.StandaloneApplication;

/** The whole product with the demo's data, as {@code bin/run} starts it, once for all tests of a JVM. */
public final class Product {
    private static final Product RUNNING = start();

    private final ConfigurableApplicationContext application;
    private final String address;

    private Product(ConfigurableApplicationContext application, String address) {
        this.application = application;
        this.address = address;
    }

    /** The running product. */
    public static Product get() {
        return RUNNING;
    }

    /** Address of the product, without a slash at the end. */
    public String address() {
        return address;
    }

    /** A part of the running product, for what no page does. */
    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    private static Product start() {
        try {
            var folder = Files.createTempDirectory("tongke-product");
            var port = freePort();
            var address = "http://localhost:" + port;
            var application = new SpringApplication(StandaloneApplication.class);
            application.addInitializers(new EmbeddedStores());
            var context = application.run(
                    "--server.port=" + port,
                    "--tongke.data=" + folder,
                    // the demo's county is enough
                    "--tongke.demo-weeks=0",
                    "--tongke.public-url=" + address,
                    // what is verified is public at once
                    "--tongke.publication.age=0s",
                    "--spring.main.banner-mode=off");
            var product = new Product(context, address);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> product.stop(folder)));
            return product;
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    private void stop(Path folder) {
        application.close();
        try (var files = Files.walk(folder)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        } catch (IOException stays) {
            // a folder of a test that stays behind in the system's temporary files harms nobody
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
