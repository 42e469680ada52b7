package org.tongke.backend.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Puts a part of a file into the bucket as browsers do. */
public final class PartPut {
    private PartPut() {}

    /** Puts the bytes, and returns the status of the answer. */
    public static int send(String address, byte[] bytes) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
