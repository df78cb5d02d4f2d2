package io.couplet.wire;

import io.couplet.contract.CommandResult;
import io.couplet.contract.Field;
import io.couplet.contract.ImageChange;
import io.couplet.contract.PairInput;
import io.couplet.domain.mapping.Mapping;
import io.couplet.domain.message.Answer;
import io.couplet.domain.message.PairMessage;
import io.couplet.domain.message.PairMessage.Changed;
import io.couplet.domain.message.PairMessage.Inherit;
import io.couplet.domain.message.PairMessage.Inheritance;
import io.couplet.domain.message.PairMessage.Intent;
import io.couplet.domain.message.PairMessage.NoPartner;
import io.couplet.domain.message.PairMessage.Own;
import io.couplet.domain.message.PairMessage.Refusal;
import io.couplet.domain.message.PairMessage.Resolve;
import io.couplet.domain.message.PairMessage.Result;
import io.couplet.domain.message.PairMessage.Retry;
import io.couplet.domain.message.PairMessage.Uncouple;
import io.couplet.domain.message.PairMessage.Wake;
import io.couplet.domain.model.Image;
import io.couplet.domain.model.RecordRef;
import io.couplet.domain.model.Side;
import io.couplet.domain.model.Value;
import io.couplet.domain.model.Version;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Both directions of the topic pair-inputs. Safe for any thread. */
public final class PairInputs {
    private final LoadedMappings mappings;

    /** Reads what is about these mappings. */
    public PairInputs(LoadedMappings mappings) {
        this.mappings = mappings;
    }

    /** As the topic has it. */
    public static PairInput toAvro(PairInbox inbox) {
        if (inbox instanceof PairInbox.Told told) {
            return new PairInput(told.mapping(), toAvro(told.message()));
        }
        PairInbox.Known known = (PairInbox.Known) inbox;
        Answer answer = known.answer();
        return new PairInput(
                answer.mapping(),
                new io.couplet.contract.Answer(
                        answer.about(),
                        Images.text(answer.partner()),
                        answer.businessKey(),
                        answer.version(),
                        known.partition()));
    }

    private static Object toAvro(PairMessage message) {
        if (message instanceof Own own) {
            return own(own);
        } else if (message instanceof Changed change) {
            return new ImageChange(change.ref().text(), Images.toAvro(change.image()));
        } else if (message instanceof Result result) {
            return Commands.toAvro(result);
        } else if (message instanceof Wake wake) {
            return new io.couplet.contract.Wake(wake.about());
        } else if (message instanceof NoPartner refusal) {
            return new io.couplet.contract.NoPartner(
                    refusal.ref().text(),
                    io.couplet.contract.Refusal.valueOf(refusal.why().name()));
        } else if (message instanceof Uncouple uncouple) {
            return new io.couplet.contract.Uncouple(uncouple.by());
        } else if (message instanceof Retry retry) {
            return new io.couplet.contract.Retry(retry.by());
        } else if (message instanceof Resolve resolve) {
            return new io.couplet.contract.Resolve(
                    resolve.by(),
                    io.couplet.contract.Side.valueOf(resolve.take().name()),
                    List.copyOf(new TreeSet<>(resolve.rules())),
                    resolve.erp(),
                    resolve.crm());
        } else if (message instanceof Inherit request) {
            return new io.couplet.contract.Inherit(request.heir());
        } else if (message instanceof Inheritance last) {
            return new io.couplet.contract.Inheritance(
                    last.former(),
                    fields(last.erp()),
                    fields(last.crm()),
                    last.erpVersion().row(),
                    last.crmVersion().row());
        }
        throw new IllegalArgumentException(
                "no contract for " + message.getClass().getSimpleName());
    }

