package dev.wau.infra.settings;

import dev.wau.config.yaml.Section;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that Redshift Serverless takes: none is a reserved word of its SQL.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_pg_keywords.html">AWS: reserved words</a>
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_names.html">AWS: names and identifiers</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-redshiftserverless-namespace.html">
 *     AWS: a namespace's AdminUsername and DbName</a>
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html">AWS: MasterUsername is neither
 *     PUBLIC nor a reserved word</a>
 */
final class RedshiftNames {

    /** As AWS lists them, in small letters; and {@code public}, which no user may be called. */
    private static final Set<String> RESERVED =
            Set.of(("aes128 aes256 all allowoverwrite analyse analyze and any array as asc"
                            + " authorization az64 backup between binary blanksasnull both bytedict bzip2 case cast check collate column"
                            + " constraint create credentials cross current_date current_time current_timestamp current_user"
                            + " current_user_id default deferrable deflate defrag delta delta32k desc disable distinct do else"
                            + " emptyasnull enable encode encrypt encryption end except explicit false for foreign freeze from full"
                            + " globaldict256 globaldict64k grant group gzip having identity ignore ilike in initially inner intersect"
                            + " interval into is isnull join leading left like limit localtime localtimestamp lun luns lzo lzop minus"
                            + " mostly16 mostly32 mostly8 natural new not notnull null nulls off offline offset oid old on only open or"
                            + " order outer overlaps parallel partition percent permissions pivot placing primary raw readratio recover"
                            + " references rejectlog resort respect restore right select session_user similar snapshot some sysdate"
                            + " system table tag tdes text255 text32k then timestamp to top trailing true truncatecolumns union unique"
                            + " unnest unpivot user using verbose wallet when where with without public")
                    .split(" "));

    /**
     * Databases that are there already.
     *
     * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_TEMPLATE.html">AWS: system databases</a>
     */
    private static final List<String> TAKEN = List.of("template0", "template1", "padb_harvest");

    private static final String RULE = "a small letter, then small letters, digits and _, 127 at most";

    private RedshiftNames() {}

    /** A database or a user, or what holds otherwise. A hyphen or a capital letter would be allowed, and be quoted for ever. */
    static String identifier(Section section, String key, String otherwise) {
        String name = new Values(section).text(key, RULE, "[a-z][a-z0-9_]{0,126}", otherwise);
        refuseReserved(section, key, name);
        return name;
    }

    /** The same, none of Redshift's own. */
    static String database(Section section, String key, String otherwise) {
        String name = identifier(section, key, otherwise);
        if (TAKEN.contains(name)) {
            section.setting(key)
                    .ifPresent(
                            setting -> setting.wrong("not " + String.join(", ", TAKEN) + ", which are Redshift's own"));
        }
        return name;
    }

    /** A namespace or a workgroup; null: made of the deployment's name. */
    static @Nullable String resource(Section section, String key, @Nullable String otherwise) {
        String name = new Values(section)
                .orNone(key, "3 to 64 small letters, digits and hyphens", "[a-z0-9][a-z0-9-]{1,62}[a-z0-9]", otherwise);
        if (name != null) {
            refuseReserved(section, key, name);
        }
        return name;
    }

    private static void refuseReserved(Section section, String key, String name) {
        if (RESERVED.contains(name)) {
            section.setting(key).ifPresent(setting -> setting.wrong("no reserved word of Redshift's SQL"));
        }
    }
}
