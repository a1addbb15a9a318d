package dev.wau.load;

import java.util.List;

/**
 * What {@code wau verify} saw.
 *
 * @param files loaded files that were read again
 * @param records in them: good and rejected
 * @param rows compared with them, suppressed ones included
 * @param findings what is wrong, by file; at most {@link Verifier#MOST_FINDINGS_A_FILE} a file
 */
public record VerifyResult(long files, long records, long rows, List<Finding> findings) {

    public VerifyResult {
        findings = List.copyOf(findings);
    }
}
