package org.tongke.backend.access.graphql;

import graphql.GraphQLContext;
import java.util.List;
import java.util.Locale;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.tongke.backend.access.DeviceCookie;
import org.tongke.backend.access.SignIns;
import org.tongke.backend.access.Tokens;
import org.tongke.backend.access.Tokens.Device;
import org.tongke.backend.base.error.Answers;
import org.tongke.backend.base.error.Texts;
import org.tongke.backend.base.error.UserError;
import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.base.who.Viewer;

/** What somebody does with the own account: devices and password. */
@Controller
class DeviceController {
    private final Tokens tokens;
    private final SignIns signIns;
    private final DeviceCookie cookie;
    private final Answers answers;
    private final Texts texts;

    DeviceController(Tokens tokens, SignIns signIns, DeviceCookie cookie, Answers answers, Texts texts) {
        this.tokens = tokens;
        this.signIns = signIns;
        this.cookie = cookie;
        this.answers = answers;
        this.texts = texts;
    }

    @QueryMapping
    List<Device> devices(Viewer viewer, GraphQLContext context) {
        return tokens.listDevices(viewer.requireAccount(), ViewerInterceptor.findDeviceToken(context));
    }

    @SchemaMapping
    String id(Device device) {
        return new GlobalId("Device", device.id()).encode();
    }

    @SchemaMapping
    String label(Device device, Locale locale) {
        var program = texts.get("access.browser." + device.browser().program(), locale);
        return texts.get("access.device." + device.browser().device(), locale, program);
    }

    @MutationMapping
    AccessController.SignOutPayload signOutEverywhere(Viewer viewer, GraphQLContext context) {
        tokens.revokeDevices(viewer.requireAccount(), null);
        ViewerInterceptor.setCookie(context, cookie.clear());
        return new AccessController.SignOutPayload(true);
    }

    @MutationMapping
    SignOutDevicePayload signOutDevice(@Argument SignOutDeviceInput input, Viewer viewer, GraphQLContext context) {
        tokens.revokeDevice(viewer.requireAccount(), GlobalId.rawOrNobodys("Device", input.deviceId()));
        return new SignOutDevicePayload(devices(viewer, context));
    }

    @MutationMapping
    ChangePasswordPayload changePassword(
            @Argument ChangePasswordInput input, Viewer viewer, GraphQLContext context, Locale locale) {
        return answers.to(
                () -> {
                    signIns.changePassword(
                            viewer, input.oldPassword(), input.newPassword(), ViewerInterceptor.address(context));
                    tokens.revokeDevices(
                            viewer.requireAccount(),
                            ViewerInterceptor.findDeviceToken(context).orElse(null));
                    return true;
                },
                (changed, errors) -> new ChangePasswordPayload(changed != null, errors),
                locale);
    }

    record SignOutDeviceInput(String deviceId) {}

    record SignOutDevicePayload(List<Device> devices) {}

    record ChangePasswordInput(String oldPassword, String newPassword) {}

    record ChangePasswordPayload(boolean changed, List<UserError> errors) {}
}
