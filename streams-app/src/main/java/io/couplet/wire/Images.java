package io.couplet.wire;

import io.couplet.contract.Field;
import io.couplet.contract.RecordImage;
import io.couplet.domain.model.FieldNames;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Version;
import org.jspecify.annotations.Nullable;

/** Images and references. */
final class Images {
    private Images() {}

    static RecordImage toAvro(Image image) {
        return new RecordImage(
                image.version().row(),
                image.version().deleted(),
                image.previous(),
                image.createdBy(),
                image.modifiedBy(),
                image.modifiedAt(),
                image.committedAt(),
                image.inScope(),
                Values.toAvro(image.fields()));
    }

    static Image fromAvro(RecordImage image, FieldNames names) {
        return new Image(
                new Version(image.getRowVersion(), image.getDeleted()),
                image.getPreviousVersion(),
                image.getCreatedBy(),
                image.getModifiedBy(),
                image.getModifiedAt(),
                image.getCommittedAt(),
                image.getInScope(),
                Values.fromAvro(image.getFields(), names));
    }

    /** An image of which it is not known under which mapping's fields it was made. */
    static Image fromAvro(RecordImage image) {
        return fromAvro(
                image,
                new FieldNames(image.getFields().stream().map(Field::getName).toList()));
    }

    static @Nullable String text(@Nullable RecordRef ref) {
        return ref == null ? null : ref.text();
    }

    static @Nullable RecordRef ref(@Nullable String text) {
        return text == null ? null : new RecordRef(text);
    }
}
