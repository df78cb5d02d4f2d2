package io.couplet.contract.wire;

import io.couplet.contract.Catalogue;
import io.couplet.contract.TopicSpec;
import java.util.ArrayList;
import java.util.List;

/** Makes the contracts known to a registry; done once per deployment, before any application starts. */
public final class SchemaRegistration {

    /** A newer reader must always be able to replay a topic from its beginning, whatever versions wrote it. */
    private static final Compatibility LEVEL = Compatibility.BACKWARD_TRANSITIVE;

    private final SchemaRegistry registry;

    /** Registers with this registry. */
    public SchemaRegistration(SchemaRegistry registry) {
        this.registry = registry;
    }

    /**
     * Registers the value schemas of all topics, or none of them. Can be repeated.
     *
     * @return how many subjects there are
     * @throws IncompatibleSchemas naming every contract that would break readers of older records
     * @throws RegistryUnreachable if the registry does not answer
     */
    public int register(Catalogue catalogue) {
        List<TopicSpec> topics = catalogue.all().stream()
                .filter(topic -> topic.value().isPresent())
                .toList();
        List<String> problems = new ArrayList<>();
        for (TopicSpec topic : topics) {
            registry.setCompatibility(topic.subject(), LEVEL);
            registry.incompatibilities(topic.subject(), topic.valueSchema())
                    .forEach(problem -> problems.add(topic.subject() + ": " + problem));
        }
        if (!problems.isEmpty()) {
            throw new IncompatibleSchemas(problems);
        }
        topics.forEach(topic -> registry.register(topic.subject(), topic.valueSchema()));
        return topics.size();
    }
}
