package io.couplet.cli;

import io.couplet.contract.ControlAction;
import io.couplet.contract.Coupling;
import io.couplet.contract.OpenField;
import io.couplet.contract.SetAside;
import io.couplet.contract.Side;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Decides what is open about one coupling, on what was shown of it. Used by one thread. */
final class Resolution {

    /** Stands for the record itself where a rule is named. */
    static final String WHOLE = "*";

    private final ControlDesk desk;
    private final PrintWriter out;
    private final Coupling coupling;
    private final SetAside shown;

    /**
     * About one coupling.
     *
     * @param shown what was published of it; the decision names its versions, so that nothing is decided unseen
     */
    Resolution(ControlDesk desk, PrintWriter out, Coupling coupling, SetAside shown) {
        this.desk = desk;
        this.out = out;
        this.coupling = coupling;
        this.shown = shown;
    }

    /** What a coupling waits for; there must be something, and not only another record. */
    static SetAside open(PublicRecords records, Coupling coupling) {
        SetAside entry = records.open(coupling.getId())
                .orElseThrow(() -> new NotPossible(
                        "Nothing is open for " + Subjects.label(coupling) + "; it is " + state(coupling) + "."));
        if (entry.getErpVersion() == null && entry.getCrmVersion() == null) {
            throw new NotPossible("There is nothing to decide for " + Subjects.label(coupling) + ": it "
                    + entry.getReason() + ", and goes on by itself.");
        }
        return entry;
    }

    private static String state(Coupling coupling) {
        return CouplingEffect.word(coupling.getState());
    }

    /** Takes one side's values, or its state where a record is gone; what to end with. */
    int take(Side side, Collection<String> rules) {
        mustExist(rules);
        rules.forEach(rule -> out.println(words(side, rule)));
        var request = desk.request(ControlAction.RESOLVE, coupling.getMapping(), coupling.getId())
                .setTake(side)
                .setRules(List.copyOf(rules))
                .setErpVersion(shown.getErpVersion())
                .setCrmVersion(shown.getCrmVersion())
                .build();
        return desk.ask(List.of(new Asked(Subjects.label(coupling), request, new CouplingEffect(coupling, false))));
    }

    private void mustExist(Collection<String> rules) {
        List<String> known = new ArrayList<>(List.of(WHOLE));
        shown.getFields().forEach(field -> known.add(field.getRule()));
        for (String rule : rules) {
            if (!known.contains(rule)) {
                throw new NotPossible("No rule " + rule + " is shown for " + Subjects.label(coupling) + "; there are "
                        + String.join(", ", known.subList(1, known.size())) + ".");
            }
        }
    }

    private String words(Side side, String rule) {
        String taken = CouplingEffect.word(side);
        if (rule.equals(WHOLE)) {
            return "The " + taken + " is right about the record being there or not.";
        }
        OpenField field = shown.getFields().stream()
                .filter(each -> each.getRule().equals(rule))
                .findFirst()
                .orElseThrow();
        Object value = side == Side.ERP ? field.getErp() : field.getCrm();
        Object other = side == Side.ERP ? field.getCrm() : field.getErp();
        return rule + ": " + FieldTable.text(value) + " of the " + taken + ", not " + FieldTable.text(other);
    }
}
