package io.couplet.local.workday;

import io.couplet.contract.Side;
import io.couplet.local.bench.Databases;
import io.couplet.local.sandbox.Logins;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** People at work in both systems, at a rate. What a system refuses is counted, and the day goes on. */
final class Workday implements AutoCloseable {
    /** SQLSTATE class of a connection that is gone; everything else is the system's word on what somebody wanted. */
    private static final String CONNECTION_LOST = "08";

    private static final List<String> SHUTTING_DOWN = List.of("57P01", "57P02", "57P03");

    private final List<Deed> deeds;
    private final int weights;
    private final Tally tally;
    private final List<Person> people = new ArrayList<>();

    /** Somebody with a desk in both systems. */
    private static final class Person {
        private final Map<Side, Connection> desks = new EnumMap<>(Side.class);
        private final Random chance;

        Person(Databases databases, String login, long seed) throws SQLException {
            chance = new Random(seed);
            for (Side side : Side.values()) {
                desks.put(side, databases.as(side, login));
            }
        }
    }

    /**
     * People come to work.
     *
     * @param workers how many
     * @param seed what they do follows from it
     * @throws SQLException where a database cannot be reached
     */
    Workday(Databases databases, String company, int workers, long seed, Tally tally) throws SQLException {
        this.tally = tally;
        deeds = Deeds.of(company, Keys.read(databases, Logins.PEOPLE.get(0), company));
        weights = deeds.stream().mapToInt(Deed::weight).sum();
        for (int i = 0; i < workers; i++) {
            people.add(new Person(databases, Logins.PEOPLE.get(i % Logins.PEOPLE.size()), seed + i));
        }
    }

    /**
     * Lets them work until the threads are shut down.
     *
     * @param rate deeds per second, of all together
     * @return one for each of them, which ends only when somebody cannot go on
     */
    List<Future<?>> begin(ScheduledExecutorService threads, double rate) {
        List<Future<?>> work = new ArrayList<>();
        long pause = Math.round(people.size() * TimeUnit.SECONDS.toMicros(1) / rate);
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            work.add(threads.scheduleAtFixedRate(
                    () -> act(person), i * pause / people.size(), pause, TimeUnit.MICROSECONDS));
        }
        return work;
    }

    private void act(Person person) {
        Deed deed = pick(person.chance);
        try {
            Connection desk = person.desks.get(deed.side());
            if (desk != null && deed.doing().done(desk, person.chance)) {
                tally.done(deed.name());
            } else {
                tally.idle(deed.name());
            }
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            if (state.startsWith(CONNECTION_LOST) || SHUTTING_DOWN.contains(state)) {
                throw new IllegalStateException("the connection to the " + deed.side() + " is lost", e);
            }
            tally.refused(
                    deed.name(),
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(state));
        }
    }

    private Deed pick(Random chance) {
        int left = chance.nextInt(weights);
        for (Deed deed : deeds) {
            left -= deed.weight();
            if (left < 0) {
                return deed;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    @Override
    public void close() throws SQLException {
        for (Person person : people) {
            for (Connection desk : person.desks.values()) {
                desk.close();
            }
        }
    }
}
