package dev.wau.infra.stack;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.assets.Asset;

/** Statements of policies: these actions, on these resources, and nothing else. */
final class Allow {

    private Allow() {}

    static PolicyStatement on(List<String> resources, String... actions) {
        return PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .actions(Arrays.asList(actions))
                .resources(resources)
                .build();
    }

    static PolicyStatement on(String resource, String... actions) {
        return on(List.of(resource), actions);
    }

    /** What {@code cdk deploy} uploads: this one object. */
    static PolicyStatement reading(Asset asset) {
        return on(asset.getBucket().arnForObjects(asset.getS3ObjectKey()), "s3:GetObject");
    }

    /** Under conditions, such as {@code StringLike: {s3:prefix: staging/*}}. */
    static PolicyStatement when(Map<String, Object> conditions, String resource, String... actions) {
        PolicyStatement statement = on(resource, actions);
        statement.addConditions(conditions);
        return statement;
    }

    /** For policies of resources: who may. */
    static PolicyStatement to(List<? extends IPrincipal> principals, PolicyStatement statement) {
        statement.addPrincipals(principals.toArray(IPrincipal[]::new));
        return statement;
    }
}
