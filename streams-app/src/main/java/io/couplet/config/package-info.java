/** What the process is told by its configuration file: a record per concern, read with all faults together. */
@NullMarked
package io.couplet.config;

import org.jspecify.annotations.NullMarked;
