package org.tongke.backend.resource;

/** What others may do with a resource. */
public enum Licence {
    /** Use it in lessons within the groups that it is shared with. */
    GROUP_ONLY,
    /** Use, change and pass it on, with the author's name and not for money (CC BY-NC 4.0). */
    CC_BY_NC,
    /** Use, change and pass it on, with the author's name (CC BY 4.0). */
    CC_BY,
    /** Anything (CC0 1.0). */
    CC0
}
