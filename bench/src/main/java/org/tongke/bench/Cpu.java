package org.tongke.bench;

import com.mongodb.client.MongoDatabase;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.bson.Document;

/**
 * Time that processors spent, in this process and in mongod together. Where others use the machine, too, a call takes longer, but
 * it needs as much of the processors as ever.
 */
final class Cpu {
    private final MongoDatabase database;
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    Cpu(MongoDatabase database) {
        this.database = database;
    }

    /** What was spent since both were started; of mongod nothing, where its system does not tell. */
    Duration spent() {
        var info = database.runCommand(new Document("serverStatus", 1)).get("extra_info", Document.class);
        var mongod = micros(info, "user_time_us") + micros(info, "system_time_us");
        return Duration.ofNanos(process.getProcessCpuTime() + mongod * 1_000);
    }

    private static long micros(Document info, String name) {
        return info.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
