package org.tongke.backend.access.graphql;

import graphql.GraphQLContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.Account;
import org.tongke.backend.access.Accounts;
import org.tongke.backend.access.DemoAccounts;
import org.tongke.backend.access.DeviceCookie;
import org.tongke.backend.access.SignIns;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.who.Role;
import org.tongke.backend.base.who.Scope;
import org.tongke.backend.base.who.Viewer;
import org.tongke.backend.directory.Teacher;
import org.tongke.backend.directory.Teachers;

/** The section "access" of the schema. */
@Controller
class AccessController {
    private final Accounts accounts;
    private final SignIns signIns;
    private final Teachers teachers;
    private final Tokens tokens;
    private final DeviceCookie cookie;
    private final Answers answers;
    private final Texts texts;
    private final ObjectProvider<DemoAccounts> demo;

    AccessController(
            Accounts accounts,
            SignIns signIns,
            Teachers teachers,
            Tokens tokens,
            DeviceCookie cookie,
            Answers answers,
            Texts texts,
            ObjectProvider<DemoAccounts> demo) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.teachers = teachers;
        this.tokens = tokens;
        this.cookie = cookie;
        this.answers = answers;
        this.texts = texts;
        this.demo = demo;
    }

    @QueryMapping
    Optional<Account> viewer(Viewer viewer) {
        return Optional.ofNullable(viewer.account()).flatMap(accounts::find);
    }

    @QueryMapping
    List<DemoAccount> demoAccounts(Locale locale) {
        return demo.stream()
                .flatMap(accountsOfDemo -> accountsOfDemo.list().stream())
                .map(account -> new DemoAccount(
                        account.signInName(), account.password(), texts.get(account.labelKey(), locale)))
                .toList();
    }

    @MutationMapping
    SignInPayload signIn(@Argument SignInInput input, GraphQLContext context, Locale locale) {
        return answers.to(
                () -> {
                    var account = signIns.signIn(
                            input.signInName(),
                            input.password(),
                            input.newPassword(),
                            ViewerInterceptor.address(context));
                    // each sign-in is a device of its own; the one before it on this browser ends
                    ViewerInterceptor.findDeviceToken(context).ifPresent(tokens::revoke);
                    var userAgent = ViewerInterceptor.findUserAgent(context).orElse(null);
                    ViewerInterceptor.setCookie(context, cookie.set(tokens.issueDevice(account.id(), userAgent)));
                    return account;
                },
                SignInPayload::new,
                locale);
    }

    @MutationMapping
    SignOutPayload signOut(GraphQLContext context) {
        ViewerInterceptor.findDeviceToken(context).ifPresent(tokens::revoke);
        ViewerInterceptor.setCookie(context, cookie.clear());
        return new SignOutPayload(true);
    }

    @SchemaMapping
    Optional<Teacher> teacher(Account account) {
        return Optional.ofNullable(account.teacherId()).flatMap(id -> teachers.find(id, Scope.EVERYWHERE));
    }

    /** Where an account begins: what it looks at most often. */
    @SchemaMapping
    String startPath(Account account) {
        var role = account.grants().stream().map(grant -> grant.role()).findFirst();
        return role.map(AccessController::startPath).orElse("/me");
    }

    private static String startPath(Role role) {
        return switch (role) {
            case TEACHER -> "/m/today";
            case CLERK -> "/school";
            case COUNTY_OFFICER, CITY_OFFICER, PROVINCE_OFFICER -> "/progress";
            case SUPPLIER, ADMINISTRATOR -> "/exchange";
            case RESOURCE_CENTRE -> "/pushes";
            case DEVELOPER -> "/developers";
        };
    }

    record SignInInput(
            String signInName, String password, @Nullable String newPassword) {}

    record SignInPayload(@Nullable Account account, List<UserError> errors) {}

    record SignOutPayload(boolean signedOut) {}

    record DemoAccount(String signInName, String password, String label) {}
}
