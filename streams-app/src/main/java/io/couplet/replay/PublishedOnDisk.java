package io.couplet.replay;

import io.couplet.contract.Coupling;
import io.couplet.contract.Ownership;
import io.couplet.contract.wire.AvroDecoder;
import io.couplet.contract.wire.SchemaRegistry;
import io.couplet.contract.wire.Undecodable;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.wire.ImageForm;
import io.couplet.wire.RecordRecords;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Topics of any size, fed record by record in their order. Decisions that cannot be read are left out. For one thread. */
final class PublishedOnDisk implements Published {
    private final Table couplings;
    private final Table ownership;
    private final Table captured;
    private final AvroDecoder<Coupling> couplingDecoder;
    private final AvroDecoder<Ownership> ownershipDecoder;
    private final Map<String, ImageForm> forms = new HashMap<>();

    /** Empty topics. */
    PublishedOnDisk(Collection<Mapping> mappings, SchemaRegistry registry, Tables tables) {
        couplings = tables.table();
        ownership = tables.table();
        captured = tables.table();
        couplingDecoder = AvroDecoder.specific(registry, Coupling.class);
        ownershipDecoder = AvroDecoder.specific(registry, Ownership.class);
        for (Mapping mapping : mappings) {
            for (Side side : Side.values()) {
                forms.put(mapping.name() + side, new ImageForm(mapping, side));
            }
        }
    }

    /** A record of {@code couplings}. */
    void coupling(@Nullable String key, byte @Nullable [] value) {
        keep(couplings, key, value);
    }

    /** A record of {@code ownership}. */
    void ownership(@Nullable String key, byte @Nullable [] value) {
        keep(ownership, key, value);
    }

    private static void keep(Table table, @Nullable String key, byte @Nullable [] value) {
        if (key != null) {
            table.put(key, value);
        }
    }

    /** What a mapping sees of a record of a change topic. */
    void captured(Mapping mapping, RecordRef ref, Image image) {
        String key = RecordRecords.key(mapping, ref);
        byte[] known = captured.get(key);
        if (known == null || image.version().after(ImageForm.versionOf(known))) {
            captured.put(key, form(mapping, ref).toBytes(image));
        }
    }

    private ImageForm form(Mapping mapping, RecordRef ref) {
        ImageForm form = forms.get(mapping.name() + ref.side());
        if (form == null) {
            throw new IllegalArgumentException(mapping.name() + " is none of the mappings");
        }
        return form;
    }

    @Override
    public void forEachCoupling(Consumer<Coupling> reader) {
        couplings.forEach((key, bytes) -> show(couplingDecoder, bytes, reader));
    }

    @Override
    public void forEachOwnership(Consumer<Ownership> reader) {
        ownership.forEach((key, bytes) -> show(ownershipDecoder, bytes, reader));
    }

    private static <T> void show(AvroDecoder<T> decoder, byte[] bytes, Consumer<T> reader) {
        @Nullable T value = decoded(decoder, bytes);
        if (value != null) {
            reader.accept(value);
        }
    }

    /** What nobody can read is not there, and is missed in the comparison. */
    private static <T> @Nullable T decoded(AvroDecoder<T> decoder, byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : decoder.decode(bytes);
        } catch (Undecodable e) {
            return null;
        }
    }

    @Override
    public @Nullable Ownership ownership(Mapping mapping, RecordRef ref) {
        return decoded(ownershipDecoder, ownership.get(RecordRecords.key(mapping, ref)));
    }

    @Override
    public @Nullable Image captured(Mapping mapping, RecordRef ref) {
        byte[] bytes = captured.get(RecordRecords.key(mapping, ref));
        return bytes == null ? null : form(mapping, ref).fromBytes(bytes);
    }
}
