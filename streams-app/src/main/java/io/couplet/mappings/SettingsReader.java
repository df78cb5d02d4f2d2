package io.couplet.mappings;

import io.couplet.contract.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads which settings there are, with their defaults, and what an administrator decided instead. Used once. */
final class SettingsReader {
    static final List<String> WORDS = List.of("settings", "values");
    /** Names are words of expressions. */
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    private static final Map<Tag, FieldKind> KINDS = Map.of(
            Tag.STR, FieldKind.TEXT, Tag.BOOL, FieldKind.TRUTH, Tag.INT, FieldKind.WHOLE, Tag.FLOAT, FieldKind.DECIMAL);

    private final Faults faults;
    private final Map<String, Setting> settings = new TreeMap<>();

    SettingsReader(Faults faults) {
        this.faults = faults;
    }

    /** What holds. */
    Settings settings() {
        return new Settings(settings.values());
    }

    /** Takes in a file of settings with their defaults. */
    void declare(Document document) {
        Block.of(document.file(), faults, document.root(), "a file of settings", WORDS)
                .ifPresent(block -> {
                    DefinitionReader.name(block, "settings", "a file of settings", "catalogue", faults);
                    if (!block.has("values")) {
                        block.fault(
                                "values",
                                "'values' is missing",
                                "list the settings with their defaults: 'units: plain'");
                    }
                    block.entries("values").forEach(this::declare);
                });
    }

    private void declare(Block.Entry entry) {
        Word name = entry.key();
        @Nullable Setting first = settings.get(name.text());
        if (first != null) {
            Place place = first.name().place();
            faults.add(
                    name.place(),
                    "setting '" + name.text() + "' exists already, in " + place.file() + ":" + place.line(),
                    "give one of them another name");
        } else if (!NAME.matcher(name.text()).matches()) {
            faults.add(
                    name.place(),
                    "'" + name.text() + "' is no name for a setting",
                    "use letters and digits, such as createSalesOrders");
        } else {
            setting(entry).ifPresent(setting -> settings.put(name.text(), setting));
        }
    }

    /** A list gives the texts to choose from, the default first; anything else is the default itself. */
    private Optional<Setting> setting(Block.Entry entry) {
        List<Word> choices = entry.value() instanceof SequenceNode list
                ? list.getValue().stream()
                        .flatMap(each -> entry.word(each).stream())
                        .toList()
                : List.of();
        if (!choices.isEmpty()) {
            List<String> texts = choices.stream().map(Word::text).toList();
            return Setting.of(entry.key(), FieldKind.TEXT, texts, choices.get(0), faults);
        }
        Node value = entry.value();
        @Nullable FieldKind kind = value instanceof ScalarNode ? KINDS.get(value.getTag()) : null;
        if (kind == null) {
            faults.add(
                    entry.place(),
                    "the setting '" + entry.key().text() + "' has no default",
                    "give it a text, a number, true or false, or a list of texts to choose from, the default first");
            return Optional.empty();
        }
        return entry.word(value).flatMap(word -> Setting.of(entry.key(), kind, List.of(), word, faults));
    }

    /** Takes in what an administrator decided: the names of settings, each with its value. */
    void decide(Document document) {
        Block.entries(document.file(), faults, document.root(), "a file of decided settings")
                .forEach(this::decide);
    }

    private void decide(Block.Entry entry) {
        String name = entry.key().text();
        @Nullable Setting setting = settings.get(name);
        Optional<Word> value = entry.word(entry.value());
        if (setting == null) {
            faults.add(
                    entry.key().place(),
                    "there is no setting '" + name + "'",
                    Suggestion.forWord(name, settings.keySet()));
        } else if (value.isEmpty()) {
            faults.add(
                    entry.place(),
                    "'" + name + "' must be a single value",
                    "write it without brackets, dashes or keys");
        } else {
            setting.decided(value.get(), faults).ifPresent(decided -> settings.put(name, decided));
        }
    }
}
