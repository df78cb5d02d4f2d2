/** Where the entities of a system are stored: column binding files and what they say about a database. */
@NullMarked
package io.couplet.connectors.binding;

import org.jspecify.annotations.NullMarked;
