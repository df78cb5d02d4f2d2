package io.couplet.mappings;

import org.yaml.snakeyaml.nodes.Node;

/**
 * A file and what it says.
 *
 * @param file as read
 * @param root its one YAML document
 */
record Document(MappingFile file, Node root) {

    /** Whether the file is of the kind that begins with this key. */
    boolean is(String key) {
        return Block.has(root, key);
    }
}
