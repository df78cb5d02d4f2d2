-- Keeps every version of the rows of tables that it is told of, in the order in which transactions were committed, and who wrote it.
-- Installed by tests beside the sandbox's own rules, before anything is captured.

CREATE SCHEMA history;
CREATE TABLE history.version (
  place     bigserial PRIMARY KEY,
  tablename text NOT NULL,
  before    jsonb,
  after     jsonb,
  by        text NOT NULL
);

CREATE FUNCTION history.note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  -- Taken when a transaction commits and held until it has: so places are in the order of commits.
  PERFORM pg_advisory_xact_lock(1);
  INSERT INTO history.version (tablename, before, after, by)
  VALUES (TG_TABLE_NAME, to_jsonb(OLD), to_jsonb(NEW), session_user);
  RETURN NULL;
END
$$;

-- From now on every version of this table's rows, beginning with those that are there.
CREATE PROCEDURE history.keep(name text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO history.version (tablename, after, by) SELECT %L, to_jsonb(t), '''' FROM %I t', name, name);
  EXECUTE format(
    'CREATE CONSTRAINT TRIGGER z_history AFTER INSERT OR UPDATE OR DELETE ON %I'
    ' DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION history.note()', name);
END
$$;
