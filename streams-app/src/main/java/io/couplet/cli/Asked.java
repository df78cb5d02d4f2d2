package io.couplet.cli;

import io.couplet.contract.Control;

/**
 * One request, and what is watched for it.
 *
 * @param label what it is about, for people
 * @param request what is asked
 * @param effect what becomes of it
 */
record Asked(String label, Control request, Effect effect) {}
