package dev.wau.infra;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.stack.Packages;
import dev.wau.infra.stack.WauStack;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.cxapi.CloudAssembly;
import software.amazon.awscdk.cxapi.CloudFormationStackArtifact;

/** The CDK app: a stack for each environment. Needs Node.js, in which CDK runs. For one thread. */
public final class InfraApp {

    /** CDK's choices for new apps, where they differ from its oldest. */
    private static final Map<String, Object> CHOICES = Map.of(
            "@aws-cdk/aws-s3:createDefaultLoggingPolicy", true,
            "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
            "@aws-cdk/core:checkSecretUsage", true,
            "@aws-cdk/customresources:installLatestAwsSdkDefault", false,
            "aws:cdk:disable-asset-staging-context", false,
            "aws:cdk:version-reporting", false);

    private InfraApp() {}

    /**
     * Writes the templates, and checks them by cdk-nag's rules.
     *
     * @param folder to write to; null: CDK's own choice, which its command line makes
     * @throws dev.wau.model.WauException ENGINE_FAILED: CDK refuses, or Node.js fails
     */
    public static List<Written> synth(List<Deployment> deployments, Packages packages, @Nullable Path folder) {
        try {
            JsiiFolders.start();
            return written(app(deployments, packages, folder).synth());
        } catch (RuntimeException e) {
            throw CdkFailure.told(e);
        }
    }

    private static App app(List<Deployment> deployments, Packages packages, @Nullable Path folder) {
        App app = new App(AppProps.builder()
                .outdir(folder == null ? null : folder.toString())
                .analyticsReporting(false)
                .postCliContext(CHOICES)
                .build());
        deployments.forEach(deployment -> new WauStack(app, deployment, packages));
        Aspects.of(app)
                .add(new AwsSolutionsChecks(NagPackProps.builder().verbose(true).build()));
        return app;
    }

    private static List<Written> written(CloudAssembly assembly) {
        return assembly.getStacks().stream().map(InfraApp::written).toList();
    }

    private static Written written(CloudFormationStackArtifact stack) {
        Map<?, ?> resources = (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) stack.getTemplate()).get("Resources"));
        return new Written(
                stack.getStackName(),
                Path.of(stack.getTemplateFullPath()),
                resources.size(),
                StackMessages.errors(stack),
                StackMessages.warnings(stack));
    }
}
