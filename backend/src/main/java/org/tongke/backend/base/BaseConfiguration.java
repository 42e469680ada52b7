package org.tongke.backend.base;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The clock, the zone and the words that every room uses. */
@Configuration
class BaseConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The zone of days: of the programme's province. */
    @Bean
    ZoneId zone(@Value("${tongke.zone:Asia/Shanghai}") String zone) {
        return ZoneId.of(zone);
    }

    /** Message files of all rooms: {@code messages/backend/ROOM.properties} is Simplified Chinese,
     * {@code ROOM_en.properties} beside it English. */
    @Bean
    MessageSource messageSource() throws IOException {
        var source = new ReloadableResourceBundleMessageSource();
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/backend/*.properties");
        source.setBasenames(Arrays.stream(files)
                .map(file -> String.valueOf(file.getFilename()).replace(".properties", ""))
                .filter(name -> !name.endsWith("_en"))
                .distinct()
                .sorted()
                .map(name -> "classpath:messages/backend/" + name)
                .toArray(String[]::new));
        return source;
    }
}
