package io.couplet.contract.wire;

import io.couplet.contract.Contracts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Gives the schemas of our contracts their generated classes. Avro by itself loads only classes that a system property of
 * the whole process allows; ours need no leave, and no others are loaded.
 */
final class ContractModel extends SpecificData {

    private static final String PACKAGE = Contracts.class.getPackageName();

    private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

    ContractModel() {
        super(Contracts.class.getClassLoader());
        addLogicalTypeConversion(new Conversions.DecimalConversion());
        addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        addLogicalTypeConversion(new TimeConversions.DateConversion());
    }

    @Override
    @SuppressWarnings("rawtypes") // as Avro declares it
    public @Nullable Class getClass(Schema schema) {
        boolean named = schema.getType() == Schema.Type.RECORD || schema.getType() == Schema.Type.ENUM;
        if (named && PACKAGE.equals(schema.getNamespace())) {
            return classes.computeIfAbsent(schema.getFullName(), this::load);
        }
        return super.getClass(schema);
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, true, getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("no class was generated for contract " + name, e);
        }
    }
}
