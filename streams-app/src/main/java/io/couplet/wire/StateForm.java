package io.couplet.wire;

/**
 * How one kind of state is kept as bytes. Equal states give equal bytes. Used by one thread.
 *
 * @param <S> an immutable state
 */
public interface StateForm<S> {

    /** The bytes of a state. */
    byte[] toBytes(S state);

    /** The state of bytes; throws {@link IllegalStateException} if another version of Couplet wrote them so that they cannot be read. */
    S fromBytes(byte[] bytes);
}
