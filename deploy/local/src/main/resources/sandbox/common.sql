-- What both sandboxes have in common: who may sign in, and what Couplet keeps in a system's database.
-- Applied before erp.sql and crm.sql. Passwords are the login names: this is a toy, bound to the loopback interface.

DO $$
DECLARE
  login text;
BEGIN
  -- Roles belong to the server, not to the database, so both sandboxes may find them made.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'staff') THEN
    CREATE ROLE staff NOLOGIN;
  END IF;
  FOREACH login IN ARRAY ARRAY['anna', 'bjorn', 'carla', 'david', 'elena', 'felix', 'greta', 'henrik', 'ines', 'jonas'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login) THEN
      EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L IN ROLE staff', login, login);
    END IF;
  END LOOP;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'couplet') THEN
    CREATE ROLE couplet LOGIN PASSWORD 'couplet';
    -- Where our writes and a user's transaction lock each other out, ours is the one to give way: it is tried again.
    ALTER ROLE couplet SET deadlock_timeout = '50ms';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'couplet_capture') THEN
    CREATE ROLE couplet_capture LOGIN REPLICATION PASSWORD 'couplet_capture';
  END IF;
END
$$;

CREATE SCHEMA couplet AUTHORIZATION couplet;

-- Written to show that capture has got past a moment: whoever waits writes a nonce and looks for it in what was captured.
CREATE TABLE couplet.heartbeat (
  id    integer PRIMARY KEY,
  nonce text,
  at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What the applier has carried out, written in the transaction of the write itself: a command that comes again is
-- answered from here. All creates of a coupling have one id: of them the command itself is kept, since a later one may carry other values.
-- What was refused stands here too, with the refusal: 'content' is all that a command says, and is either carried out or refused for good.
CREATE TABLE couplet.applied_command (
  id              text PRIMARY KEY,
  coupling        text,
  target          text,
  op              text,
  outcome_version bigint,
  row             jsonb,
  carried         bytea,
  content         uuid UNIQUE,
  refusal         text,
  applied_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);

ALTER TABLE couplet.heartbeat OWNER TO couplet;
ALTER TABLE couplet.applied_command OWNER TO couplet;
INSERT INTO couplet.heartbeat (id) VALUES (1);

GRANT USAGE ON SCHEMA couplet TO couplet_capture;
GRANT SELECT ON couplet.heartbeat TO couplet_capture;

-- Which sample data was loaded, so that it is loaded once and never over the work of people.
CREATE TABLE couplet.sample_load (
  scale     integer NOT NULL,
  seed      bigint NOT NULL,
  loaded_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The version of a row: one sequence for the whole database, so that versions also order rows of different tables.
CREATE SEQUENCE row_version;
GRANT USAGE ON SEQUENCE row_version TO staff, couplet;

-- A value that is too long for varchar(n) is refused without saying which column it was meant for. This turns each
-- varchar(n) of a table into text with a check that is named for the column and its limit.
CREATE PROCEDURE name_length_limits(name text) LANGUAGE plpgsql AS $$
DECLARE
  col record;
BEGIN
  FOR col IN
    SELECT column_name AS name, character_maximum_length AS size
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = name_length_limits.name AND character_maximum_length IS NOT NULL
    ORDER BY ordinal_position
  LOOP
    EXECUTE format(
      'ALTER TABLE %I ALTER COLUMN %I TYPE text, ADD CONSTRAINT %I CHECK (char_length(%I) <= %s)',
      name, col.name, format('%s may have at most %s characters', col.name, col.size), col.name, col.size);
  END LOOP;
END
$$;

-- What has to be true of every table that is synchronized: who may do what, and that its changes can be captured with
-- the row as it was before.
CREATE PROCEDURE synchronize(name text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO staff, couplet', name);
  EXECUTE format('GRANT SELECT ON %I TO couplet_capture', name);
  EXECUTE format('ALTER TABLE %I REPLICA IDENTITY FULL', name);
  EXECUTE format('ALTER PUBLICATION couplet ADD TABLE %I', name);
END
$$;

CREATE PUBLICATION couplet FOR TABLE couplet.heartbeat;

-- Commands are carried out under this origin, so that capture can be spared what they wrote.
SELECT pg_replication_origin_create('couplet')
 WHERE NOT EXISTS (SELECT FROM pg_replication_origin WHERE roname = 'couplet');
GRANT EXECUTE ON FUNCTION pg_replication_origin_session_setup(text) TO couplet;
