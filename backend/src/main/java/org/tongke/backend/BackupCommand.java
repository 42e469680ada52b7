package org.tongke.backend;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.tongke.backend.base.backup.BackupException;
import org.tongke.backend.base.backup.Backups;
import org.tongke.backend.base.bucket.Bucket;
import org.tongke.backend.base.mongo.Fact;
import org.tongke.backend.base.settings.WrongSettingException;

/**
 * The commands {@code --tongke.backup=FILE} and {@code --tongke.restore=FILE}: instead of the product, a process that makes a backup or puts one back on
 * the stores that the settings name, says how much it was, and ends with 0; with 1 and a sentence if it could not.
 */
public final class BackupCommand {
    private static final Logger LOG = LoggerFactory.getLogger(BackupCommand.class);
    private static final String BACKUP = "tongke.backup";
    private static final String RESTORE = "tongke.restore";

    private BackupCommand() {}

    /** Only the stores, whose settings are checked, and nothing that works on them. No component, else the product would find it. */
    @ImportAutoConfiguration(MongoAutoConfiguration.class)
    @ComponentScan(basePackageClasses = {Bucket.class, Fact.class, Backups.class, WrongSettingException.class})
    static class OnlyStores {}

    /** Whether the arguments of a process ask for it. */
    public static boolean isAsked(String... arguments) {
        return Arrays.stream(arguments)
                .anyMatch(one -> one.startsWith("--" + BACKUP + "=") || one.startsWith("--" + RESTORE + "="));
    }

    /**
     * Does it.
     *
     * @param prepare adds to the application what starts the stores, if they are not outside
     * @return the code with which the process should end
     */
    public static int run(UnaryOperator<SpringApplication> prepare, String... arguments) {
        var application = new SpringApplication(OnlyStores.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        try (var context = prepare.apply(application).run(arguments)) {
            var backups = context.getBean(Backups.class);
            var backup = context.getEnvironment().getProperty(BACKUP);
            var amount = backup != null
                    ? backups.write(Path.of(backup), Instant.now())
                    : backups.restore(Path.of(context.getEnvironment().getRequiredProperty(RESTORE)), Instant.now());
            LOG.info("{} documents and {} files", amount.documents(), amount.objects());
            return 0;
        } catch (BackupException failure) {
            LOG.error("{}", failure.getMessage(), failure.getCause());
            return 1;
        }
    }
}
