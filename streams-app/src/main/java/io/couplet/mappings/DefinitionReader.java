package io.couplet.mappings;

import io.couplet.domain.mapping.Deletes;
import io.couplet.domain.mapping.Direction;
import io.couplet.domain.mapping.Policies;
import io.couplet.domain.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads files' words. */
final class DefinitionReader {
    static final List<String> WORDS = List.of(
            "mapping",
            "erp",
            "crm",
            "enabled",
            "companies",
            "companyField",
            "leads",
            "direction",
            "filter",
            "needs",
            "match",
            "onTaken",
            "create",
            "conflict",
            "preferred",
            "delete",
            "stop",
            "accountEdits",
            "fields");
    /** Names are part of keys, where slashes and blanks would be misread. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final List<String> SIDES = List.of("erp", "crm");

    private final Expressions expressions;
    private final Faults faults;
    private final List<MappingDefinition> definitions = new ArrayList<>();
    private final List<OptionTable> options = new ArrayList<>();
    private final List<AggregateDefinition> aggregates = new ArrayList<>();

    DefinitionReader(Expressions expressions, Faults faults) {
        this.expressions = expressions;
        this.faults = faults;
    }

    /** Reads the file's mapping, table of options or aggregate; reports why it holds none of them. */
    void read(Document document) {
        if (document.is("options")) {
            Block.of(document.file(), faults, document.root(), "a file of options", OptionTable.WORDS)
                    .flatMap(block -> OptionTable.read(block, faults))
                    .ifPresent(options::add);
        } else if (document.is("aggregate")) {
            Block.of(document.file(), faults, document.root(), "a file of an aggregate", AggregateReader.WORDS)
                    .flatMap(new AggregateReader(faults)::read)
                    .ifPresent(aggregates::add);
        } else {
            Block.of(document.file(), faults, document.root(), "a mapping file", WORDS)
                    .map(this::definition)
                    .ifPresent(definitions::add);
        }
    }

    /** The mappings read so far. */
    List<MappingDefinition> definitions() {
        return definitions;
    }

    /** The tables of options read so far. */
    List<OptionTable> options() {
        return options;
    }

    /** The aggregates read so far. */
    List<AggregateDefinition> aggregates() {
        return aggregates;
    }

    private MappingDefinition definition(Block block) {
        Direction direction = block.choice("direction", Choices.DIRECTION, Direction.BOTH);
        Policies.Conflict conflict = block.choice("conflict", Choices.CONFLICT, Policies.Conflict.LATEST_WINS);
        FieldReader reader = new FieldReader(direction, conflict, expressions);
        List<FieldDefinition> fields = block.blocks("fields", FieldReader.WORDS).stream()
                .flatMap(each -> reader.read(each).stream())
                .toList();
        List<FieldDefinition> on =
                fields.stream().filter(field -> field.enabled().on()).toList();
        GroupCheck.check(on, faults);
        Creation creation = Creation.of(block, direction, on, expressions);
        Optional<Block> filter = block.block("filter", SIDES);
        if (!block.has("fields")) {
            block.fault("fields", "'fields' is missing", "list at least one pair of fields");
        } else if (block.isEmptyList("fields")) {
            block.fault("fields", "'fields' is empty", "list at least one pair of fields");
        }
        return new MappingDefinition(
                name(block, "mapping", "a mapping", "customer-account", faults),
                block.place(),
                Switch.of(block, expressions),
                block.required("erp", "name the ERP's entity"),
                block.required("crm", "name the CRM's entity"),
                block.words("companies"),
                block.word("companyField"),
                homeLeads(block, fields),
                filter.flatMap(each -> each.expression("erp")),
                filter.flatMap(each -> each.expression("crm")),
                block.words("needs"),
                MatchReader.read(block),
                creation,
                policies(block, creation),
                fields);
    }

    static Optional<Word> name(Block block, String key, String what, String example, Faults faults) {
        Optional<Word> name = block.required(key, "begin with '" + key + ": <name>'");
        name.filter(word -> !NAME.matcher(word.text()).matches())
                .ifPresent(word -> faults.add(
                        word.place(),
                        "'" + word.text() + "' is no name for " + what,
                        "use lower-case letters, digits and dashes, such as " + example));
        return name;
    }

    private static boolean homeLeads(Block block, List<FieldDefinition> fields) {
        boolean homeLeads = block.choice("leads", Choices.LEADS, false);
        if (homeLeads && fields.stream().noneMatch(field -> field.goesTo(Side.CRM))) {
            block.fault("leads", "'leads: home' says nothing where no field goes to the CRM", "leave it out");
        } else if (homeLeads && !block.has("match")) {
            block.fault(
                    "leads",
                    "the other companies' records would never be coupled",
                    "say what to 'match' by, or leave out 'leads: home'");
        }
        return homeLeads;
    }

    private Policies policies(Block block, Creation creation) {
        return new Policies(
                creation.in(),
                deletes(block),
                block.choice("accountEdits", Choices.ACCOUNT_EDITS, Policies.AccountEdits.IGNORE),
                block.choice("preferred", Choices.SIDE, Side.ERP),
                onTaken(block, creation),
                new StopReader(faults).read(block));
    }

    private static Deletes deletes(Block block) {
        if (!block.isBlock("delete")) {
            return Deletes.both(block.choice("delete", Choices.DELETE, Policies.Delete.UNCOUPLE));
        }
        Optional<Block> given = block.block("delete", SIDES);
        return new Deletes(delete(given, Side.ERP), delete(given, Side.CRM));
    }

    private static Policies.Delete delete(Optional<Block> given, Side gone) {
        return given.map(each -> each.choice(gone.word(), Choices.DELETE, Policies.Delete.UNCOUPLE))
                .orElse(Policies.Delete.UNCOUPLE);
    }

    private static Policies.OnTaken onTaken(Block block, Creation creation) {
        Policies.OnTaken onTaken = block.choice("onTaken", Choices.ON_TAKEN, Policies.OnTaken.ASK);
        if (block.has("onTaken") && !block.has("match")) {
            block.fault("onTaken", "'onTaken' says nothing without 'match'", "leave it out, or say what to 'match' by");
        } else if (onTaken == Policies.OnTaken.CREATE && !creation.mayBe()) {
            block.fault("onTaken", "this mapping creates nowhere", "write 'onTaken: ask', or let it 'create'");
        }
        return onTaken;
    }
}
