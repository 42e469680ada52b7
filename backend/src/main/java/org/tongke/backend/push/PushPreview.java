package org.tongke.backend.push;

import java.util.List;

/**
 * Whom a rule meets now.
 *
 * @param receivers the schools, in the order of their names
 * @param everybody whether they are all schools of the centre's region
 */
public record PushPreview(List<Receiver> receivers, boolean everybody) {

    public PushPreview {
        receivers = List.copyOf(receivers);
    }

    /** How many of their teachers it is for. */
    public int teachers() {
        return receivers.stream().mapToInt(Receiver::teachers).sum();
    }
}
