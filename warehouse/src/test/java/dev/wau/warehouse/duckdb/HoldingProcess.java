package dev.wau.warehouse.duckdb;

import dev.wau.load.FileToLoad;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Warehouse;
import dev.wau.testing.warehouse.TestingLoads;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Another process: opens a warehouse, has a load under way, says so, and holds both until its input ends or it dies. */
final class HoldingProcess {

    static final String FILE = "timestamp,event,extra\n" + "2025-01-06 08:00:00,login,x\n".repeat(200_000);

    private HoldingProcess() {}

    /** Arguments: the URL. */
    public static void main(String[] arguments) throws IOException {
        try (Warehouse warehouse = Warehouses.open(arguments[0], Access.READ_WRITE)) {
            TestingLoads loads = new TestingLoads(warehouse);
            LoadTransaction transaction = warehouse.begin(loads.run());
            FileToLoad file = loads.file(transaction.nextFileId(), "acme/big.csv", FILE);
            transaction.enter(transaction.stage(List.of(file), TestingLoads.stage()));
            System.out.println("holding");
            while (System.in.read() >= 0) {}
            transaction.close();
        }
    }

    /** Starts one; it holds the warehouse when this returns. */
    static Process start(String url) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingProcess.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!"holding".equals(process.inputReader().readLine())) {
            throw new IOException("the other process didn't come to hold the warehouse");
        }
        return process;
    }
}
