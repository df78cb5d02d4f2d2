/** What an operator reads of streams-app over HTTP: metrics, health and status. */
@NullMarked
package io.couplet.ops;

import org.jspecify.annotations.NullMarked;
