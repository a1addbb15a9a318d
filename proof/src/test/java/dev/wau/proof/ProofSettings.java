package dev.wau.proof;

/** How long the proofs are: short in {@code mvn verify}, long with {@code -Pproof}. */
public final class ProofSettings {

    private ProofSettings() {}

    /** Random histories of each kind of warehouse. */
    public static int histories() {
        return Integer.getInteger("proof.histories", 100);
    }

    /** Kills of each kind of warehouse. */
    public static int kills() {
        return Integer.getInteger("proof.kills", 10);
    }

    /** Whether the proof is the long one. */
    public static boolean isLong() {
        return histories() >= 1_000;
    }
}
