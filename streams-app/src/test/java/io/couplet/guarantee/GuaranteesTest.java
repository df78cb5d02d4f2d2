package io.couplet.guarantee;

import static io.couplet.guarantee.Story.ACCOUNT;
import static io.couplet.guarantee.Story.CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** All guarantees together. */
class GuaranteesTest {

    @Test
    void thereAreNineInOrder() {
        assertThat(Guarantees.ALL)
                .extracting(Guarantee::title)
                .containsExactly(
                        "G1 no echo loop",
                        "G2 no lost edit",
                        "G3 convergence",
                        "G4 one counterpart",
                        "G5 order",
                        "G6 isolation",
                        "G7 replay",
                        "G8 effect once",
                        "G9 nothing silent");
    }

    @Test
    void aGoodStoryBreaksNone() {
        Story story = Story.ofTwoInStep();
        story.types(ACCOUNT, "name", "Jones", "postCode", "ab1");
        story.carriesOut(story.update(CUSTOMER, ACCOUNT, "name", "postCode"));
        assertThat(Guarantees.violations(story.recording())).isEmpty();
    }

    @Test
    void eachViolationNamesItsGuarantee() {
        Story story = Story.ofTwoInStep();
        story.types(CUSTOMER, "name", "Jones");
        assertThat(Guarantees.violations(story.recording()))
                .extracting(Violation::guarantee)
                .containsExactly("G2 no lost edit", "G3 convergence");
    }
}
