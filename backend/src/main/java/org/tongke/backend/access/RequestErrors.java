package org.tongke.backend.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.tongke.backend.base.error.ErrorCode;

/** Requests to /graphql that are none (no JSON, no query, another media type) are answered in the form of a GraphQL answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestErrors implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        var status = statusOf(thrown);
        if (status == null || !request.getServletPath().equals(CallerFilter.GRAPHQL)) {
            return null;
        }
        try {
            ErrorAnswer.write(request, response, status, ErrorCode.BAD_REQUEST);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    private static @Nullable HttpStatusCode statusOf(Exception thrown) {
        return switch (thrown) {
            case HttpMessageNotReadableException _ -> HttpStatus.BAD_REQUEST;
            case MultipartException _ -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case ErrorResponse refused when refused.getStatusCode().is4xxClientError() -> refused.getStatusCode();
            default -> null;
        };
    }
}
