package dev.wau.model;

/** Stable codes of every error that leaves a stage; scripts and alarms may rely on the names. */
public enum ErrorCode {
    /** A key, value or line of {@code wau.yaml} is wrong. */
    INVALID_CONFIGURATION(Fault.USER),
    /** A command's arguments are wrong. */
    INVALID_ARGUMENT(Fault.USER),
    /** A named file, marker or customer doesn't exist. */
    NOT_FOUND(Fault.USER),
    /** A whole file was refused; see {@link RefusalReason}. */
    FILE_REFUSED(Fault.USER),
    /** A customer of the batch failed and the policy asks for all of them. */
    CUSTOMER_FAILED(Fault.EXTERNAL),
    /** A marker can't be read as one. */
    INVALID_MARKER(Fault.USER),
    /** An object store can't do what was asked. */
    STORE_FAILED(Fault.EXTERNAL),
    /** The object changed or went away while it was used. */
    OBJECT_CHANGED(Fault.EXTERNAL),
    /** Another process holds the warehouse or the central bucket. */
    BUSY(Fault.EXTERNAL),
    /** Another run changed the warehouse meanwhile: the whole run can be tried again, and nothing of it is there. */
    OVERTAKEN(Fault.EXTERNAL),
    /** The warehouse refused or failed a statement. */
    WAREHOUSE_FAILED(Fault.EXTERNAL),
    /** What does the work elsewhere (a load engine, a function, CDK) refused, failed, or couldn't be reached. */
    ENGINE_FAILED(Fault.EXTERNAL),
    /** The catalog of tables refused or couldn't be reached. */
    CATALOG_FAILED(Fault.EXTERNAL),
    /** A query given by the user is wrong. */
    INVALID_QUERY(Fault.USER),
    /** The reply to a commit was lost: ask {@link dev.wau.load.Warehouse#outcome} before anything is tried again. */
    COMMIT_UNKNOWN(Fault.EXTERNAL),
    /** A bound that the user can raise was reached. */
    LIMIT_REACHED(Fault.RESOURCE),
    /** A defect of the product. */
    INTERNAL(Fault.INTERNAL);

    private final Fault fault;

    ErrorCode(Fault fault) {
        this.fault = fault;
    }

    /** Whose fault errors of this code are. */
    public Fault fault() {
        return fault;
    }
}
