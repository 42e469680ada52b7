package org.tongke.backend;

import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongke.backend.base.backup.RestoreMark;

/** Keeps the backend from starting on stores that hold half of a backup. Looks as soon as there is a database, before any room does. */
@Configuration(proxyBeanMethods = false)
class WholeStores {

    @Bean
    static BeanPostProcessor refuseHalfRestoredStores() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof MongoDatabase database) {
                    RestoreMark.checkNone(database);
                }
                return bean;
            }
        };
    }
}
