-- A small system with the ways of the ERP: blank texts, a row version from a sequence, stamps from the login, refusals.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'couplet') THEN
    CREATE ROLE anna LOGIN PASSWORD 'anna';
    CREATE ROLE couplet LOGIN PASSWORD 'couplet';
    CREATE ROLE couplet_capture LOGIN REPLICATION PASSWORD 'couplet_capture';
  END IF;
END
$$;

CREATE SCHEMA couplet AUTHORIZATION couplet;
CREATE TABLE couplet.heartbeat (id integer PRIMARY KEY, nonce text, at timestamptz NOT NULL DEFAULT clock_timestamp());
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

CREATE SEQUENCE row_version;
GRANT USAGE ON SEQUENCE row_version TO anna, couplet;

CREATE TABLE "CRONUS$Customer" (
  "timestamp"          bigint NOT NULL,
  "No_"                varchar(20) NOT NULL DEFAULT '' PRIMARY KEY,
  "Name"               varchar(100) NOT NULL DEFAULT '',
  "E-Mail"             varchar(80) NOT NULL DEFAULT '' CHECK ("E-Mail" <> 'refused@example.com'),
  "Post Code"          varchar(20) NOT NULL DEFAULT '',
  "Credit Limit (LCY)" numeric(38, 2) NOT NULL DEFAULT 0,
  "Blocked"            integer NOT NULL DEFAULT 0,
  "$systemId"          uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  "$systemCreatedAt"   timestamptz NOT NULL,
  "$systemCreatedBy"   text NOT NULL,
  "$systemModifiedAt"  timestamptz NOT NULL,
  "$systemModifiedBy"  text NOT NULL
);

CREATE TABLE "CRONUS$Currency" (
  "timestamp"         bigint NOT NULL,
  "Code"              varchar(10) NOT NULL UNIQUE,
  "Description"       varchar(30) NOT NULL DEFAULT '',
  -- Without scale, and wider than the contract: what cannot be projected can be put here.
  "Currency Factor"   text NOT NULL DEFAULT '1',
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL
);

CREATE TABLE "CRONUS$Sales Header" (
  "timestamp"         bigint NOT NULL,
  "Document Type"     integer NOT NULL DEFAULT 1,
  "No_"               varchar(20) NOT NULL DEFAULT '' UNIQUE,
  "Your Reference"    varchar(35) NOT NULL DEFAULT '',
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL
);

CREATE TABLE "CRONUS$Sales Line" (
  "timestamp"         bigint NOT NULL,
  "Document Type"     integer NOT NULL DEFAULT 1,
  "Document No_"      varchar(20) NOT NULL REFERENCES "CRONUS$Sales Header" ("No_"),
  "Line No_"          integer GENERATED ALWAYS AS IDENTITY,
  "Type"              integer NOT NULL DEFAULT 0,
  "No_"               varchar(20) NOT NULL DEFAULT '' CONSTRAINT "there is no item 9999" CHECK ("No_" <> '9999'),
  "Description"       varchar(100) NOT NULL DEFAULT '',
  "Quantity"          numeric(38, 10) NOT NULL DEFAULT 0,
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL
);

CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."timestamp" := nextval('row_version');
  NEW."$systemModifiedAt" := clock_timestamp();
  NEW."$systemModifiedBy" := session_user;
  IF TG_OP = 'INSERT' THEN
    NEW."$systemCreatedAt" := NEW."$systemModifiedAt";
    NEW."$systemCreatedBy" := session_user;
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION customer_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Post Code" := upper(NEW."Post Code");
  IF NEW."No_" = '' THEN
    NEW."No_" := 'C' || nextval('row_version');
  END IF;
  IF NEW."Blocked" > 3 THEN
    RAISE EXCEPTION 'Blocked must be 0, 1, 2 or 3';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON "CRONUS$Customer" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON "CRONUS$Currency" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE FUNCTION header_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."No_" := coalesce(nullif(NEW."No_", ''), 'SO' || nextval('row_version'));
  RETURN NEW;
END
$$;
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON "CRONUS$Sales Header" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON "CRONUS$Sales Line" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER rules BEFORE INSERT ON "CRONUS$Sales Header" FOR EACH ROW EXECUTE FUNCTION header_rules();
CREATE TRIGGER rules BEFORE INSERT OR UPDATE ON "CRONUS$Customer" FOR EACH ROW EXECUTE FUNCTION customer_rules();

GRANT SELECT, INSERT, UPDATE, DELETE ON "CRONUS$Customer", "CRONUS$Currency", "CRONUS$Sales Header", "CRONUS$Sales Line" TO anna, couplet;
GRANT SELECT ON "CRONUS$Customer", "CRONUS$Currency", "CRONUS$Sales Header", "CRONUS$Sales Line" TO couplet_capture;
ALTER TABLE "CRONUS$Sales Header" REPLICA IDENTITY FULL;
ALTER TABLE "CRONUS$Sales Line" REPLICA IDENTITY FULL;
ALTER TABLE "CRONUS$Customer" REPLICA IDENTITY FULL;
ALTER TABLE "CRONUS$Currency" REPLICA IDENTITY FULL;
CREATE PUBLICATION couplet FOR TABLE couplet.heartbeat, "CRONUS$Customer", "CRONUS$Currency", "CRONUS$Sales Header",
  "CRONUS$Sales Line";
