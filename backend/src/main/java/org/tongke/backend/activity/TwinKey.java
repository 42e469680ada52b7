package org.tongke.backend.activity;

import java.util.Optional;
import org.tongke.backend.base.text.Names;

/** What two reports of one lesson have in common: community, start, and the class that is taught, at its school. */
final class TwinKey {
    /** Stands between the parts, which hold no control characters. */
    private static final String BETWEEN = "\u001f";

    private TwinKey() {}

    /** Empty where no class is told: then nothing says that two lessons at the same time are one. */
    static Optional<String> of(Activity activity) {
        var taught = activity.schools().getFirst();
        var className = taught.className() == null ? activity.className() : taught.className();
        return Optional.ofNullable(className)
                .map(name -> String.join(
                        BETWEEN,
                        activity.communityId(),
                        activity.startsAt().toString(),
                        taught.schoolId(),
                        Names.normalize(name)));
    }
}
