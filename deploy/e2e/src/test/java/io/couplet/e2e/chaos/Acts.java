package io.couplet.e2e.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * What people may do in one system, read from a file of the test's resources, which explains itself.
 *
 * @param choices what a word in braces may stand for
 * @param lists queries whose first column holds what a word in braces may stand for
 * @param acts statements, each as often as its weight says
 */
record Acts(Map<String, List<String>> choices, Map<String, String> lists, List<String> acts) {

    static Acts of(String system) {
        String resource = "/chaos/" + system + ".yaml";
        try (InputStream in = Acts.class.getResourceAsStream(resource)) {
            JsonNode file = new YAMLMapper().readTree(in);
            Map<String, List<String>> choices = new TreeMap<>();
            file.path("choices").properties().forEach(each -> choices.put(each.getKey(), texts(each.getValue())));
            Map<String, String> lists = new TreeMap<>();
            file.path("lists")
                    .properties()
                    .forEach(each -> lists.put(each.getKey(), each.getValue().asText()));
            List<String> acts = new ArrayList<>();
            for (JsonNode act : file.path("acts")) {
                for (int i = 0; i < act.path("weight").asInt(); i++) {
                    acts.add(act.path("sql").asText());
                }
            }
            return new Acts(choices, lists, acts);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    String any(Random random) {
        return acts.get(random.nextInt(acts.size()));
    }
}
