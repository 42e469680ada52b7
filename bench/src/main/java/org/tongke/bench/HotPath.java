package org.tongke.bench;

/**
 * Something that is asked often, as the backend does it and as a program on the bare driver would.
 *
 * @param name name of the row in the report
 * @param product what the backend does
 * @param baseline the least that any program must do on the database for the same answer
 */
record HotPath(String name, Operation product, Operation baseline) {

    /** One call. */
    @FunctionalInterface
    interface Operation {

        /**
         * Calls once.
         *
         * @param call number of the call, so that no two calls ask for quite the same
         * @return how many things came back; the two sides of a path must agree in it
         */
        int run(int call);
    }

    /** Refuses to compare what is not the same. */
    void check(int calls) {
        for (int call = 0; call < calls; call++) {
            var ours = product.run(call);
            var bare = baseline.run(call);
            if (ours != bare) {
                throw new IllegalStateException(
                        "%s, call %d: the backend gives %d, the bare driver %d".formatted(name, call, ours, bare));
            }
        }
    }
}
