-- The layers of what stands in articles are partitions by fid, which rises in the order in
-- which rows are stored: only the newest is written to, so that its indexes stay small and
-- in memory, and what is read in the order of the archive goes from one to the next.

-- The fid from which a layer has no partition yet.
CREATE FUNCTION dateline_beyond(layer text) RETURNS bigint LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  SELECT coalesce(max(substring(pg_get_expr(c.relpartbound, c.oid) FROM 'TO \(''*(\d+)')::bigint), 1)
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
  WHERE p.relname = layer AND p.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'dateline_archive')
$$;

-- Makes partitions of a layer until there is one for a fid. Each is made beside the layer and
-- attached to it, which nobody who reads or writes waits for. Who is asked to be committed by
-- itself, before there are rows in it: readers then know it when they see these. The setting
-- dateline.partition_rows (ALTER DATABASE … SET) says how many rows one has.
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

-- Makes a table the first partition of a layer: its rows stay where they are.
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
