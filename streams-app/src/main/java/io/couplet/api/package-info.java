/** What people and tools may know: views of the public topics, and the words in which they are told. Reads, never writes. */
@NullMarked
package io.couplet.api;

import org.jspecify.annotations.NullMarked;
