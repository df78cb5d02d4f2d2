package io.couplet.local.cli;

import java.io.PrintWriter;

/** Shows a newcomer what to do with a stack that has just been started. */
final class WhatToTry {
    private static final String TEXT = """

            Try:
              couplet sql erp anna 'select "No_", "Name" from "CRONUS$Customer" order by 1 limit 5'
              couplet tail       synchronized changes as they happen (keep it open in a second terminal)
              couplet status     what each part does, and what waits or is set aside
              couplet down       stop everything; the data stays
            """;

    private WhatToTry() {}

    static void print(PrintWriter out) {
        out.println(TEXT);
        out.flush();
    }
}
