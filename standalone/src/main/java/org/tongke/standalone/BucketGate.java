package org.tongke.standalone;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Passes requests for the bucket on to the store behind, as a proxy does in a deployment: so phones need one address for pages,
 * API and files. The {@code Host} header stays, since signatures cover it; the store decides what is allowed.
 */
final class BucketGate extends HttpServlet {
    private static final long serialVersionUID = 1;

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT");
    private static final Set<String> OF_ONE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "transfer-encoding",
            "upgrade",
            "te",
            "trailer",
            "proxy-authorization",
            "expect",
            "content-length",
            "cookie");

    private static final String PDF = "application/pdf";

    /** What is opened there by itself runs nothing and asks for nothing. */
    private static final String ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final transient URI store;
    private final transient OkHttpClient client;

    BucketGate(URI store) {
        this.store = store;
        this.client = new OkHttpClient.Builder()
                .readTimeout(1, TimeUnit.MINUTES)
                .writeTimeout(1, TimeUnit.MINUTES)
                .followRedirects(false)
                .build();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!METHODS.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        try (var answer = client.newCall(passedOn(request)).execute()) {
            passBack(answer, response);
        }
    }

    private Request passedOn(HttpServletRequest request) {
        var query = request.getQueryString();
        var builder = new Request.Builder()
                .url(store + request.getRequestURI() + (query == null ? "" : "?" + query))
                .method(request.getMethod(), body(request));
        // asked for explicitly, or the client would unpack what the store packed
        builder.header("Accept-Encoding", "identity");
        Collections.list(request.getHeaderNames()).stream()
                .filter(name -> !OF_ONE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> builder.header(name, request.getHeader(name)));
        return builder.build();
    }

    private static @Nullable RequestBody body(HttpServletRequest request) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return null;
        }
        var type = request.getContentType();
        return new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return type == null ? null : MediaType.parse(type);
            }

            @Override
            public long contentLength() {
                return request.getContentLengthLong();
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                try (var source = Okio.source(request.getInputStream())) {
                    sink.writeAll(source);
                }
            }
        };
    }

    private static void passBack(Response answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.code());
        answer.headers().forEach(header -> {
            if (!OF_ONE_CONNECTION.contains(header.getFirst().toLowerCase(Locale.ROOT))) {
                response.addHeader(header.getFirst(), header.getSecond());
            }
        });
        response.setHeader("X-Content-Type-Options", "nosniff");
        // the PDF viewers of browsers do not start in a sandbox
        if (!PDF.equals(answer.header("Content-Type"))) {
            response.setHeader("Content-Security-Policy", ALONE);
        }
        var length = answer.header("Content-Length");
        if (length != null) {
            response.setContentLengthLong(Long.parseLong(length));
        }
        answer.body().byteStream().transferTo(response.getOutputStream());
    }
}
