package dev.wau.infra;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.jsii.JsiiException;

/**
 * What went wrong in CDK, or in jsii, by which Java speaks to it in Node.js: neither is a defect of wau, so it is told in their
 * words. What went wrong in our own code stays what it is.
 */
final class CdkFailure {

    private static final String JSII = "software.amazon.jsii.";
    private static final String TEMPORARY = "TMPDIR=FOLDER WAU_JAVA_OPTS=-Djava.io.tmpdir=FOLDER";
    private static final Pattern REFUSED = Pattern.compile("\\b(EROFS|EACCES|EPERM)\\b[^\\n]*mkdtemp");
    private static final int MOST_LINES = 8;

    private CdkFailure() {}

    /** The error to throw instead; this one itself where it isn't CDK's. */
    static RuntimeException told(RuntimeException error) {
        List<Throwable> chain = chain(error);
        if (error instanceof WauException || chain.stream().noneMatch(CdkFailure::isCdks)) {
            return error;
        }
        String words = words(chain);
        return new WauException(
                ErrorCode.ENGINE_FAILED,
                "Cannot write the templates, says CDK: " + words + "\n  " + advice(words),
                error);
    }

    private static List<Throwable> chain(Throwable error) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = error; next != null && !chain.contains(next); next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }

    /** What CDK refuses comes as a bare RuntimeException, thrown where jsii reads the reply. */
    private static boolean isCdks(Throwable error) {
        StackTraceElement[] trace = error.getStackTrace();
        return error instanceof JsiiException
                || (trace.length > 0 && trace[0].getClassName().startsWith(JSII));
    }

    /** The messages, without Node.js's stack traces and without repetition. */
    private static String words(List<Throwable> chain) {
        Set<String> lines = new LinkedHashSet<>();
        for (Throwable error : chain) {
            Stream.of(String.valueOf(error.getMessage()).split("\\R"))
                    .map(CdkFailure::bare)
                    .filter(line -> !line.isEmpty() && !line.startsWith("at ") && !line.equals("null"))
                    .filter(line -> lines.stream().noneMatch(said -> said.contains(line)))
                    .limit(MOST_LINES)
                    .forEach(lines::add);
        }
        return String.join("\n    ", lines);
    }

    /** Without the class that wrapped it. */
    private static String bare(String line) {
        return line.strip().replaceFirst("^([\\w.]+\\.)?(Error|\\w+Exception|@jsii/kernel\\.\\w+|JsiiError): ", "");
    }

    private static String advice(String words) {
        if (words.contains("ENOSPC") || words.contains("No space left") || words.contains("EDQUOT")) {
            return "No room where the templates are written (make some, or name another folder: synth -o FOLDER), where CDK"
                    + " unpacks itself (" + TEMPORARY + "), or in .cache at home";
        }
        if (words.contains("bundled @jsii/runtime") || REFUSED.matcher(words).find()) {
            return "The folder for temporary files can't be written: name another by " + TEMPORARY;
        }
        if (words.contains("exited unexpectedly") || words.contains("jsii-runtime")) {
            return "The process of Node.js ended, or answers wrongly; what it said itself, if anything, stands beside this. Is"
                    + " 'node --version' 22 or newer (or 20), and is there memory enough?";
        }
        return "The words are CDK's own: if they are about a value of infra.yaml, change it; else report it, with what"
                + " --debug shows";
    }
}
