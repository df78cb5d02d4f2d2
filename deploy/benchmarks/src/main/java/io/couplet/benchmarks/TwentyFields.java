package io.couplet.benchmarks;

import io.couplet.contract.EntityCatalogue;
import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.mapping.Policies.Conflict;
import io.couplet.domain.mapping.Policies.OneWay;
import io.couplet.domain.mapping.Rule;
import io.couplet.domain.model.Side;
import io.couplet.mappings.MappingFiles;
import java.util.ArrayList;
import java.util.List;

/** The shipped mapping of customers and accounts with its own filters and conversions, brought up to twenty fields by plain ones. */
final class TwentyFields {
    static final int COUNT = 20;
    static final Mapping MAPPING = mapping();

    private TwentyFields() {}

    private static Mapping mapping() {
        Mapping shipped = new MappingFiles(EntityCatalogue.shipped(), List.of("CRONUS"))
                .catalogue().stream()
                        .filter(mapping -> mapping.name().equals("customer-account"))
                        .findFirst()
                        .orElseThrow();
        List<Rule> rules = new ArrayList<>(
                shipped.rules().subList(0, Math.min(COUNT, shipped.rules().size())));
        while (rules.size() < COUNT) {
            rules.add(plain(rules.size()));
        }
        return new Mapping(
                shipped.name(),
                shipped.companies(),
                shipped.end(Side.ERP),
                shipped.end(Side.CRM),
                shipped.match(),
                shipped.policies(),
                rules);
    }

    private static Rule plain(int index) {
        String erp = "further" + index;
        String crm = "new_further" + index;
        return new Rule(
                index,
                erp + "=" + crm,
                erp,
                crm,
                Direction.BOTH,
                Conflict.LATEST_WINS,
                OneWay.ENFORCE,
                null,
                false,
                Conversion.AS_IS,
                Conversion.AS_IS);
    }
}
