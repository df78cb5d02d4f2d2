package io.couplet.simulation;

import io.couplet.domain.mapping.Conversion;
import io.couplet.domain.mapping.Conversion.Converted;
import io.couplet.domain.mapping.References;
import io.couplet.domain.model.Value;
import java.util.List;

/**
 * Payment terms: codes in the ERP, options in the CRM. Each side has one that the other does not know. The CRM has an option for none, which the ERP
 * may write as a blank.
 */
final class Terms {
    static final List<Value> CODES = List.of(Value.text("NET10"), Value.text("NET30"), Value.text("BARTER"));
    static final List<Value> OPTIONS = List.of(Value.whole(0), Value.whole(1), Value.whole(9), Value.whole(2));
    private static final int KNOWN = 2;

    private static final Value NONE = Value.whole(2);

    /** To the CRM, where a blank stands for no terms at all. */
    static final Conversion TO_OPTION_OR_NONE = new Conversion() {
        @Override
        public boolean readsBlank() {
            return true;
        }

        @Override
        public Converted convert(Value code, References references) {
            return code.isBlank() ? new Converted.To(NONE) : toOption(code, references);
        }
    };

    /** To the ERP, which writes none as a blank. */
    static final Conversion TO_CODE_OR_BLANK = new Conversion() {
        @Override
        public boolean writesBlank() {
            return true;
        }

        @Override
        public Converted convert(Value option, References references) {
            return option.equals(NONE) ? new Converted.To(Value.BLANK) : toCode(option, references);
        }
    };

    private Terms() {}

    static Converted toOption(Value code, References references) {
        return convert(code, CODES, OPTIONS);
    }

    static Converted toCode(Value option, References references) {
        return convert(option, OPTIONS, CODES);
    }

    private static Converted convert(Value value, List<Value> from, List<Value> to) {
        if (value.isBlank()) {
            return new Converted.To(value);
        }
        int place = from.indexOf(value);
        return place >= 0 && place < KNOWN ? new Converted.To(to.get(place)) : new Converted.Unknown("no such term");
    }
}
