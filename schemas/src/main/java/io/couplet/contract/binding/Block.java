package io.couplet.contract.binding;

import io.couplet.contract.FileFault;
import io.couplet.contract.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Keys and values of a binding file, which know their places. Reports keys given twice and values of the wrong form. Used by one thread. */
final class Block {
    private final String file;
    private final Node node;
    private final List<FileFault> faults;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    Block(String file, Node node, List<FileFault> faults) {
        this.file = file;
        this.node = node;
        this.faults = faults;
        List<NodeTuple> tuples = node instanceof MappingNode mapping ? mapping.getValue() : List.of();
        if (!(node instanceof MappingNode)) {
            fault(node.getStartMark(), "this must be keys and values", "write one '<key>: <value>' a line");
        }
        for (NodeTuple tuple : tuples) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (entries.putIfAbsent(key, tuple) != null) {
                fault(tuple.getKeyNode().getStartMark(), "'" + key + "' is given twice", "keep one of them");
            }
        }
    }

    /** Reports keys that are none of these. */
    void only(Collection<String> words) {
        for (String key : entries.keySet()) {
            if (!words.contains(key)) {
                fault(key, "unknown key '" + key + "'", Suggestion.forWord(key, words));
            }
        }
    }

    List<String> keys() {
        return new ArrayList<>(entries.keySet());
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Whether keys and values stand under a key. */
    boolean holdsBlock(String key) {
        @Nullable NodeTuple tuple = entries.get(key);
        return tuple != null && tuple.getValueNode() instanceof MappingNode;
    }

    /** A text that must be there. */
    String text(String key, String remedy) {
        if (!has(key)) {
            fault(key, "'" + key + "' is missing", remedy);
        }
        return optionalText(key);
    }

    /** A text, empty where there is none. */
    String optionalText(String key) {
        @Nullable NodeTuple tuple = entries.get(key);
        if (tuple == null) {
            return "";
        }
        if (!(tuple.getValueNode() instanceof ScalarNode scalar)
                || scalar.getValue().isBlank()) {
            faultOfValue(key, "'" + key + "' must be a text", "write one name behind the colon");
            return "";
        }
        return scalar.getValue();
    }

    /** A block within this one; an empty one where there is none. */
    Block block(String key, String remedy) {
        @Nullable NodeTuple tuple = entries.get(key);
        if (tuple == null) {
            fault(key, "'" + key + "' is missing", remedy);
            return new Block(file, new MappingNode(node.getTag(), List.of(), FlowStyle.BLOCK), faults);
        }
        return new Block(file, tuple.getValueNode(), faults);
    }

    /** Reports a fault of a key, or of the whole block if it has no such key. */
    void fault(String key, String what, String remedy) {
        @Nullable NodeTuple tuple = entries.get(key);
        fault(tuple == null ? node.getStartMark() : tuple.getKeyNode().getStartMark(), what, remedy);
    }

    /** Reports a fault of a key's value. */
    void faultOfValue(String key, String what, String remedy) {
        @Nullable NodeTuple tuple = entries.get(key);
        fault(tuple == null ? node.getStartMark() : tuple.getValueNode().getStartMark(), what, remedy);
    }

    private void fault(@Nullable Mark mark, String what, String remedy) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        FileFault fault = new FileFault(file, line, column, what, remedy);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }
}
