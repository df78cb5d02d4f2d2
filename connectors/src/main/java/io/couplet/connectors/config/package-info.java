/** What the process is told by its configuration file. */
@NullMarked
package io.couplet.connectors.config;

import org.jspecify.annotations.NullMarked;
