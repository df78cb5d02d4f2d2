package io.couplet.mappings;

import io.couplet.contract.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Keys and values of a file whose keys are words of the mapping language. Unknown and repeated keys are reported when it is made. */
final class Block {
    private final MappingFile file;
    private final Faults faults;
    private final Node node;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    private Block(MappingFile file, Faults faults, Node node) {
        this.file = file;
        this.faults = faults;
        this.node = node;
    }

    /** The node as a block, or nothing after reporting that it is none. */
    static Optional<Block> of(MappingFile file, Faults faults, Node node, String what, Collection<String> words) {
        Block block = new Block(file, faults, node);
        if (!(node instanceof MappingNode mapping)) {
            faults.add(block.place(), what + " must be keys and values", "use " + String.join(", ", words));
            return Optional.empty();
        }
        mapping.getValue().forEach(tuple -> block.enter(tuple, words));
        return Optional.of(block);
    }

    /** Whether a node has a key, whatever else it has. */
    static boolean has(Node node, String key) {
        return node instanceof MappingNode mapping
                && mapping.getValue().stream()
                        .anyMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                                && scalar.getValue().equals(key));
    }

    private void enter(NodeTuple tuple, Collection<String> words) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        Place place = YamlReader.place(file, tuple.getKeyNode().getStartMark());
        if (!words.contains(key)) {
            faults.add(place, "unknown key '" + key + "'", Suggestion.forWord(key, words));
        } else if (entries.putIfAbsent(key, tuple) != null) {
            faults.add(place, "'" + key + "' is given twice", "keep one of them");
        }
    }

    /** Where it begins. */
    Place place() {
        return YamlReader.place(file, node.getStartMark());
    }

    /** Where a key stands, or where the block begins if it has no such key. */
    Place placeOf(String key) {
        NodeTuple tuple = entries.get(key);
        return tuple == null
                ? place()
                : YamlReader.place(file, tuple.getKeyNode().getStartMark());
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Whether the value of a key is a block and no single value. */
    boolean isBlock(String key) {
        return value(key).filter(MappingNode.class::isInstance).isPresent();
    }

    boolean isEmptyList(String key) {
        return value(key)
                .filter(value ->
                        value instanceof SequenceNode list && list.getValue().isEmpty())
                .isPresent();
    }

    /** Reports a fault of a key, or of the whole block if it has no such key. */
    void fault(String key, String what, String remedy) {
        faults.add(placeOf(key), what, remedy);
    }

    /** A single value. */
    Optional<Word> word(String key) {
        return value(key).flatMap(value -> wordOf(key, value));
    }

    /** A single value that must be there. */
    Optional<Word> required(String key, String remedy) {
        if (!has(key)) {
            fault(key, "'" + key + "' is missing", remedy);
        }
        return word(key);
    }

    /** A list of single values, or one of them without a list. */
    List<Word> oneOrMore(String key) {
        if (isEmptyList(key)) {
            fault(key, "'" + key + "' is empty", "give it a value or leave it out");
        }
        return value(key).filter(SequenceNode.class::isInstance).isPresent()
                ? words(key)
                : word(key).stream().toList();
    }

    /** A list of single values. */
    List<Word> words(String key) {
        return items(key).stream().flatMap(item -> wordOf(key, item).stream()).toList();
    }

    /** An expression. */
    Optional<ExpressionText> expression(String key) {
        return word(key)
                .map(word ->
                        ExpressionText.of(word, file, value(key).orElseThrow().getStartMark()));
    }

    /** Expressions by keys that are no words of the language, in the order of the file. */
    Map<Word, ExpressionText> expressions(String key) {
        Map<Word, ExpressionText> expressions = new LinkedHashMap<>();
        for (Entry entry : entries(key)) {
            wordOf(key, entry.value())
                    .ifPresent(word -> expressions.put(
                            entry.key(),
                            ExpressionText.of(word, file, entry.value().getStartMark())));
        }
        return expressions;
    }

    /** A value that is one of few words. */
    <T> T choice(String key, Map<String, T> choices, T otherwise) {
        Optional<Word> word = word(key);
        word.filter(given -> !choices.containsKey(given.text()))
                .ifPresent(given -> faults.add(
                        given.place(),
                        "'" + given.text() + "' is no value of '" + key + "'",
                        Suggestion.forWord(given.text(), choices.keySet())));
        return word.map(Word::text).map((Function<String, T>) choices::get).orElse(otherwise);
    }

    /** A block within this one. */
    Optional<Block> block(String key, Collection<String> words) {
        return value(key).flatMap(value -> of(file, faults, value, "'" + key + "'", words));
    }

    /** A list of blocks. */
    List<Block> blocks(String key, Collection<String> words) {
        List<Block> blocks = new ArrayList<>();
        for (Node item : items(key)) {
            of(file, faults, item, "an entry of '" + key + "'", words).ifPresent(blocks::add);
        }
        return blocks;
    }

    /** A block whose keys are no words of the language but values themselves, each with another value. */
    List<OptionTable.Line> pairs(String key) {
        return entries(key).stream()
                .flatMap(entry ->
                        wordOf(key, entry.value()).map(right -> new OptionTable.Line(entry.key(), right)).stream())
                .toList();
    }

    /** A block whose keys are no words of the language. */
    List<Entry> entries(String key) {
        if (value(key).isPresent() && !(value(key).get() instanceof MappingNode)) {
            fault(key, "'" + key + "' must be keys and values", "write one '<value>: <value>' a line");
            return List.of();
        }
        return value(key)
                .map(node -> entries(file, faults, node, "'" + key + "'"))
                .orElse(List.of());
    }

    /** The entries of a node whose keys are no words of the language. Reports what is no such node, and keys given twice. */
    static List<Entry> entries(MappingFile file, Faults faults, Node node, String what) {
        Block block = new Block(file, faults, node);
        if (!(node instanceof MappingNode mapping)) {
            faults.add(block.place(), what + " must be keys and values", "write one '<name>: <value>' a line");
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Optional<Word> key = block.wordOf("a key", tuple.getKeyNode());
            key.ifPresent(word -> entries.add(new Entry(file, word, tuple.getValueNode())));
            key.filter(word -> !seen.add(word.text()))
                    .ifPresent(word ->
                            faults.add(word.place(), "'" + word.text() + "' is given twice", "keep one of them"));
        }
        return entries;
    }

    /**
     * A key that is no word of the language, with its value.
     *
     * @param file where both stand
     */
    record Entry(MappingFile file, Word key, Node value) {
        /** Where the value begins. */
        Place place() {
            return YamlReader.place(file, value.getStartMark());
        }

        /** A node as a single value, which may be blank; nothing where it is none. */
        Optional<Word> word(Node node) {
            return node instanceof ScalarNode scalar
                    ? Optional.of(new Word(scalar.getValue(), YamlReader.place(file, scalar.getStartMark())))
                    : Optional.empty();
        }
    }

    private Optional<Node> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    private List<Node> items(String key) {
        Optional<Node> value = value(key);
        if (value.isPresent() && !(value.get() instanceof SequenceNode)) {
            fault(key, "'" + key + "' must be a list", "write it as '" + key + ": [...]' or with one '- ' a line");
        }
        return value.filter(SequenceNode.class::isInstance)
                .map(list -> ((SequenceNode) list).getValue())
                .orElse(List.of());
    }

    private Optional<Word> wordOf(String key, Node value) {
        Place place = YamlReader.place(file, value.getStartMark());
        if (!(value instanceof ScalarNode scalar)) {
            faults.add(place, "'" + key + "' must be a single value", "write it without brackets, dashes or keys");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            faults.add(place, "'" + key + "' is empty", "give it a value or leave it out");
            return Optional.empty();
        }
        return Optional.of(new Word(scalar.getValue(), place));
    }
}
