package dev.wau.infra.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What policies allow, told as IAM tells it where that is simple: a statement allows an action on a resource if one of its
 * patterns fits each and all its conditions hold. Patterns know {@code *} and {@code ?}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">AWS: how policies
 *     are evaluated</a>
 */
final class Rights {

    /** One statement that allows, its references resolved. */
    record Statement(
            List<String> actions,
            List<String> resources,
            List<String> principals,
            Map<String, Map<String, List<String>>> conditions) {}

    private final List<Statement> statements = new ArrayList<>();

    /** Of a role, by its name. */
    static Rights ofRole(TestingStack stack, String role) {
        Rights rights = new Rights();
        JsonNode template = stack.template().get("Resources");
        String id = "";
        for (Map.Entry<String, JsonNode> resource : template.properties()) {
            if (resource.getValue().path("Properties").path("RoleName").asText().equals(role)) {
                id = resource.getKey();
            }
        }
        if (id.isEmpty()) {
            throw new AssertionError("no role " + role);
        }
        String reference = id;
        stack.all("AWS::IAM::Policy")
                .map(policy -> policy.get("Properties"))
                .filter(policy -> policy.get("Roles").toString().contains("\"" + reference + "\""))
                .forEach(policy -> rights.add(stack, policy.get("PolicyDocument")));
        return rights;
    }

    /** Of a policy document. */
    static Rights of(TestingStack stack, JsonNode document) {
        Rights rights = new Rights();
        rights.add(stack, document);
        return rights;
    }

    private void add(TestingStack stack, JsonNode document) {
        for (JsonNode statement : document.get("Statement")) {
            if (statement.get("Effect").asText().equals("Allow")) {
                statements.add(new Statement(
                        texts(stack, statement.get("Action")),
                        texts(stack, statement.path("Resource")),
                        texts(stack, statement.path("Principal").path("AWS")),
                        conditions(stack, statement.path("Condition"))));
            }
        }
    }

    private static Map<String, Map<String, List<String>>> conditions(TestingStack stack, JsonNode conditions) {
        Map<String, Map<String, List<String>>> all = new TreeMap<>();
        for (Map.Entry<String, JsonNode> operator : conditions.properties()) {
            Map<String, List<String>> keys = new TreeMap<>();
            operator.getValue().properties().forEach(key -> keys.put(key.getKey(), texts(stack, key.getValue())));
            all.put(operator.getKey(), keys);
        }
        return all;
    }

    private static List<String> texts(TestingStack stack, JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> texts.add(stack.text(one)));
        } else if (!value.isMissingNode()) {
            texts.add(stack.text(value));
        }
        return texts;
    }

    List<Statement> statements() {
        return statements;
    }

    /** Whether any statement allows it; conditions' keys that the request hasn't don't hold. */
    boolean allow(String action, String resource, Map<String, String> request) {
        return statements.stream()
                .anyMatch(statement -> fits(statement.actions, action)
                        && fits(statement.resources, resource)
                        && holds(statement, request));
    }

    boolean allow(String action, String resource) {
        return allow(action, resource, Map.of());
    }

    private static boolean holds(Statement statement, Map<String, String> request) {
        return statement.conditions.values().stream()
                .flatMap(keys -> keys.entrySet().stream())
                .allMatch(key -> request.containsKey(key.getKey()) && fits(key.getValue(), request.get(key.getKey())));
    }

    private static boolean fits(List<String> patterns, String text) {
        return patterns.stream()
                .anyMatch(pattern -> Pattern.compile(regex(pattern), Pattern.DOTALL)
                        .matcher(text)
                        .matches());
    }

    private static String regex(String pattern) {
        return pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining());
    }
}
