package dev.wau.testing.postgresql;

import org.junit.jupiter.api.Test;

final class TestingPostgresTest {

    @Test
    void schemasDoNotSeeEachOther() {
        String one = TestingPostgres.newSchema();
        String other = TestingPostgres.newSchema();
        TestingPostgres.execute(one, "CREATE TABLE wau_runs (run text)");
        TestingPostgres.execute(other, "CREATE TABLE wau_runs (run text)");
        TestingPostgres.drop(one);
        TestingPostgres.drop(other);
    }
}
