package org.tongke.backend.access.graphql;

import graphql.GraphQLContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.AccessTokens;
import org.tongke.backend.access.SandboxTokens;
import org.tongke.backend.access.TokenKind;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.UserError;

/** Tokens with which anybody tries the API, and what the guide for programs says of tokens. */
@Controller
class SandboxController {
    private static final String LIMITS = "ApiLimits";

    private final SandboxTokens sandbox;
    private final Answers answers;

    SandboxController(SandboxTokens sandbox, Answers answers) {
        this.sandbox = sandbox;
        this.answers = answers;
    }

    @MutationMapping
    IssueSandboxTokenPayload issueSandboxToken(
            @Argument IssueSandboxTokenInput input, GraphQLContext context, Locale locale) {
        return answers.to(
                () -> sandbox.issue(input.id(), ViewerInterceptor.address(context)),
                (issued, errors) -> issued == null
                        ? new IssueSandboxTokenPayload(null, null, errors)
                        : new IssueSandboxTokenPayload(issued.secret(), issued.expiresAt(), errors),
                locale);
    }

    @SchemaMapping(typeName = "ApiGuide", field = "sandbox")
    boolean isOpen() {
        return sandbox.isOpen();
    }

    @SchemaMapping(typeName = LIMITS)
    int tokens() {
        return AccessTokens.MOST;
    }

    @SchemaMapping(typeName = LIMITS)
    int sandboxTokens() {
        return SandboxTokens.MOST_OF_ADDRESS;
    }

    @SchemaMapping(typeName = LIMITS)
    int sandboxHours() {
        return (int) TokenKind.SANDBOX.lifetime().toHours();
    }

    record IssueSandboxTokenInput(UUID id) {}

    record IssueSandboxTokenPayload(
            @Nullable String secret, @Nullable Instant expiresAt, List<UserError> errors) {}
}
