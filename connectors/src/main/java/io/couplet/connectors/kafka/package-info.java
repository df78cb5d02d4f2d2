/** How this process talks to the brokers: clients, sending with acknowledgement, dead letters. */
@NullMarked
package io.couplet.connectors.kafka;

import org.jspecify.annotations.NullMarked;
