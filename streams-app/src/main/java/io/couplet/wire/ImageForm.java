package io.couplet.wire;

import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.model.FieldNames;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Version;

/** Versions of the records of one side of a mapping. */
public final class ImageForm implements StateForm<Image> {
    private final FieldNames names;
    private final StateWriter out = new StateWriter();

    /** For the records of one side. */
    public ImageForm(Mapping mapping, Side side) {
        this.names = mapping.fieldNames(side);
    }

    @Override
    public byte[] toBytes(Image image) {
        out.begin();
        out.image(image);
        return out.end();
    }

    @Override
    public Image fromBytes(byte[] bytes) {
        return new StateReader(bytes).image(names);
    }

    /** Which version the bytes are of, without reading the rest. */
    public static Version versionOf(byte[] bytes) {
        return new StateReader(bytes).version();
    }
}
