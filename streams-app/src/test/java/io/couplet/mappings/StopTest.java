package io.couplet.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.couplet.domain.mapping.Deletes;
import io.couplet.domain.mapping.Policies.Breakers;
import io.couplet.domain.mapping.Policies.Delete;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The word {@code stop}, and {@code delete}. */
class StopTest {

    @Test
    void withoutAWordTheDefaultsHold() {
        assertThat(breakers("preferred: erp")).isEqualTo(Breakers.DEFAULT);
        assertThat(breakers("stop: {pingPong: {}}")).isEqualTo(Breakers.DEFAULT);
    }

    @Test
    void allOfIt() {
        assertThat(breakers("stop:\n  pingPong: {commands: 12, within: 30s}\n"
                        + "  massDelete: {share: 2.5%, atLeast: 20, within: 2h}"))
                .isEqualTo(new Breakers(12, Duration.ofSeconds(30), 0.025, 20, Duration.ofHours(2)));
    }

    @Test
    void whatIsLeftOutStaysAsItIs() {
        assertThat(breakers("stop: {massDelete: {within: 1d}}"))
                .isEqualTo(new Breakers(
                        Breakers.DEFAULT.commands(),
                        Breakers.DEFAULT.within(),
                        Breakers.DEFAULT.deletedShare(),
                        Breakers.DEFAULT.deletedAtLeast(),
                        Duration.ofDays(1)));
    }

    @Test
    void quantitiesOutOfRange() {
        assertThat(faults("stop:\n  pingPong: {commands: 4, within: 2h}\n"
                        + "  massDelete: {share: 0.01%, atLeast: 0, within: 30s}"))
                .containsExactly(
                        "a.yaml:5:24: '4' is no value of 'commands'; give a whole number from 5 to 1000",
                        "a.yaml:5:35: '2h' is no value of 'within'; give a time from 1s to 1h, such as 90s, 10m or 2h",
                        "a.yaml:6:23: '0.01%' is no value of 'share'; give a share from 0.1% to 100%, such as 10%",
                        "a.yaml:6:39: '0' is no value of 'atLeast'; give a whole number from 1 to 1000000",
                        "a.yaml:6:50: '30s' is no value of 'within'; give a time from 1m to 1d, such as 90s, 10m or 2h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "ten minutes", "PT10M", "10 m", "-1m", "1.5m", "99999999999m"})
    void whatIsNoTime(String text) {
        assertThat(faults("stop: {massDelete: {within: '" + text + "'}}"))
                .containsExactly("a.yaml:4:29: '" + text + "' is no value of 'within';"
                        + " give a time from 1m to 1d, such as 90s, 10m or 2h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "10", "ten%", "101%", "-1%", "%"})
    void whatIsNoShare(String text) {
        assertThat(faults("stop: {massDelete: {share: '" + text + "'}}"))
                .containsExactly("a.yaml:4:28: '" + text + "' is no value of 'share';"
                        + " give a share from 0.1% to 100%, such as 10%");
    }

    @Test
    void wordsThatItDoesNotHave() {
        assertThat(faults("stop: {pingpong: {}, massDelete: {with: 1m}}"))
                .containsExactly(
                        "a.yaml:4:8: unknown key 'pingpong'; did you mean 'pingPong'?",
                        "a.yaml:4:35: unknown key 'with'; did you mean 'within'?");
        assertThat(faults("stop: never"))
                .containsExactly("a.yaml:4:7: 'stop' must be keys and values; use pingPong, massDelete");
    }

    @Test
    void deletedRecordsCanBeRestored() {
        assertThat(Loading.customers("delete: restore", "fields: [{erp: name, crm: name}]")
                        .mappings()
                        .get(0)
                        .policies()
                        .delete())
                .isEqualTo(Deletes.both(Delete.RESTORE));
    }

    @Test
    void aDeleteMayMeanSomethingElseOnEachSide() {
        assertThat(Loading.customers("delete: {erp: propagate}", "fields: [{erp: name, crm: name}]")
                        .mappings()
                        .get(0)
                        .policies()
                        .delete())
                .isEqualTo(new Deletes(Delete.PROPAGATE, Delete.UNCOUPLE));
        assertThat(faults("delete: {erp: maybe, hrm: ask}"))
                .containsExactly(
                        "a.yaml:4:15: 'maybe' is no value of 'erp'; use one of: uncouple, propagate, restore, ask",
                        "a.yaml:4:22: unknown key 'hrm'; did you mean 'crm'?");
    }

    private static Breakers breakers(String words) {
        return Loading.customers(words, "fields: [{erp: name, crm: name}]")
                .mappings()
                .get(0)
                .policies()
                .breakers();
    }

    private static List<String> faults(String words) {
        return Loading.customers(words, "fields: [{erp: name, crm: name}]").faults();
    }
}
