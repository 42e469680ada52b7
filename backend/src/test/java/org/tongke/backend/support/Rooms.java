package org.tongke.backend.support;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.tongke.backend.activity.Activities;
import org.tongke.backend.base.text.Sounds;
import org.tongke.backend.community.Communities;
import org.tongke.backend.directory.Schools;
import org.tongke.backend.exchange.Batches;

/** The rooms from the directory up to the exchange, on a database of its own, without edge, subscriptions and feed: quick to start. */
@ComponentScan(
        basePackageClasses = {Sounds.class, Schools.class, Communities.class, Activities.class, Batches.class},
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(graphql|sheet)\\..*|.*\\.ActivityChanges"),
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Rooms {

    /** Started; whoever asks for it closes it. */
    public static ConfigurableApplicationContext on(MongoDatabase database) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(ZoneId.class, () -> ZoneId.of("Asia/Shanghai"));
        context.register(Rooms.class);
        context.refresh();
        return context;
    }
}
