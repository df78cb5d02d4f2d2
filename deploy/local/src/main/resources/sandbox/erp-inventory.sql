-- The item ledger of one company of the ERP, in place of {company}: what came in and what left.

CREATE TABLE "{company}$Item Ledger Entry" (
  "timestamp"         bigint NOT NULL,
  "Entry No_"         integer GENERATED ALWAYS AS IDENTITY,
  "Item No_"          varchar(20) NOT NULL CONSTRAINT "Item No_ must not be blank" CHECK ("Item No_" <> ''),
  "Posting Date"      date NOT NULL DEFAULT current_date,
  "Entry Type"        integer NOT NULL DEFAULT 2,
  "Document No_"      varchar(20) NOT NULL DEFAULT '',
  "Location Code"     varchar(10) NOT NULL DEFAULT '',
  "Quantity"          numeric(38, 10) NOT NULL,
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL,
  CONSTRAINT "Entry Type must be 0 to 4" CHECK ("Entry Type" BETWEEN 0 AND 4),
  CONSTRAINT "Quantity must not be zero" CHECK ("Quantity" <> 0)
);
CREATE INDEX ON "{company}$Item Ledger Entry" ("Item No_");

CALL name_length_limits('{company}$Item Ledger Entry');
CALL synchronize('{company}$Item Ledger Entry');

CREATE FUNCTION "{company}$item_ledger_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Item No_" := upper(btrim(NEW."Item No_"));
  NEW."Document No_" := upper(btrim(NEW."Document No_"));
  NEW."Location Code" := upper(btrim(NEW."Location Code"));
  RETURN NEW;
END
$$;

-- What was posted stays as it is; who was wrong posts the opposite.
CREATE FUNCTION "{company}$item_ledger_is_final"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- But for the number of an item, which is renamed wherever it is used.
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'Item No_' - 'timestamp' - '$systemModifiedAt' - '$systemModifiedBy'
      = to_jsonb(OLD) - 'Item No_' - 'timestamp' - '$systemModifiedAt' - '$systemModifiedBy' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'item ledger entry % is posted and cannot be changed', OLD."Entry No_" USING ERRCODE = 'check_violation';
END
$$;

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Item Ledger Entry" FOR EACH ROW
  EXECUTE FUNCTION "{company}$item_ledger_rules"();
CREATE TRIGGER a_final BEFORE UPDATE OR DELETE ON "{company}$Item Ledger Entry" FOR EACH ROW
  EXECUTE FUNCTION "{company}$item_ledger_is_final"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Item Ledger Entry" FOR EACH ROW EXECUTE FUNCTION stamp();
