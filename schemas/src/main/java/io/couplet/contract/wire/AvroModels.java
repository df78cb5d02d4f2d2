package io.couplet.contract.wire;

import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificData;

/** How generic records represent values: texts as String, decimals as BigDecimal, moments as Instant, days as LocalDate. */
final class AvroModels {

    private static final GenericData GENERIC = generic();
    private static final SpecificData CONTRACTS = new ContractModel();

    private AvroModels() {}

    /** Not to be changed by anyone: it is shared. */
    static GenericData genericModel() {
        return GENERIC;
    }

    /** Not to be changed by anyone: it is shared. */
    static SpecificData contractModel() {
        return CONTRACTS;
    }

    static GenericDatumReader<GenericRecord> reader(Schema writer, Schema reader) {
        return new TextAsString(writer, reader);
    }

    private static GenericData generic() {
        GenericData model = new GenericData();
        model.setFastReaderEnabled(false);
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        return model;
    }

    /** Avro reads texts as its own Utf8 unless the schema carries a hint, and ours are read by others too. */
    private static final class TextAsString extends GenericDatumReader<GenericRecord> {

        TextAsString(Schema writer, Schema reader) {
            super(writer, reader, GENERIC);
        }

        @Override
        protected Class<?> findStringClass(Schema schema) {
            return String.class;
        }
    }
}
