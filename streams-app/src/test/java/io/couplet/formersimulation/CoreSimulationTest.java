package io.couplet.formersimulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.directory.RecordState;
import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.References;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.Output;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.StoredRow;
import io.couplet.domain.model.Value;
import io.couplet.domain.pair.PairState;
import io.couplet.domain.pair.SideState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random lives of the two steps between two model systems; a failure names the seed. */
class CoreSimulationTest {
    private static final int SEEDS = Integer.getInteger("couplet.simulation.seeds", 2_000);
    private static final long FIRST = Long.getLong("couplet.simulation.first", 1);

    @Test
    void withoutCrashesEveryEditArrivesOnceAndBothSidesAgree() {
        run(false);
    }

    @Test
    void withCrashesAnywhereEveryEditArrivesOnceAndBothSidesAgree() {
        run(true);
    }

    private static void run(boolean crashes) {
        List<String> failures = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            String violation = violation(seed, crashes);
            if (!violation.isEmpty()) {
                failures.add("seed " + seed + ": " + violation);
            }
        }
        assertThat(failures).as("%d seeds, crashes: %s", SEEDS, crashes).isEmpty();
    }

    private static String violation(long seed, boolean crashes) {
        History history = new History(seed, crashes);
        if (!history.live(600)) {
            return "G1 it does not fall silent";
        }
        World world = history.world;
        for (PairState pair : world.couplings()) {
            String difference = difference(world, pair);
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        String homeless = homeless(world);
        if (!homeless.isEmpty()) {
            return homeless;
        }
        String doubles = doubles(world);
        return doubles.isEmpty() ? lost(history) : doubles;
    }

    private static String difference(World world, PairState pair) {
        RecordRef erp = pair.erp().ref();
        RecordRef crm = pair.crm().ref();
        if (pair.dead() != null
                || pair.parked()
                || pair.erp().rejected() != null
                || pair.crm().rejected() != null) {
            return "";
        }
        if (erp == null && crm == null) {
            return ""; // nobody belongs to it: it was only told of a refusal
        }
        if (erp == null || crm == null) {
            return "G3 one-sided " + pair.id() + " " + erp + " " + crm + " wants " + pair.wanted();
        }
        StoredRow erpRow = world.system(Side.ERP).rows.get(erp);
        StoredRow crmRow = world.system(Side.CRM).rows.get(crm);
        if (erpRow == null || crmRow == null) {
            return "G3 record gone " + pair.id();
        }
        var mapping = erp.entity().equals("erp/customer") ? WorldMappings.CUSTOMERS : WorldMappings.SALESPEOPLE;
        References all = (name, about) -> truth(world, about);
        for (Rule rule : mapping.rules()) {
            Value toCrm = converted(rule, Side.CRM, erpRow.get(rule.erp()), all);
            Value toErp = converted(rule, Side.ERP, crmRow.get(rule.crm()), all);
            boolean agree = crmRow.get(rule.crm()).equals(toCrm)
                    || erpRow.get(rule.erp()).equals(world.system(Side.ERP).normalised(rule.erp(), toErp));
            if (!agree && !pair.drift().containsKey(rule.name())) {
                return "G3 " + rule.name() + " differs: " + erpRow.get(rule.erp()) + " " + crmRow.get(rule.crm())
                        + " in " + pair.id();
            }
        }
        return "";
    }

    private static Value converted(Rule rule, Side target, Value value, References references) {
        return rule.to(target).convert(value, references) instanceof Converted.To to ? to.value() : Value.BLANK;
    }

    private static @Nullable Answer truth(World world, String about) {
        for (PairState pair : world.couplings()) {
            RecordRef erp = pair.erp().ref();
            RecordRef crm = pair.crm().ref();
            if (pair.dead() == null && erp != null && crm != null) {
                StoredRow row = world.system(Side.ERP).rows.get(erp);
                String code = row == null ? "" : row.get("code").toString();
                if (about.equals(crm.text()) || about.endsWith("/code=" + code)) {
                    return new Answer("", about, crm, code, 0);
                }
            }
        }
        return null;
    }

    /** A record that believes to belong to a coupling has its place there. */
    private static String homeless(World world) {
        for (World.DirectoryTask directory : world.directories) {
            for (String key : directory.keys("record|")) {
                RecordState state = directory.get(key, RecordState.class);
                RecordRef ref = new RecordRef(key.substring(key.lastIndexOf('|') + 1));
                String owner = state == null ? null : state.owner();
                boolean home = owner == null
                        || world.couplings().stream()
                                .anyMatch(pair -> pair.id().equals(owner)
                                        && pair.dead() == null
                                        && ref.equals(pair.side(ref.side()).ref()));
                if (!home) {
                    return "G3 " + ref + " believes to belong to " + owner;
                }
            }
        }
        return "";
    }

    private static String doubles(World world) {
        Map<RecordRef, String> owner = new HashMap<>();
        for (PairState pair : world.couplings()) {
            for (SideState side : List.of(pair.erp(), pair.crm())) {
                RecordRef ref = side.ref();
                if (pair.dead() == null && ref != null && owner.put(ref, pair.id()) != null) {
                    return "G4 " + ref + " is in two couplings";
                }
            }
        }
        for (ModelSystem system : world.systems.values()) {
            for (StoredRow row : system.rows.values()) {
                boolean known = world.couplings().stream()
                        .anyMatch(pair -> row.ref().equals(pair.erp().ref())
                                || row.ref().equals(pair.crm().ref()));
                if (ModelSystem.ACCOUNT.equals(row.createdBy()) && !known) {
                    return "G4 orphan " + row.ref();
                }
            }
            if (system.effects.values().stream().anyMatch(times -> times > 1)) {
                return "G8 a command took effect twice";
            }
        }
        return "";
    }

    /** A user's value is lost if it never showed on the other side, no user replaced it, and no audit holds it. */
    private static String lost(History history) {
        World world = history.world;
        Set<Value> audited = new HashSet<>();
        for (Output.Audited entry : world.audit) {
            for (Command.Loser loser : entry.losers()) {
                audited.add(loser.losing());
            }
        }
        for (History.Edit edit : history.edits) {
            ModelSystem here = world.system(edit.ref().side());
            ModelSystem there = world.system(edit.ref().side().other());
            boolean alive = here.rows.containsKey(edit.ref());
            boolean arrived = there.history.stream()
                    .anyMatch(version -> version.row().fields().values().stream()
                            .anyMatch(value -> value.toString()
                                    .equalsIgnoreCase(edit.value().toString())));
            boolean replaced = here.history.stream()
                    .anyMatch(version -> version.row().ref().equals(edit.ref())
                            && version.row().version().row() > edit.version()
                            && "anna".equals(version.row().modifiedBy())
                            && !version.row().get(edit.field()).equals(edit.value()));
            PairState pair = world.couplings().stream()
                    .filter(p -> p.dead() == null
                            && (edit.ref().equals(p.erp().ref())
                                    || edit.ref().equals(p.crm().ref())))
                    .findFirst()
                    .orElse(null);
            boolean accounted = arrived || replaced || audited.contains(edit.value());
            if (alive && !accounted && pair != null && !pair.parked()) {
                return "G2 lost " + edit + " in " + pair.id();
            }
        }
        return "";
    }
}
