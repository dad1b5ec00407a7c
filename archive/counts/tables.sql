-- The mentions counted at each coordinate (package archive/counts).

-- How they are counted: fids per part; parts joined into one; the least mentions per group of a
-- part; and whether counting stopped because there were fewer.
CREATE TABLE dateline_counting (step bigint NOT NULL, wide bigint NOT NULL, shared bigint NOT NULL, given_up boolean NOT NULL DEFAULT false, times bigint NOT NULL DEFAULT 0);
INSERT INTO dateline_counting (step, wide, shared) VALUES (62500, 16, 2);

-- The parts: mentions with fids above low and up to high.
CREATE TABLE dateline_counted (low bigint NOT NULL, high bigint PRIMARY KEY);

-- Rows deleted (n -1) or edited (-1 as it was, 1 as it is) since they were counted, or while they
-- were.
CREATE TABLE dateline_uncounted (n int NOT NULL, fid bigint NOT NULL, geom geometry(Point, 4326), role text COLLATE "C", source text, confidence double precision, date date, date_precision text COLLATE "C");

-- How many mentions of a role have a value of a property.
CREATE TABLE dateline_values (property text COLLATE "C" NOT NULL, role text COLLATE "C", value text, n bigint NOT NULL);

-- How many mentions of each date there are in each range of dateline_counting.step fids, by the
-- last of them. Ranges are never joined: they show where in the archive a time begins.
CREATE TABLE dateline_dates (high bigint NOT NULL, role text COLLATE "C", date_precision text COLLATE "C", date date, n bigint NOT NULL);
CREATE INDEX ON dateline_dates (date);
CREATE INDEX ON dateline_dates (high);

CREATE FUNCTION dateline_mentions_uncounted() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
  INSERT INTO dateline_uncounted SELECT -1, fid, geom, role, source, confidence, date, date_precision FROM gone;
  IF TG_OP = 'UPDATE' THEN
    INSERT INTO dateline_uncounted SELECT 1, fid, geom, role, source, confidence, date, date_precision FROM come;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER dateline_uncounted AFTER DELETE ON mentions REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION dateline_mentions_uncounted();
CREATE TRIGGER dateline_recounted AFTER UPDATE ON mentions REFERENCING OLD TABLE AS gone NEW TABLE AS come FOR EACH STATEMENT EXECUTE FUNCTION dateline_mentions_uncounted();

CREATE FUNCTION dateline_mentions_emptied() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
  TRUNCATE dateline_counted, dateline_counts, dateline_totals, dateline_values, dateline_dates, dateline_uncounted;
  UPDATE dateline_counting SET times = times + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER dateline_emptied AFTER TRUNCATE ON mentions FOR EACH STATEMENT EXECUTE FUNCTION dateline_mentions_emptied();
