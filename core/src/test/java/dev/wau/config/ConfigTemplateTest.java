package dev.wau.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.csv.Dialect;
import dev.wau.csv.Limits;
import dev.wau.model.Customer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigTemplateTest {

    private static final Pattern SHOWN_DEFAULT = Pattern.compile("(?m)^( *)# ([a-z_-]+: .*)$");

    @TempDir
    private Path folder;

    @Test
    void theTemplateIsValid() throws IOException {
        WauConfig config = read(ConfigTemplate.text());

        assertThat(config.customers())
                .extracting(customer -> customer.customer().name())
                .containsExactly("acme", "globex");
        assertThat(config.policies()).isEqualTo(Policies.DEFAULT);
    }

    @Test
    void whatItShowsAsDefaultsAreTheDefaults() throws IOException {
        Matcher shown = SHOWN_DEFAULT.matcher(ConfigTemplate.text(found("acme")));
        WauConfig config = read(shown.replaceAll("$1$2"));

        assertThat(config.policies()).isEqualTo(Policies.DEFAULT);
        assertThat(config.limits()).isEqualTo(Limits.DEFAULT);
        CustomerConfig acme = config.customers().get(0);
        WauConfig plain = read("customers: {acme: {source: ./acme}}");
        assertThat(acme.source().files())
                .isEqualTo(plain.customers().get(0).source().files());
        assertThat(acme.dialect()).isEqualTo(Dialect.STANDARD);
        assertThat(acme.columns()).isEqualTo(plain.customers().get(0).columns());
        assertThat(acme.time().description())
                .isEqualTo(plain.customers().get(0).time().description());
        assertThat(acme.personalData()).isEqualTo(plain.customers().get(0).personalData());
    }

    @Test
    void itTeachesEveryKey() {
        for (Place place : Place.values()) {
            place.names().forEach(key -> assertThat(ConfigTemplate.text()).contains(key));
        }
    }

    @Test
    void foundCustomersTakeTheExamplesPlace() throws IOException {
        WauConfig config = read(ConfigTemplate.text(List.of(
                new DetectedCustomer(new Customer("42"), "./in/42"),
                new DetectedCustomer(new Customer("no"), "./in/a \"b\" \\ #c: d"))));

        assertThat(config.customers())
                .extracting(customer -> customer.customer().name())
                .containsExactly("42", "no");
        assertThat(config.customers().get(1).source().location().folder())
                .isEqualTo(folder.resolve("in/a \"b\" \\ #c: d"));
    }

    @Test
    void customersAreFoundBySubFolder() throws IOException {
        for (String name : List.of("globex", "Acme Inc.", "Acme-Inc.", "empty", ".hidden")) {
            Files.createDirectories(folder.resolve("in").resolve(name));
        }
        for (String name : List.of("globex", "Acme Inc.", "Acme-Inc.", ".hidden")) {
            Files.writeString(folder.resolve("in").resolve(name).resolve("a.csv"), "x");
        }
        Files.writeString(folder.resolve("in/readme.txt"), "x");

        assertThat(ConfigTemplate.detect(folder.resolve("in"), "./in"))
                .containsExactly(
                        new DetectedCustomer(new Customer("Acme-Inc."), "./in/Acme Inc."),
                        new DetectedCustomer(new Customer("Acme-Inc.-2"), "./in/Acme-Inc."),
                        new DetectedCustomer(new Customer("globex"), "./in/globex"));
    }

    private static List<DetectedCustomer> found(String name) {
        return List.of(new DetectedCustomer(new Customer(name), "./" + name));
    }

    private WauConfig read(String text) throws IOException {
        return ConfigReader.read(Files.writeString(folder.resolve("wau.yaml"), text), Map.of());
    }
}
