package dev.wau.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.WauException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceListReaderTest {

    private static final String GOOD = TestingPrices.entry(PriceId.S3_STORAGE);

    @TempDir
    Path folder = Path.of("");

    @Test
    void waus_own_prices_have_every_price_of_the_region_that_stands_in_for_others() {
        PriceList prices = PriceListReader.builtIn();

        for (PriceId id : PriceId.values()) {
            Quote quote = prices.quote(id, "ap-southeast-7");
            assertThat(quote.region()).isEqualTo("us-east-1");
            assertThat(quote.elsewhere()).isTrue();
        }
    }

    @Test
    void waus_own_prices_say_where_and_when_they_were_published() {
        assertThat(PriceListReader.builtIn().prices()).allSatisfy(price -> {
            assertThat(price.usd()).isPositive();
            assertThat(price.page()).matches("https://(aws\\.amazon\\.com|pricing\\.us-east-1\\.amazonaws\\.com)/.+");
            assertThat(price.date()).isAfter(LocalDate.of(2025, 1, 1));
            assertThat(price.service()).isNotEmpty();
            assertThat(price.from()).isNotEmpty();
        });
    }

    @Test
    void a_region_that_has_its_own_price_gets_it() {
        Quote quote = PriceListReader.builtIn().quote(PriceId.REDSHIFT_COMPUTE, "eu-west-1");

        assertThat(quote.price().usd()).isEqualByComparingTo("0.387");
        assertThat(quote.region()).isEqualTo("eu-west-1");
        assertThat(quote.remark()).isEmpty();
    }

    @Test
    void a_price_of_another_region_or_of_memory_says_so() {
        PriceList prices = read(GOOD.replace("a test", "memory, unchecked"));

        assertThat(prices.quote(PriceId.S3_STORAGE, "eu-west-1").remark()).isEqualTo("us-east-1's, memory, unchecked");
        assertThat(prices.quote(PriceId.S3_STORAGE, "us-east-1").remark()).isEqualTo("memory, unchecked");
    }

    @Test
    void every_mistake_is_told_with_its_line() {
        assertWrong(GOOD.replace("s3-storage", "s3-storge"), "round.json:2: invalid id: 's3-storge' in a price");
        assertWrong(GOOD.replace("s3-storage", "s3-storge"), "did you mean 's3-storage'?");
        assertWrong(GOOD.replace("0.02", "-0.02"), "invalid usd: '-0.02' in a price (USD for one unit, 0 or more");
        assertWrong(GOOD.replace("0.02", "NaN"), "invalid usd: 'NaN'");
        assertWrong(
                GOOD.replace("GB-month", "TB-month"), "invalid unit: 'TB-month' in a price (GB-month, as wau counts");
        assertWrong(GOOD.replace("2026-11-23", "November"), "invalid date: 'November'");
        assertWrong(
                GOOD.replace("\"service\"", "\"servce\""), "unknown key 'servce' in a price (did you mean 'service'?)");
        assertWrong(GOOD.replace("\"usd\": 0.02, ", ""), "round.json:2: no 'usd' in a price");
        assertWrong(GOOD + ",\n" + GOOD, "round.json:3: a second price 's3-storage' for us-east-1");
    }

    @Test
    void a_file_of_something_else_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), "{\"colour\": \"red\"}");
        assertThatThrownBy(() -> PriceListReader.read(file))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("unknown key 'colour'")
                .hasMessageContaining("no list of prices");

        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> PriceListReader.read(binary)).hasMessageContaining("is not UTF-8");

        assertThatThrownBy(() -> PriceListReader.read(folder.resolve("none.json")))
                .hasMessageContaining("Cannot find ")
                .hasMessageContaining("leave out --prices for wau's own");
    }

    @Test
    void prices_in_another_currency_are_refused() throws IOException {
        Path file = TestingPrices.write(folder, GOOD);
        Files.writeString(file, Files.readString(file).replace("USD\",", "EUR\","));

        assertThatThrownBy(() -> PriceListReader.read(file)).hasMessageContaining("invalid currency: 'EUR' (USD)");
    }

    private PriceList read(String entries) {
        return PriceListReader.read(TestingPrices.write(folder, entries));
    }

    private void assertWrong(String entries, String message) {
        assertThatThrownBy(() -> read(entries)).isInstanceOf(WauException.class).hasMessageContaining(message);
    }
}
