/** What is asked of Prometheus by the dashboard and the alert rules, and a Prometheus to ask. */
@NullMarked
package io.couplet.e2e.dashboard;

import org.jspecify.annotations.NullMarked;
