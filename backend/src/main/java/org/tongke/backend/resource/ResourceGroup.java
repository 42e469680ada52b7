package org.tongke.backend.resource;

import org.tongke.backend.base.id.GlobalId;
import org.tongke.backend.community.Community;

/**
 * A group that a resource is shared with 分享组: the schools of a community, or of a county.
 *
 * @param key its key: the community's channel, or {@code county:} and the code
 * @param name what it was called when the resource was shared with it
 */
public record ResourceGroup(String key, String name) {
    private static final String COUNTY = "county:";

    /** The schools of a community. */
    static ResourceGroup of(Community community) {
        return new ResourceGroup(community.channel(), community.name());
    }

    /** All schools of a county. */
    static ResourceGroup ofCounty(String code, String name) {
        return new ResourceGroup(keyOfCounty(code), name);
    }

    /** Key of the group of all schools of a county. */
    public static String keyOfCounty(String code) {
        return COUNTY + code;
    }

    /** Whether it is all schools of a county. */
    public boolean isCounty() {
        return key.startsWith(COUNTY);
    }

    /** Id of the community or of the county's region, as clients see it. */
    public String globalId() {
        var raw = key.substring(key.indexOf(':') + 1);
        return new GlobalId(isCounty() ? "Region" : "Community", raw).encode();
    }
}
