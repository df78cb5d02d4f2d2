package io.couplet.local.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Measures one way of carrying edits over. Not thread-safe.
 *
 * @param settling waits until everything has arrived that will
 */
record Competitor(Settling settling) {

    /** Waits for the end of what was started. */
    interface Settling {
        /** Returns when the edits made on these routes have arrived, or as much of them as ever will. */
        void await(List<Load> loads) throws SQLException;
    }

    /** Edits that were made on a route. */
    record Load(Route route, List<MadeEdit> edits) {}

    /** Makes edits at a fixed rate, waits, and says what became of them. */
    Accounting steady(Route route, List<Edit> edits, int rate) throws SQLException {
        return steady(List.of(route), List.of(edits), rate).get(0);
    }

    /** The same on several routes at once, each with edits of its own. */
    List<Accounting> steady(List<Route> routes, List<List<Edit>> edits, int rate) throws SQLException {
        List<Callable<Load>> tasks = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            List<Edit> own = edits.get(i);
            tasks.add(() -> new Load(route, route.steady(own, rate)));
        }
        return run(routes, tasks);
    }

    /** Makes edits as fast as possible on several routes at once, waits, and says what became of them. */
    List<Accounting> burst(List<Route> routes, List<List<List<List<Edit>>>> lanes) throws SQLException {
        List<Callable<Load>> tasks = new ArrayList<>();
        for (int i = 0; i < routes.size(); i++) {
            Route route = routes.get(i);
            List<List<List<Edit>>> own = lanes.get(i);
            tasks.add(() -> new Load(route, route.burst(own)));
        }
        return run(routes, tasks);
    }

    private List<Accounting> run(List<Route> routes, List<Callable<Load>> tasks) throws SQLException {
        for (Route route : routes) {
            route.log().clear();
        }
        List<Load> loads = Crew.work(tasks);
        settling.await(loads);
        List<Accounting> accounts = new ArrayList<>();
        for (Load load : loads) {
            accounts.add(load.route().account(load.edits()));
        }
        return accounts;
    }
}
