package dev.wau.infra.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What CloudFormation would make of a value, as far as a template tells: names and ARNs of things that have a name in it;
 * what only AWS knows stands as {@code <LogicalId.Attribute>}.
 */
record ResolvedText(JsonNode template) {

    String of(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        if (value.has("Ref")) {
            return reference(value.get("Ref").asText());
        }
        if (value.has("Fn::GetAtt")) {
            return attribute(
                    value.get("Fn::GetAtt").get(0).asText(),
                    value.get("Fn::GetAtt").get(1).asText());
        }
        if (value.has("Fn::Join")) {
            String between = value.get("Fn::Join").get(0).asText();
            return StreamSupport.stream(value.get("Fn::Join").get(1).spliterator(), false)
                    .map(this::of)
                    .collect(Collectors.joining(between));
        }
        return "<" + value + ">";
    }

    private String reference(String id) {
        if (id.equals("AWS::Partition")) {
            return "aws";
        }
        JsonNode properties = template.get("Resources").path(id).path("Properties");
        for (String name : new String[] {"BucketName", "LogGroupName", "FunctionName", "QueueName", "RoleName"}) {
            if (properties.has(name)) {
                return of(properties.get(name));
            }
        }
        return "<" + id + ">";
    }

    private String attribute(String id, String attribute) {
        JsonNode resource = template.get("Resources").path(id);
        String type = resource.path("Type").asText();
        if (attribute.equals("Arn") && type.equals("AWS::S3::Bucket")) {
            return "arn:aws:s3:::" + reference(id);
        }
        if (attribute.equals("Arn") && type.equals("AWS::Logs::LogGroup")) {
            return "arn:aws:logs:eu-west-1:111122223333:log-group:" + reference(id) + ":*";
        }
        if (attribute.equals("Arn") && type.equals("AWS::SQS::Queue")) {
            return "arn:aws:sqs:eu-west-1:111122223333:" + reference(id);
        }
        return "<" + id + "." + attribute + ">";
    }
}
