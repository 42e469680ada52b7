package org.tongke.backend.resource;

import java.util.Optional;
import org.tongke.backend.file.UploadTicket;

/**
 * What came of sharing: a resource that is there, or leave to upload the file that it consists of.
 *
 * @param resource the resource; empty as long as its file has not been checked
 * @param ticket leave to upload; empty where nothing need be sent any more
 */
public record Shared(Optional<Resource> resource, Optional<UploadTicket> ticket) {
    static Shared done(Resource resource) {
        return new Shared(Optional.of(resource), Optional.empty());
    }

    static Shared waiting(UploadTicket ticket) {
        return new Shared(Optional.empty(), Optional.of(ticket));
    }
}
