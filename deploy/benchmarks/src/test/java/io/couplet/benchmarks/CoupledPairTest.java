package io.couplet.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.message.Outbox;
import io.couplet.domain.message.Output;
import io.couplet.domain.model.Command;
import io.couplet.domain.model.Side;
import io.couplet.wire.PairStateForm;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoupledPairTest {
    @Test
    void theMappingHasTwentyFields() {
        assertThat(CoupledPair.MAPPING.rules()).hasSize(TwentyFields.COUNT);
    }

    @Test
    void theEditSendsOneCommandOfTwoFields() {
        assertThat(commands("edit"))
                .singleElement()
                .satisfies(command -> assertThat(command.fields())
                        .extracting(Command.FieldWrite::field)
                        .containsExactly("name", "telephone1"));
    }

    @Test
    void theResultBringsBothSidesInStepAndTheRestSendsNothing() {
        CoupledPair pair = new CoupledPair(1);

        assertThat(pair.done.side(Side.CRM).inFlight()).isNull();
        assertThat(pair.done.erp().baseVersion()).isEqualTo(pair.edit.image().version());
        assertThat(commands("result+echo+wake")).isEmpty();
    }

    private static List<Command> commands(String input) {
        Outbox out = new Outbox();
        for (Turn turn : Turn.all(Moment.named(input), 1, new PairStateForm(CoupledPair.MAPPING))) {
            turn.take(turn.before, out);
        }
        return out.outputs().stream()
                .filter(Output.Send.class::isInstance)
                .map(output -> ((Output.Send) output).command())
                .toList();
    }
}
