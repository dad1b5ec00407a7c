-- mentions, fronts and events are partitioned by fid, which rises in the order in which rows are
-- stored: only the newest partition is written to, so that its indexes stay small and in memory,
-- and reading in that order goes from one to the next.

-- The first fid without a partition, for each layer.
CREATE FUNCTION dateline_beyond(layer text) RETURNS bigint LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT coalesce(max(substring(pg_get_expr(c.relpartbound, c.oid) FROM 'TO \(''*(\d+)')::bigint), 1)
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
  WHERE p.relname = layer AND p.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'dateline_archive')
$$;

-- Creates partitions of a layer up to the one of a fid. Each is created as a separate table and
-- then attached, which blocks neither readers nor writers. Callers commit it before it has rows:
-- readers know it when they see these. The setting dateline.partition_rows (ALTER DATABASE … SET)
-- is the number of rows of one.
CREATE FUNCTION dateline_make_partition(layer text, number bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  size bigint := greatest(1, coalesce(nullif(current_setting('dateline.partition_rows', true), '')::bigint, 1000000));
  beyond bigint;
  made text;
BEGIN
  PERFORM pg_advisory_xact_lock(7233190455493095014);
  LOOP
    beyond := dateline_beyond(layer);
    EXIT WHEN number < beyond;
    made := layer || '_' || beyond;
    EXECUTE format('CREATE TABLE dateline_archive.%I (LIKE dateline_archive.%I INCLUDING DEFAULTS INCLUDING STORAGE INCLUDING INDEXES)', made, layer);
    EXECUTE format('ALTER TABLE dateline_archive.%I ATTACH PARTITION dateline_archive.%I FOR VALUES FROM (%s) TO (%s)', layer, made, beyond, beyond + size);
  END LOOP;
END $$;

-- Makes a table the first partition of a layer: its rows stay in place.
CREATE FUNCTION dateline_partition(layer text) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  first text := layer || '_1';
  size bigint := greatest(1, coalesce(nullif(current_setting('dateline.partition_rows', true), '')::bigint, 1000000));
  beyond bigint;
  name text;
BEGIN
  EXECUTE format('ALTER TABLE %I RENAME TO %I', layer, first);
  FOR name IN SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = first::regclass LOOP
    EXECUTE format('ALTER INDEX %I RENAME TO %I', name, regexp_replace(name, '^' || layer, first));
  END LOOP;
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING STORAGE) PARTITION BY RANGE (fid)', layer, first);
  EXECUTE format('ALTER TABLE %I ADD PRIMARY KEY (fid)', layer);
  EXECUTE format('DROP TRIGGER dateline_deleted ON %I', first);
  EXECUTE format('CREATE TRIGGER dateline_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION %I()', layer, 'dateline_' || layer || '_deleted');
  EXECUTE format('SELECT greatest(%s, (SELECT max(fid) FROM %I), (SELECT %I FROM dateline_deleted)) + 1', size, first, layer) INTO beyond;
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (MINVALUE) TO (%s)', layer, first, beyond);
END $$;
