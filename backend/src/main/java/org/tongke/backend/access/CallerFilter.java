package org.tongke.backend.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tongke.backend.base.error.ErrorCode;
import org.tongke.backend.base.who.Viewer;

/**
 * Finds out who asks, by bearer token or device cookie, and leaves the {@link Viewer} as a request attribute.
 *
 * <p>A request by token may send any document. Another one, which a foreign page could make a browser send, must carry a header
 * of our own and name a known operation ({@link KnownOperationRequests}). A WebSocket can do neither, so cookies count nothing
 * there: who asks is told by a token alone, with the handshake or after it.
 */
@Component
public class CallerFilter extends OncePerRequestFilter {
    /** Name of the request attribute that holds the viewer. */
    public static final String VIEWER = Viewer.class.getName();

    private static final String ADDRESS = CallerFilter.class.getName() + ".address";
    private static final String USER_AGENT = CallerFilter.class.getName() + ".userAgent";
    private static final String DEVICE_TOKEN = CallerFilter.class.getName() + ".device";
    private static final String TOKEN = CallerFilter.class.getName() + ".token";

    /** Path of the API. */
    static final String GRAPHQL = "/graphql";

    private static final String BEARER = "Bearer ";

    private static final int LARGEST_BODY = 8 << 20;

    private final Tokens tokens;
    private final DeviceCookie cookie;
    private final KnownOperationRequests knownOperations;

    CallerFilter(Tokens tokens, DeviceCookie cookie, KnownOperationRequests knownOperations) {
        this.tokens = tokens;
        this.cookie = cookie;
        this.knownOperations = knownOperations;
    }

    /** Who asks; nobody where the request brought no token. */
    public static Viewer viewerOf(HttpServletRequest request) {
        return request.getAttribute(VIEWER) instanceof Viewer viewer ? viewer : Viewer.NOBODY;
    }

    /** The device's token among a request's attributes, if it came with the cookie or as a bearer token. */
    public static Optional<String> findDeviceToken(Map<String, Object> attributes) {
        return Optional.ofNullable((String) attributes.get(DEVICE_TOKEN));
    }

    /** The token among a request's attributes, however it came. */
    public static Optional<String> findToken(Map<String, Object> attributes) {
        return Optional.ofNullable((String) attributes.get(TOKEN));
    }

    /** The network address of whoever asks, among the attributes of a request. */
    public static String addressOf(Map<String, Object> attributes) {
        return (String) attributes.getOrDefault(ADDRESS, "");
    }

    /** What a request says of its browser, among its attributes. */
    public static Optional<String> findUserAgent(Map<String, Object> attributes) {
        return Optional.ofNullable((String) attributes.get(USER_AGENT));
    }

    /** Who asks, among the attributes of a WebSocket: by the token that it was opened with. */
    public static void setCaller(Map<String, Object> attributes, String token, Tokens.Caller caller) {
        attributes.put(TOKEN, token);
        attributes.put(VIEWER, caller.viewer());
        if (caller.kind() == TokenKind.DEVICE) {
            attributes.put(DEVICE_TOKEN, token);
        }
    }

    /** Nobody asks any more: the token of a WebSocket has ended. */
    public static void setNobody(Map<String, Object> attributes) {
        attributes.put(VIEWER, Viewer.NOBODY);
        attributes.remove(DEVICE_TOKEN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isGraphQl(request) && isHandshake(request)) {
            shakeHands(request, response, chain);
            return;
        }
        if (isGraphQl(request) && !HttpMethod.POST.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
            ErrorAnswer.write(request, response, HttpStatus.METHOD_NOT_ALLOWED, ErrorCode.BAD_REQUEST);
            return;
        }
        if (String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
            response.setHeader("X-Accel-Buffering", "no"); // nginx would keep events back
        }
        if (request.getContentLengthLong() > LARGEST_BODY) {
            ErrorAnswer.write(request, response, HttpStatus.CONTENT_TOO_LARGE, ErrorCode.BAD_REQUEST);
            return;
        }
        request.setAttribute(ADDRESS, ClientAddress.of(request));
        request.setAttribute(USER_AGENT, request.getHeader(HttpHeaders.USER_AGENT));
        var bearer = findBearer(request);
        if (bearer.isPresent()) {
            byToken(bearer.get(), request, response, chain);
        } else {
            byCookie(request, response, chain);
        }
    }

    private static Viewer asking(Tokens.Caller caller, HttpServletRequest request) {
        return caller.viewer().askingFrom((String) Objects.requireNonNull(request.getAttribute(ADDRESS)));
    }

    private static boolean isGraphQl(HttpServletRequest request) {
        return request.getServletPath().equals(GRAPHQL);
    }

    private static boolean isHandshake(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    /** A token that stands for nobody is told at once; one that comes later, or none, when the connection is initialised. */
    private void shakeHands(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (findBearer(request).filter(token -> tokens.find(token).isEmpty()).isPresent()) {
            unauthenticated(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void unauthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        ErrorAnswer.write(request, response, HttpStatus.UNAUTHORIZED, ErrorCode.UNAUTHENTICATED);
    }

    /** The token that a request came with: the bearer token, else the one in the cookie. */
    static Optional<String> findToken(HttpServletRequest request) {
        return findBearer(request).or(() -> DeviceCookie.read(request));
    }

    private static Optional<String> findBearer(HttpServletRequest request) {
        return findBearer(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    /** The token in an {@code Authorization}. */
    public static Optional<String> findBearer(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private void byToken(String token, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = tokens.find(token);
        if (caller.isEmpty()) {
            unauthenticated(request, response);
            return;
        }
        request.setAttribute(TOKEN, token);
        request.setAttribute(VIEWER, asking(caller.get(), request));
        if (caller.get().kind() == TokenKind.DEVICE) {
            request.setAttribute(DEVICE_TOKEN, token);
        }
        if (isGraphQl(request)) {
            anyDocument(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void anyDocument(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // a sender need not tell the length of a body, so it is read here
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        var sent = new RequestWithBody(request, body);
        if (body.length > LARGEST_BODY) {
            ErrorAnswer.write(request, response, HttpStatus.CONTENT_TOO_LARGE, ErrorCode.BAD_REQUEST);
        } else if (RequestWithBody.isJson(request) && !sent.holdsObject()) {
            ErrorAnswer.write(request, response, HttpStatus.BAD_REQUEST, ErrorCode.BAD_REQUEST);
        } else {
            chain.doFilter(sent, response);
        }
    }

    private void byCookie(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = DeviceCookie.read(request);
        var caller = token.flatMap(tokens::find);
        request.setAttribute(VIEWER, caller.map(found -> asking(found, request)).orElse(Viewer.NOBODY));
        token.ifPresent(text -> {
            request.setAttribute(TOKEN, text);
            request.setAttribute(DEVICE_TOKEN, text);
        });
        if (caller.isPresent() && caller.get().renewed()) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.set(token.orElseThrow()));
        }
        if (!isGraphQl(request)) {
            chain.doFilter(request, response);
            return;
        }
        var known = knownOperations.of(request);
        if (known.isEmpty()) {
            ErrorAnswer.write(request, response, HttpStatus.BAD_REQUEST, ErrorCode.UNKNOWN_OPERATION);
            return;
        }
        chain.doFilter(known.get(), response);
    }
}
