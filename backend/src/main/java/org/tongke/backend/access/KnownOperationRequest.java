package org.tongke.backend.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.tongke.backend.base.graphql.KnownOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A page's request {@code {"operationName": NAME, "variables": …}} with the known operation's document put in. */
final class KnownOperationRequest extends HttpServletRequestWrapper {
    private final byte[] body;

    private KnownOperationRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("the body is read at once");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public int getContentLength() {
        return body.length;
    }

    @Override
    public long getContentLengthLong() {
        return body.length;
    }

    /** Reads what a page sends. */
    @Component
    static class Factory {
        /** A header of our own: a foreign page cannot send it without being asked first whether it may. */
        static final String OWN_HEADER = "X-Tongke";

        private static final int LARGEST_BODY = 1 << 20;
        private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

        private final KnownOperations operations;
        private final JsonMapper json;

        Factory(KnownOperations operations, JsonMapper json) {
            this.operations = operations;
            this.json = json;
        }

        /** The request with the document that it names; empty if it names none that is known. */
        Optional<KnownOperationRequest> of(HttpServletRequest request) throws IOException {
            if (!HttpMethod.POST.matches(request.getMethod())
                    || request.getHeader(OWN_HEADER) == null
                    || !isJson(request.getContentType())) {
                return Optional.empty();
            }
            var sent = request.getInputStream().readNBytes(LARGEST_BODY);
            try {
                var body = json.readValue(sent, OBJECT);
                if (body.containsKey("query") || !(body.get("operationName") instanceof String name)) {
                    return Optional.empty();
                }
                return operations.find(name).map(document -> {
                    var whole = new LinkedHashMap<String, Object>(body);
                    whole.put("query", document);
                    return new KnownOperationRequest(request, json.writeValueAsBytes(whole));
                });
            } catch (JacksonException notJson) {
                return Optional.empty();
            }
        }

        private static boolean isJson(String contentType) {
            return contentType != null
                    && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(contentType));
        }
    }
}
