package dev.wau.infra.stack;

import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.NetworkSettings;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnVPCEndpoint;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

/**
 * Where the warehouse and the job's connection stand: subnets without a way to the internet, in three availability zones. Two
 * endpoints lead out: S3's, which costs nothing, and Secrets Manager's in the one subnet where the connection stands. Glue
 * reaches S3, its catalog and CloudWatch through its own network.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-usage-considerations.html">AWS: Redshift
 *     Serverless wants three subnets in three availability zones</a>
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/connection-VPC-disable-proxy.html">AWS: Glue's own way to S3 and
 *     CloudWatch</a>
 */
final class Network extends Construct {

    static final int WAREHOUSE_PORT = 5439;

    private final IVpc vpc;
    private final List<String> subnets;
    private final String firstZone;
    private final SecurityGroup job;
    private final SecurityGroup warehouse;

    Network(Construct scope, Deployment deployment, Storage storage) {
        super(scope, "Network");
        NetworkSettings settings = deployment.settings().network();
        List<String> routes;
        if (settings.vpc() == null) {
            Vpc made = make(settings, storage, deployment);
            vpc = made;
            List<ISubnet> isolated = made.getIsolatedSubnets();
            subnets = isolated.stream().map(ISubnet::getSubnetId).toList();
            routes = isolated.stream()
                    .map(subnet -> subnet.getRouteTable().getRouteTableId())
                    .toList();
            firstZone = isolated.get(0).getAvailabilityZone();
        } else {
            vpc = Vpc.fromVpcAttributes(
                    this,
                    "Vpc",
                    VpcAttributes.builder()
                            .vpcId(settings.vpc())
                            .availabilityZones(List.of("known-to-aws"))
                            .build());
            subnets = settings.subnets();
            routes = settings.routeTables();
            firstZone = settings.zones().get(0);
        }
        if (!settings.zones().isEmpty()) {
            Reasons.acknowledgeZones(Stack.of(this));
        }
        job = group("Job", "wau: the load job and the crawler");
        job.addIngressRule(job, Port.allTcp(), "Glue's workers among themselves");
        warehouse = group("Warehouse", "wau: the warehouse");
        warehouse.addIngressRule(job, Port.tcp(WAREHOUSE_PORT), "the load job and the crawler");
        settings.warehouseAccess()
                .forEach(addresses -> warehouse.addIngressRule(
                        Peer.ipv4(addresses), Port.tcp(WAREHOUSE_PORT), "network.warehouse-access"));
        if (settings.makesEndpoints()) {
            endpoints(deployment, routes, settings.cidr());
        }
    }

    private Vpc make(NetworkSettings settings, Storage storage, Deployment deployment) {
        Vpc made = Vpc.Builder.create(this, "Vpc")
                .vpcName(deployment.names().prefix())
                .ipAddresses(IpAddresses.cidr(settings.cidr()))
                .availabilityZones(zones(settings))
                .natGateways(0)
                .subnetConfiguration(List.of(SubnetConfiguration.builder()
                        .name("isolated")
                        .subnetType(SubnetType.PRIVATE_ISOLATED)
                        .build()))
                .build();
        made.addFlowLog(
                "FlowLog",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toS3(storage.logs(), "network/"))
                        .build());
        return made;
    }

    /** The region's first three, named when the stack is deployed, or those that settings name. */
    private static List<String> zones(NetworkSettings settings) {
        if (!settings.zones().isEmpty()) {
            return settings.zones();
        }
        List<String> zones = new ArrayList<>();
        for (int i = 0; i < NetworkSettings.ZONES; i++) {
            zones.add(Fn.select(i, Fn.getAzs()));
        }
        return zones;
    }

    private SecurityGroup group(String id, String description) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(true)
                .build();
    }

    private void endpoints(Deployment deployment, List<String> routes, String addresses) {
        if (!routes.isEmpty()) {
            CfnVPCEndpoint.Builder.create(this, "S3")
                    .vpcId(vpc.getVpcId())
                    .serviceName("com.amazonaws." + deployment.names().region() + ".s3")
                    .vpcEndpointType("Gateway")
                    .routeTableIds(routes)
                    .build();
        }
        SecurityGroup endpoint = group("Endpoint", "wau: endpoints of AWS services");
        // Its private name leads the whole VPC here, so the whole VPC may come.
        endpoint.addIngressRule(Peer.ipv4(addresses), Port.tcp(443), "the VPC");
        CfnVPCEndpoint.Builder.create(this, "SecretsManager")
                .vpcId(vpc.getVpcId())
                // In China some services' endpoints are called cn.com.amazonaws...: CDK has AWS's list.
                .serviceName(InterfaceVpcEndpointAwsService.SECRETS_MANAGER.getName())
                .vpcEndpointType("Interface")
                .subnetIds(List.of(subnet()))
                .securityGroupIds(List.of(endpoint.getSecurityGroupId()))
                .privateDnsEnabled(true)
                .build();
    }

    /** In three availability zones. */
    List<String> subnets() {
        return subnets;
    }

    /** The one of the connection: Glue's have one. */
    String subnet() {
        return subnets.get(0);
    }

    /** The availability zone of that one. */
    String zone() {
        return firstZone;
    }

    SecurityGroup job() {
        return job;
    }

    SecurityGroup warehouse() {
        return warehouse;
    }
}
