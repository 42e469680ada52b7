package org.tongke.standalone.pocket;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** The link of one page: slow, cut in the middle of what it carries, or as it is. */
final class Link {
    private static final int AS_IT_IS = -1;

    private final CDPSession session;

    Link(Page page) {
        session = page.context().newCDPSession(page);
        session.send("Network.enable");
    }

    /** Uploads take their time. */
    void slow(int bytesPerSecond) {
        emulate(false, bytesPerSecond);
    }

    /** Breaks what is under way, too. */
    void cut() {
        emulate(true, AS_IT_IS);
    }

    void mend() {
        emulate(false, AS_IT_IS);
    }

    private void emulate(boolean offline, int uploadBytesPerSecond) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", offline);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", AS_IT_IS);
        conditions.addProperty("uploadThroughput", uploadBytesPerSecond);
        session.send("Network.emulateNetworkConditions", conditions);
    }
}
