package dev.wau.warehouse.duckdb;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import org.duckdb.DuckDBWritableVector;

/**
 * Fills DuckDB's vectors from arrays that are used again. The driver's public way wants an array of its own for every text
 * and checks and locks for every number, which costs more than the reading of the file; the native call beneath it takes
 * one array for all texts of a column. It isn't public, so it is looked up by name: a driver that has it no more fails
 * here, at the first load, and in every test (decision 0015).
 */
final class VectorMemory {

    private static final MethodHandle REFERENCE;
    private static final MethodHandle DATA;
    private static final MethodHandle VALIDITY;
    private static final MethodHandle ASSIGN_TEXTS;

    static {
        try {
            MethodHandles.Lookup vectors =
                    MethodHandles.privateLookupIn(DuckDBWritableVector.class, MethodHandles.lookup());
            REFERENCE = vectors.findGetter(DuckDBWritableVector.class, "vectorRef", ByteBuffer.class);
            DATA = vectors.findGetter(DuckDBWritableVector.class, "data", ByteBuffer.class);
            VALIDITY = vectors.findGetter(DuckDBWritableVector.class, "validity", ByteBuffer.class);
            ASSIGN_TEXTS = vectors.findStatic(
                    Class.forName("org.duckdb.DuckDBBindings"),
                    "duckdb_vector_assign_string_elements",
                    MethodType.methodType(
                            void.class, ByteBuffer.class, long.class, byte[].class, long[].class, int.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private VectorMemory() {}

    /** Fills a vector of numbers, none of them NULL: one or two for each row. */
    static void numbers(DuckDBWritableVector vector, long[] numbers, int count) {
        try {
            ByteBuffer data = (ByteBuffer) DATA.invokeExact(vector);
            longs(data).put(numbers, 0, count);
            // The driver gives a vector of NULLs; a bit for each row says that it has a value.
            LongBuffer validity = longs((ByteBuffer) VALIDITY.invokeExact(vector));
            while (validity.hasRemaining()) {
                validity.put(-1);
            }
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /**
     * Fills a vector of texts from its first row on.
     *
     * @param payload the texts, in UTF-8, one after the other
     * @param lengths of each in bytes; -1: NULL
     * @param used bytes of the payload
     */
    static void texts(DuckDBWritableVector vector, byte[] payload, long[] lengths, int used) {
        try {
            ByteBuffer reference = (ByteBuffer) REFERENCE.invokeExact(vector);
            ASSIGN_TEXTS.invokeExact(reference, 0L, payload, lengths, used);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static LongBuffer longs(ByteBuffer memory) {
        return memory.duplicate().clear().order(ByteOrder.nativeOrder()).asLongBuffer();
    }

    private static RuntimeException failed(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return new WauException(ErrorCode.WAREHOUSE_FAILED, "Cannot give rows to DuckDB: " + e.getMessage(), e);
    }
}