    private static io.couplet.contract.Own own(Own own) {
        @Nullable Intent intent = own.intent();
        return new io.couplet.contract.Own(
                own.ref().text(),
                Images.toAvro(own.image()),
                own.lead(),
                intent == null ? null : io.couplet.contract.Intent.valueOf(intent.name()),
                Images.text(own.partner()),
                Images.text(own.leadRef()),
                own.handsOver(),
                own.former());
    }

    /**
     * What an input says.
     *
     * @throws UnknownMapping if its mapping is not loaded
     * @throws IllegalArgumentException if it names a record wrongly
     */
    public PairInbox fromAvro(PairInput input) {
        Mapping mapping = mappings.get(input.getMapping());
        Object message = input.getMessage();
        if (message instanceof io.couplet.contract.Answer answer) {
            return new PairInbox.Known(
                    answer.getPartition(),
                    new Answer(
                            mapping.name(),
                            answer.getAbout(),
                            Images.ref(answer.getPartner()),
                            answer.getBusinessKey(),
                            answer.getVersion()));
        }
        return new PairInbox.Told(mapping.name(), fromAvro(mapping, message));
    }

    private static PairMessage fromAvro(Mapping mapping, Object message) {
        if (message instanceof io.couplet.contract.Own own) {
            return own(mapping, own);
        } else if (message instanceof ImageChange change) {
            RecordRef ref = new RecordRef(change.getRef());
            return new Changed(ref, image(mapping, ref, change.getImage()));
        } else if (message instanceof CommandResult result) {
            return Commands.fromAvro(result);
        } else if (message instanceof io.couplet.contract.Wake wake) {
            return new Wake(wake.getAbout());
        } else if (message instanceof io.couplet.contract.NoPartner refusal) {
            return new NoPartner(
                    new RecordRef(refusal.getRef()),
                    Refusal.valueOf(refusal.getWhy().name()));
        } else if (message instanceof io.couplet.contract.Uncouple uncouple) {
            return new Uncouple(uncouple.getBy());
        } else if (message instanceof io.couplet.contract.Retry retry) {
            return new Retry(retry.getBy());
        } else if (message instanceof io.couplet.contract.Resolve resolve) {
            return new Resolve(
                    resolve.getBy(),
                    Side.valueOf(resolve.getTake().name()),
                    Set.copyOf(resolve.getRules()),
                    resolve.getErpVersion(),
                    resolve.getCrmVersion());
        } else if (message instanceof io.couplet.contract.Inherit request) {
            return new Inherit(request.getHeir());
        } else if (message instanceof io.couplet.contract.Inheritance last) {
            return new Inheritance(
                    last.getFormer(),
                    values(last.getErp()),
                    values(last.getCrm()),
                    Version.of(last.getErpVersion()),
                    Version.of(last.getCrmVersion()));
        }
        throw new IllegalArgumentException(
                "no message for " + message.getClass().getSimpleName());
    }

    private static Own own(Mapping mapping, io.couplet.contract.Own own) {
        RecordRef ref = new RecordRef(own.getRef());
        io.couplet.contract.@Nullable Intent intent = own.getIntent();
        return new Own(
                ref,
                image(mapping, ref, own.getImage()),
                own.getLead(),
                intent == null ? null : Intent.valueOf(intent.name()),
                Images.ref(own.getPartner()),
                Images.ref(own.getLeadRef()),
                own.getHandsOver(),
                own.getFormer());
    }

    private static List<Field> fields(SortedMap<String, Value> values) {
        return values.entrySet().stream()
                .map(each -> new Field(each.getKey(), Values.toAvro(each.getValue())))
                .toList();
    }

    private static SortedMap<String, Value> values(List<Field> fields) {
        SortedMap<String, Value> values = new TreeMap<>();
        fields.forEach(field -> values.put(field.getName(), Values.fromAvro(field.getValue())));
        return values;
    }

    private static Image image(Mapping mapping, RecordRef ref, io.couplet.contract.RecordImage image) {
        return Images.fromAvro(image, mapping.fieldNames(ref.side()));
    }
}
