package io.couplet.topology;

import io.couplet.contract.Control;
import io.couplet.contract.ControlAction;
import io.couplet.contract.Coupling;
import io.couplet.contract.CouplingState;
import io.couplet.contract.RuleSide;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Side;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Those who couple and uncouple by hand, and decide what is set aside. */
final class Operators {
    private final SlowWorld world;
    private final Random random;
    private int asked;

    Operators(SlowWorld world, Random random) {
        this.world = world;
        this.random = random;
    }

    void ask() {
        switch (random.nextInt(7)) {
            case 0, 1 -> couple();
            case 2 -> uncouple();
            case 3 -> retry();
            case 4 -> resolve();
            case 5 -> create();
            default -> release();
        }
    }

    private void couple() {
        Mapping mapping = any(Pipes.MAPPINGS.all());
        List<String> erp = records(mapping, Side.ERP);
        List<String> crm = records(mapping, Side.CRM);
        if (!erp.isEmpty() && !crm.isEmpty()) {
            boolean fromErp = random.nextBoolean();
            world.ask(request(mapping.name(), ControlAction.COUPLE, any(fromErp ? erp : crm))
                    .setPartner(any(fromErp ? crm : erp))
                    .build());
        }
    }

    /** Mostly of a record that has none, and mostly one whose present life is meant. */
    private void create() {
        Mapping mapping = any(Pipes.MAPPINGS.all());
        List<String> records = records(mapping, random.nextBoolean() ? Side.ERP : Side.CRM);
        if (!records.isEmpty()) {
            world.ask(request(mapping.name(), ControlAction.CREATE, any(records))
                    .setIncarnation(random.nextInt(4) / 3)
                    .build());
        }
    }

    private void uncouple() {
        Coupling coupling = coupling(each -> each.getState() != CouplingState.DISSOLVED);
        if (coupling != null) {
            String record = coupling.getErp().getRef();
            boolean byRecord = record != null && random.nextBoolean();
            String target = byRecord ? record : coupling.getId();
            world.ask(request(coupling.getMapping(), ControlAction.UNCOUPLE, target)
                    .setCoupling(byRecord && random.nextBoolean() ? coupling.getId() : null)
                    .build());
        }
    }

    private void retry() {
        Coupling coupling = coupling(each -> each.getState() == CouplingState.SET_ASIDE);
        if (coupling != null) {
            world.ask(request(coupling.getMapping(), ControlAction.RETRY, coupling.getId())
                    .build());
        }
    }

    private void resolve() {
        Coupling coupling = coupling(each -> each.getState() == CouplingState.SET_ASIDE
                || (each.getState() == CouplingState.ACTIVE && !each.getDrift().isEmpty()));
        if (coupling != null) {
            boolean looks = random.nextBoolean();
            world.ask(request(coupling.getMapping(), ControlAction.RESOLVE, coupling.getId())
                    .setTake(random.nextBoolean() ? io.couplet.contract.Side.ERP : io.couplet.contract.Side.CRM)
                    .setRules(random.nextBoolean() ? drifting(coupling) : List.of())
                    .setErpVersion(looks ? coupling.getErp().getObservedVersion() : null)
                    .setCrmVersion(looks ? coupling.getCrm().getObservedVersion() : null)
                    .build());
        }
    }

    private static List<String> drifting(Coupling coupling) {
        return coupling.getDrift().stream().map(RuleSide::getRule).toList();
    }

    /** Of a record that was created under the integration account an operator says that a person did it; which need not be true. */
    private void release() {
        Mapping mapping = any(Pipes.MAPPINGS.all());
        Side side = random.nextBoolean() ? Side.ERP : Side.CRM;
        List<String> created = records(mapping, side).stream()
                .filter(ref -> world.system(side).journal().stream()
                        .anyMatch(stored -> stored.row().ref().text().equals(ref)
                                && stored.command() == null
                                && Pipes.ACCOUNT.equals(stored.row().createdBy())))
                .toList();
        if (!created.isEmpty()) {
            world.ask(
                    request(mapping.name(), ControlAction.RELEASE, any(created)).build());
        }
    }

    private List<String> records(Mapping mapping, Side side) {
        return world.system(side).all(mapping.end(side).entity().substring(4));
    }

    private @Nullable Coupling coupling(Predicate<Coupling> fit) {
        List<Coupling> fitting =
                world.transcript.couplings().values().stream().filter(fit).toList();
        return fitting.isEmpty() ? null : any(fitting);
    }

    private Control.Builder request(String mapping, ControlAction action, String target) {
        return Control.newBuilder()
                .setId("request " + ++asked)
                .setMapping(mapping)
                .setAction(action)
                .setTarget(target)
                .setBy("olga")
                .setAt(Pipes.START);
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
