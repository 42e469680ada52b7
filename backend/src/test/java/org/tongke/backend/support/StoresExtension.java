package org.tongke.backend.support;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the stores of the run, and an empty database. */
final class StoresExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(StoresExtension.class);

    /** Else what a constructor takes would be that of all tests of the class. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == Stores.class || type == MongoDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Stores.class ? Stores.get() : database(test);
    }

    private static MongoDatabase database(ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .computeIfAbsent(MongoDatabase.class, any -> new Fresh(client(test)), Fresh.class)
                .database;
    }

    private static MongoClient client(ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Client.class, any -> new Client(), Client.class)
                .client;
    }

    /** The client of all tests of the run. */
    private static final class Client implements AutoCloseable {
        private final MongoClient client = Stores.get().connect();

        @Override
        public void close() {
            client.close();
        }
    }

    /** The database of one test. */
    private static final class Fresh implements AutoCloseable {
        private final MongoDatabase database;

        Fresh(MongoClient client) {
            database = Stores.freshDatabase(client);
        }

        @Override
        public void close() {
            database.drop();
        }
    }
}
