package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.Names;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/** One environment of the system: everything that stands in one account and region. */
public final class WauStack extends Stack {

    /**
     * @param scope the CDK app
     * @param packages what the other modules have built
     */
    public WauStack(Construct scope, Deployment deployment, Packages packages) {
        super(scope, deployment.names().prefix(), properties(deployment));
        Asset config = Asset.Builder.create(this, "Config")
                .path(deployment.wau().file().toString())
                .build();
        Storage storage = new Storage(this, deployment);
        Network network = new Network(this, deployment, storage);
        Warehouse warehouse = new Warehouse(this, deployment, storage, network);
        Catalog catalog = new Catalog(this, deployment, storage, network, warehouse);
        Job job = new Job(this, deployment, packages, config, storage, warehouse, catalog);
        Aggregation aggregation = new Aggregation(this, deployment, packages, config, storage);
        Trigger trigger = new Trigger(this, deployment, packages, storage, job);
        new Watching(this, deployment, warehouse, aggregation, trigger);
        outputs(deployment.names(), storage, warehouse, aggregation);
        Tags.of(this).add("wau:environment", deployment.names().environment());
        deployment.settings().tags().forEach((name, value) -> Tags.of(this).add(name, value));
        Reasons.suppress(this);
    }

    /** CDK would ask AWS for the names of the account's zones. The network takes the region's first, or names them. */
    @Override
    public List<String> getAvailabilityZones() {
        return List.of();
    }

    private static StackProps properties(Deployment deployment) {
        Names names = deployment.names();
        return StackProps.builder()
                .env(Environment.builder()
                        .account(names.account())
                        .region(names.region())
                        .build())
                .description("WAU Audit Log Analytics, " + names.environment())
                .terminationProtection(deployment.settings().protection())
                .build();
    }

    /** What commands and people need to know. */
    private void outputs(Names names, Storage storage, Warehouse warehouse, Aggregation aggregation) {
        output("CentralBucket", "s3://" + names.bucket());
        output("WarehouseUrl", warehouse.url());
        output("WarehouseSecret", warehouse.secret());
        if (storage.hasLanding()) {
            output("LandingBucket", "s3://" + names.landingBucket());
        }
        output("GlueJob", names.job());
        output("GlueDatabase", names.catalog());
        output("AggregateFunction", names.of(Aggregation.ROLE));
        output("AggregateRole", aggregation.function().role().getRoleArn());
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
