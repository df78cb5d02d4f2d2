package io.couplet.cli;

/** What becomes of one request. Used by one thread. */
interface Effect {

    /** Takes news in; whether they are about this request. */
    boolean see(News news);

    /** Whether nothing more is waited for. More may come all the same. */
    boolean ended();

    /** How it stands, in words. */
    String words();

    /** What the command ends with. */
    int exit();
}
