package io.couplet.local.stack;

/** Asks a child, in its own protocol, whether it does its work. Quick: limited to a second or so. */
interface Readiness {
    /** Whether it answered as it should; an exception counts as no. */
    @SuppressWarnings("checkstyle:IllegalThrows") // clients of four protocols, each with its own checked exception
    boolean isReady() throws Exception;
}
