package io.couplet.local.stack;

import io.couplet.contract.Catalogue;
import io.couplet.contract.ConfigDirectory;
import io.couplet.contract.EntityCatalogue;
import io.couplet.contract.wire.ConfluentRegistry;
import io.couplet.contract.wire.IncompatibleSchemas;
import io.couplet.contract.wire.SchemaRegistration;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Puts into broker and registry what the applications need there. */
final class Provisioning {
    /** The prefix of all topics of the local stack. */
    static final String PREFIX = "couplet";

    private final Catalogue catalogue;
    private final Endpoints endpoints;
    private final Progress progress;

    /** For the shipped catalogue with a company's own files, null where there are none. */
    Provisioning(@Nullable ConfigDirectory company, Endpoints endpoints, Progress progress) {
        this.catalogue = new Catalogue(PREFIX, EntityCatalogue.of(company));
        this.endpoints = endpoints;
        this.progress = progress;
    }

    /** Creates the topics that do not exist yet. */
    void createTopics(Admin admin) {
        int created = Topics.create(admin, catalogue);
        if (created > 0) {
            progress.say(created + " topics created");
        }
    }

    /**
     * Registers all schemas; those already known keep their ids.
     *
     * @throws StackException (configuration) when one would break readers of what is on the topics
     */
    void registerSchemas() {
        try {
            int subjects = new SchemaRegistration(new ConfluentRegistry(endpoints.registry())).register(catalogue);
            progress.say(subjects + " schemas registered");
        } catch (IncompatibleSchemas e) {
            throw new StackException(Exit.CONFIGURATION, String.valueOf(e.getMessage()), e);
        }
    }
}
