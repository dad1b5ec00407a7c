-- What servers and workers on several machines share beside the archive.

-- When each host may next be fetched from, by any worker.
CREATE TABLE dateline_hosts (host text COLLATE "C" PRIMARY KEY, next timestamptz NOT NULL);

-- Tokens, of which only the SHA-256 of the secret is stored.
CREATE TABLE dateline_tokens (name text COLLATE "C" PRIMARY KEY, hash text COLLATE "C" NOT NULL UNIQUE, body json NOT NULL);

-- The log of writes, in order.
CREATE TABLE dateline_audit (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body json NOT NULL);
