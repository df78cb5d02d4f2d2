/** What an operator reads: status, health and metrics over HTTP. */
@NullMarked
package io.couplet.connectors.ops;

import org.jspecify.annotations.NullMarked;
