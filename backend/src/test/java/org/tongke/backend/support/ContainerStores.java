package org.tongke.backend.support;

import java.nio.file.Path;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * Real stores in containers, for a machine where Docker runs: the images of the compose file. They go with the JVM. Containers are
 * removed by Testcontainers itself.
 */
final class ContainerStores {
    private static final String ACCESS_KEY = "tests";
    private static final String SECRET_KEY = "secret-of-tests";
    private static final int S3_PORT = 9000;

    private ContainerStores() {}

    static Stores get() {
        return Started.STORES;
    }

    private static final class Started {
        static final Stores STORES = start();
    }

    @SuppressWarnings("resource") // they run as long as the JVM
    private static Stores start() {
        var mongo = new MongoDBContainer("mongo:8.0").withReplicaSet();
        var minioFile = Path.of("..", "deploy", "minio.Dockerfile");
        var minio = new GenericContainer<>(new ImageFromDockerfile().withDockerfile(minioFile))
                .withEnv("MINIO_ROOT_USER", ACCESS_KEY)
                .withEnv("MINIO_ROOT_PASSWORD", SECRET_KEY)
                .withExposedPorts(S3_PORT)
                .waitingFor(Wait.forHttp("/minio/health/ready").forPort(S3_PORT));
        mongo.start();
        minio.start();
        var endpoint = "http://%s:%d".formatted(minio.getHost(), minio.getMappedPort(S3_PORT));
        return new Stores(mongo.getReplicaSetUrl(), endpoint, ACCESS_KEY, SECRET_KEY, Stores.uniqueName());
    }
}
