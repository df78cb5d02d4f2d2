package io.couplet.wire;

/** An input names a mapping that is not loaded, for instance since it was removed. */
public final class UnknownMapping extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownMapping(String name) {
        super("no mapping is called '" + name + "' here; add its file again, or drop the message");
    }
}
