package org.tongke.frontend.access;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongke.frontend.client.Backend;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.contract.client.ChangePasswordGraphQLQuery;
import org.tongke.frontend.contract.client.ChangePasswordProjectionRoot;
import org.tongke.frontend.contract.client.DevicesGraphQLQuery;
import org.tongke.frontend.contract.client.DevicesProjectionRoot;
import org.tongke.frontend.contract.client.SignOutDeviceGraphQLQuery;
import org.tongke.frontend.contract.client.SignOutDeviceProjectionRoot;
import org.tongke.frontend.contract.client.SignOutEverywhereGraphQLQuery;
import org.tongke.frontend.contract.client.SignOutEverywhereProjectionRoot;
import org.tongke.frontend.contract.types.ChangePasswordInput;
import org.tongke.frontend.contract.types.ChangePasswordPayload;
import org.tongke.frontend.contract.types.Device;
import org.tongke.frontend.contract.types.SignOutDeviceInput;
import org.tongke.frontend.contract.types.SignOutDevicePayload;
import org.tongke.frontend.contract.types.SignOutPayload;

/** The caller's own devices and password. */
@Component
public class OwnDevices {
    private final Backend backend;

    public OwnDevices(Backend backend) {
        this.backend = backend;
    }

    List<Device> list() {
        var wanted =
                new DevicesProjectionRoot<>().id().label().signedInAt().usedAt().current();
        return backend.list(DevicesGraphQLQuery.newRequest().build(), wanted, Device.class);
    }

    void signOut(Device device) {
        var wanted = new SignOutDeviceProjectionRoot<>();
        wanted.devices().id();
        var command = SignOutDeviceGraphQLQuery.newRequest()
                .input(SignOutDeviceInput.newBuilder().deviceId(device.getId()).build())
                .build();
        backend.get(command, wanted, SignOutDevicePayload.class);
    }

    void signOutEverywhere() {
        var wanted = new SignOutEverywhereProjectionRoot<>().signedOut();
        backend.get(SignOutEverywhereGraphQLQuery.newRequest().build(), wanted, SignOutPayload.class);
    }

    /** @throws RefusedException with what to mend at {@code oldPassword} or {@code newPassword} */
    void changePassword(String oldPassword, String newPassword) {
        var wanted = new ChangePasswordProjectionRoot<>().changed();
        wanted.errors().path().message().code();
        var input = ChangePasswordInput.newBuilder()
                .oldPassword(oldPassword)
                .newPassword(newPassword)
                .build();
        var command = ChangePasswordGraphQLQuery.newRequest().input(input).build();
        RefusedException.throwIfAny(
                backend.get(command, wanted, ChangePasswordPayload.class).getErrors());
    }
}
