package dev.wau.infra;

import java.nio.file.Path;
import java.util.List;

/**
 * A stack's template, as it was written.
 *
 * @param errors what cdk-nag and CDK find wrong: {@code cdk deploy} refuses it
 * @param warnings what they would have otherwise
 */
public record Written(String stack, Path template, int resources, List<String> errors, List<String> warnings) {}
