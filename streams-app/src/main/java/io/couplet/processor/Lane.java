package io.couplet.processor;

import io.couplet.domain.model.Side;

/** Where a step's output goes: the names of the topology's sinks. They are a contract of a running system. */
public enum Lane {
    PAIR_INPUTS("tell-pair"),
    DIRECTORY_INPUTS("tell-directory"),
    SUM_INPUTS("tell-sum"),
    SUMS("show-sum"),
    ERP_COMMANDS("command-erp"),
    CRM_COMMANDS("command-crm"),
    COUPLINGS("publish-coupling"),
    OWNERSHIP("publish-ownership"),
    SET_ASIDE("publish-set-aside"),
    AUDIT("publish-audit");

    private final String word;

    Lane(String word) {
        this.word = word;
    }

    /** Where commands to a side go. */
    public static Lane commands(Side target) {
        return target == Side.ERP ? ERP_COMMANDS : CRM_COMMANDS;
    }

    /** The name of the sink that the outputs of a step leave by. */
    public String of(String step) {
        return word + "-from-" + step;
    }
}
