package dev.wau.lambda;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Lambda's Java runtime itself brings: the runtime interface client, in {@code /var/runtime/lib}. */
final class JavaRuntime {

    private static final String NATIVE_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private JavaRuntime() {}

    /** Arguments of a JVM that runs this handler of the package in its working folder. */
    static List<String> arguments(Class<?> handler) throws IOException {
        return List.of(
                "-D" + NATIVE_PROPERTY + "=" + nativeCode(),
                "-cp",
                classPath(),
                AWSLambda.class.getName(),
                handler.getName());
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> Path.of(jar).getFileName().toString().matches("(aws-lambda-java|utils-lite)-.*"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    // Unpacked here: each process would write the same file in /tmp, under the others' feet.
    private static synchronized Path nativeCode() throws IOException {
        Path unpacked = Path.of("target", "lambda-runtime.so").toAbsolutePath();
        if (!Files.exists(unpacked)) {
            String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
            try (InputStream in =
                    AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + machine + ".so")) {
                Path half = Files.createTempFile(unpacked.getParent(), "lambda-runtime", ".half");
                Files.copy(Objects.requireNonNull(in), half, StandardCopyOption.REPLACE_EXISTING);
                Files.move(half, unpacked, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return unpacked;
    }
}
