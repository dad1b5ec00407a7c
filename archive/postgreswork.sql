-- What servers and workers of several machines share beside the archive.

-- When each host that is fetched from may be asked next, by whatever worker.
CREATE TABLE dateline_hosts (host text COLLATE "C" PRIMARY KEY, next timestamptz NOT NULL);

-- Who may do what: tokens, of which only the SHA-256 of the secret is kept.
CREATE TABLE dateline_tokens (name text COLLATE "C" PRIMARY KEY, hash text COLLATE "C" NOT NULL UNIQUE, body json NOT NULL);

-- The log of writes, in the order in which they were made.
CREATE TABLE dateline_audit (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body json NOT NULL);
