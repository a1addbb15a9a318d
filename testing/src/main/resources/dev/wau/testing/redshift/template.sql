-- What Redshift has and PostgreSQL hasn't, in the schema that everyone sees.
SET allow_system_table_mods = on;

CREATE FUNCTION pg_catalog.date_part_number(part text, at timestamp) RETURNS bigint IMMUTABLE STRICT LANGUAGE sql AS $$
    SELECT CASE part
        WHEN 'year' THEN extract(year FROM at)
        WHEN 'quarter' THEN extract(year FROM at) * 4 + extract(quarter FROM at)
        WHEN 'month' THEN extract(year FROM at) * 12 + extract(month FROM at)
        WHEN 'week' THEN floor(extract(epoch FROM date_trunc('week', at)) / 604800)
        WHEN 'day' THEN extract(epoch FROM date_trunc('day', at)) / 86400
        WHEN 'hour' THEN extract(epoch FROM date_trunc('hour', at)) / 3600
        WHEN 'minute' THEN extract(epoch FROM date_trunc('minute', at)) / 60
        WHEN 'second' THEN floor(extract(epoch FROM at))
        WHEN 'millisecond' THEN floor(extract(epoch FROM at) * 1000)
        WHEN 'microsecond' THEN extract(epoch FROM at) * 1000000
    END::bigint
$$;

-- The number of boundaries of the part between the two.
CREATE FUNCTION pg_catalog.datediff(part text, earlier timestamp, later timestamp) RETURNS bigint
    IMMUTABLE STRICT LANGUAGE sql AS $$
    SELECT date_part_number(part, later) - date_part_number(part, earlier)
$$;

CREATE FUNCTION pg_catalog.dateadd(part text, number bigint, at timestamp) RETURNS timestamp
    IMMUTABLE STRICT LANGUAGE sql AS $$
    SELECT at + number * CASE part
        WHEN 'quarter' THEN interval '3 months'
        ELSE ('1 ' || part)::interval
    END
$$;

-- A SUPER is kept as the text that was parsed.
CREATE FUNCTION pg_catalog.json_parse(text varchar) RETURNS json IMMUTABLE STRICT LANGUAGE sql AS $$
    SELECT text::json
$$;

CREATE FUNCTION pg_catalog.json_parse(bytes bytea) RETURNS json IMMUTABLE STRICT LANGUAGE sql AS $$
    SELECT convert_from(bytes, 'UTF8')::json
$$;

CREATE FUNCTION pg_catalog.json_serialize(super json) RETURNS varchar IMMUTABLE STRICT LANGUAGE sql AS $$
    SELECT super::varchar
$$;

CREATE FUNCTION pg_catalog.json_serialize_to_varbyte(super json) RETURNS bytea IMMUTABLE STRICT LANGUAGE sql AS $$
    SELECT convert_to(super::text, 'UTF8')
$$;

CREATE VIEW pg_catalog.svv_tables AS
    SELECT table_catalog, table_schema, table_name, table_type, NULL::varchar AS remarks
    FROM information_schema.tables;

CREATE VIEW pg_catalog.svv_columns AS
    SELECT table_catalog, table_schema, table_name, column_name, ordinal_position, column_default, is_nullable,
        CASE data_type WHEN 'json' THEN 'super' WHEN 'bytea' THEN 'varbyte' ELSE data_type END AS data_type,
        character_maximum_length, numeric_precision, numeric_precision_radix, numeric_scale, datetime_precision,
        interval_type, interval_precision, character_set_catalog, character_set_schema, character_set_name,
        collation_catalog, collation_schema, collation_name, domain_name, NULL::varchar AS remarks
    FROM information_schema.columns;

CREATE TABLE pg_catalog.sys_load_error_detail (
    user_id integer, query_id bigint, transaction_id bigint, session_id integer, database_name varchar(64),
    table_id integer, start_time timestamp, file_name varchar(256), line_number bigint, column_name varchar(127),
    column_type varchar(10), column_length varchar(10), position integer, error_code integer,
    error_message varchar(512));

CREATE FUNCTION pg_catalog.getdate() RETURNS timestamp STABLE LANGUAGE sql AS $$
    SELECT date_trunc('second', statement_timestamp() AT TIME ZONE 'UTC')
$$;
