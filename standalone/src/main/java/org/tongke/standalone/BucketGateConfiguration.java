package org.tongke.standalone;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Where the bucket is reached from outside: at its own name below the product's address. */
@Configuration
class BucketGateConfiguration {

    @Bean
    ServletRegistrationBean<BucketGate> bucketGate(
            @Value("${tongke.bucket.endpoint}") URI store, @Value("${tongke.bucket.name:tongke-files}") String bucket) {
        return new ServletRegistrationBean<>(new BucketGate(store), "/" + bucket + "/*");
    }

    /** The store checks signatures itself; nothing of the session belongs there. */
    @Bean
    @Order(0)
    SecurityFilterChain bucketChain(HttpSecurity http, @Value("${tongke.bucket.name:tongke-files}") String bucket)
            throws Exception {
        return http.securityMatcher("/" + bucket + "/**")
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
