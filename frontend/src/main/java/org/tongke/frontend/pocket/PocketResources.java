package org.tongke.frontend.pocket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves modules and styles by their fingerprints: files in a jar carry the time of the build, which need not change with them. */
@Configuration(proxyBeanMethods = false)
class PocketResources implements WebMvcConfigurer {
    private final PocketFiles files;

    PocketResources(PocketFiles files) {
        this.files = files;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        for (var folder : List.of("m", "tk")) {
            registry.addResourceHandler("/" + folder + "/**")
                    .addResourceLocations("classpath:/META-INF/resources/" + folder + "/")
                    .setCacheControl(CacheControl.noCache())
                    .setUseLastModified(false)
                    .setEtagGenerator(file -> PocketFiles.tag(content(file)))
                    .resourceChain(true)
                    .addTransformer((request, file, chain) -> files.served(chain.transform(request, file)));
        }
    }

    private static byte[] content(Resource served) {
        try {
            return served.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
