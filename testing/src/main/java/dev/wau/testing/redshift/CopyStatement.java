package dev.wau.testing.redshift;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code COPY table [(columns)] FROM 's3://...' IAM_ROLE {'arn' | default} FORMAT [AS] PARQUET MANIFEST}.
 *
 * @param table as written
 * @param columns as written; none: all of the table's
 * @param manifest the list of the files
 */
record CopyStatement(String table, List<String> columns, S3Location manifest) {

    static CopyStatement of(Tokens tokens) throws Refusal {
        return new Reading(tokens).read();
    }

    /** The same for rows that are sent to PostgreSQL. */
    String fromClient() {
        return "COPY " + table + (columns.isEmpty() ? "" : " (" + String.join(", ", columns) + ")") + " FROM STDIN";
    }

    private static final class Reading {

        private final Tokens tokens;
        private int next = 1;
        private boolean role;
        private boolean parquet;
        private boolean manifest;

        Reading(Tokens tokens) {
            this.tokens = tokens;
        }

        CopyStatement read() throws Refusal {
            String table = table();
            List<String> columns = columns();
            require("FROM");
            S3Location source = S3Location.of(string());
            while (next < tokens.size()) {
                option();
            }
            if (!role || !parquet || !manifest) {
                throw Refusal.unsupported("the stand-in copies with IAM_ROLE, FORMAT AS PARQUET and MANIFEST only");
            }
            return new CopyStatement(table, columns, source);
        }

        private void option() throws Refusal {
            Token option = tokens.at(next++);
            switch (option.word()) {
                case "IAM_ROLE" -> {
                    role = true;
                    iamRole();
                }
                case "FORMAT" -> {
                    next += tokens.at(next).is("AS") ? 1 : 0;
                    require("PARQUET");
                    parquet = true;
                }
                case "MANIFEST" -> manifest = true;
                default -> throw Refusal.unsupported("the stand-in's COPY of Parquet has no option " + option.text());
            }
        }

        private void iamRole() throws Refusal {
            if (tokens.at(next).is("DEFAULT")) {
                next++;
                return;
            }
            String role = string();
            if (!role.startsWith("arn:aws")) {
                throw new Refusal("XX000", "Invalid IAM role: it is not the ARN of a role");
            }
        }

        private String table() {
            StringBuilder name = new StringBuilder(tokens.at(next++).text());
            while (tokens.at(next).is(".")) {
                name.append('.').append(tokens.at(next + 1).text());
                next += 2;
            }
            return name.toString();
        }

        private List<String> columns() {
            List<String> columns = new ArrayList<>();
            if (tokens.at(next).is("(")) {
                int behind = tokens.behindParentheses(next);
                for (int i = next + 1; i < behind; i += 2) {
                    columns.add(tokens.at(i).text());
                }
                next = behind;
            }
            return columns;
        }

        private String string() throws Refusal {
            Token token = tokens.at(next++);
            if (token.kind() != Token.Kind.STRING) {
                throw new Refusal("42601", "syntax error at \"" + token.text() + "\": a text was expected");
            }
            return token.text().substring(1, token.text().length() - 1).replace("''", "'");
        }

        private void require(String word) throws Refusal {
            if (!tokens.at(next).is(word)) {
                throw new Refusal(
                        "42601", "syntax error at \"" + tokens.at(next).text() + "\": " + word + " was expected");
            }
            next++;
        }
    }
}
