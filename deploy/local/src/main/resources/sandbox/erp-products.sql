-- Units, items and resources of one company of the ERP's database, in place of {company}. Applied after erp-company.sql.

CREATE SEQUENCE "{company}$ITEM" START 1000;
CREATE SEQUENCE "{company}$RES" START 10 INCREMENT 10;
-- Numbers begin with the company's letter, since the CRM has each product number once.
INSERT INTO "{company}$No_ Series Line" VALUES
  ('ITEM', left('{company}', 1) || '1000', '"{company}$ITEM"'),
  ('RES', left('{company}', 1) || 'R0010', '"{company}$RES"');
GRANT USAGE ON SEQUENCE "{company}$ITEM", "{company}$RES" TO staff, couplet;

CREATE TABLE "{company}$Unit of Measure" (
  "timestamp"         bigint NOT NULL,
  "Code"              varchar(10) NOT NULL CONSTRAINT "{company}: unit of measure code is taken" UNIQUE
                      CONSTRAINT "Code must not be blank" CHECK ("Code" <> ''),
  "Description"       varchar(50) NOT NULL DEFAULT '',
  "International Standard Code" varchar(10) NOT NULL DEFAULT '',
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL
);

CREATE TABLE "{company}$Item" (
  "timestamp"            bigint NOT NULL,
  "No_"                  varchar(20) NOT NULL DEFAULT '' CONSTRAINT "{company}: item number is taken" UNIQUE
                         CONSTRAINT "No_ must not be blank" CHECK ("No_" <> ''),
  "Description"          varchar(100) NOT NULL DEFAULT '',
  "Description 2"        varchar(50) NOT NULL DEFAULT '',
  "Base Unit of Measure" varchar(10) NOT NULL DEFAULT '',
  -- Not a column of the ERP proper: the row of Item Unit of Measure that the base unit is, whose key there has two fields.
  "Base Unit Key"        text NOT NULL DEFAULT '',
  "Unit Price"           numeric(38, 10) NOT NULL DEFAULT 0 CONSTRAINT "Unit Price must not be negative" CHECK ("Unit Price" >= 0),
  "Unit Cost"            numeric(38, 10) NOT NULL DEFAULT 0 CONSTRAINT "Unit Cost must not be negative" CHECK ("Unit Cost" >= 0),
  "Gross Weight"         numeric(38, 10) NOT NULL DEFAULT 0,
  "Unit Volume"          numeric(38, 10) NOT NULL DEFAULT 0,
  "Vendor No_"           varchar(20) NOT NULL DEFAULT '',
  -- Not a column of the ERP proper, which looks it up each time.
  "Vendor Name"          varchar(100) NOT NULL DEFAULT '',
  "Vendor Item No_"      varchar(50) NOT NULL DEFAULT '',
  "Blocked"              boolean NOT NULL DEFAULT false,
  "$systemId"            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"     timestamptz NOT NULL,
  "$systemCreatedBy"     text NOT NULL,
  "$systemModifiedAt"    timestamptz NOT NULL,
  "$systemModifiedBy"    text NOT NULL
);
CREATE INDEX ON "{company}$Item" ("Base Unit of Measure");
CREATE INDEX ON "{company}$Item" ("Vendor No_") WHERE "Vendor No_" <> '';

CREATE TABLE "{company}$Resource" (
  "timestamp"            bigint NOT NULL,
  "No_"                  varchar(20) NOT NULL DEFAULT '' CONSTRAINT "{company}: resource number is taken" UNIQUE
                         CONSTRAINT "No_ must not be blank" CHECK ("No_" <> ''),
  "Type"                 integer NOT NULL DEFAULT 0 CONSTRAINT "Type must be 0 (person) or 1 (machine)" CHECK ("Type" IN (0, 1)),
  "Name"                 varchar(100) NOT NULL DEFAULT '',
  "Base Unit of Measure" varchar(10) NOT NULL DEFAULT '',
  "Base Unit Key"        text NOT NULL DEFAULT '',
  "Unit Price"           numeric(38, 10) NOT NULL DEFAULT 0 CONSTRAINT "Unit Price must not be negative" CHECK ("Unit Price" >= 0),
  "Unit Cost"            numeric(38, 10) NOT NULL DEFAULT 0,
  "Vendor No_"           varchar(20) NOT NULL DEFAULT '',
  "Vendor Name"          varchar(100) NOT NULL DEFAULT '',
  -- Not a column of the ERP proper, which sums the capacity entries each time.
  "Capacity"             numeric(38, 10) NOT NULL DEFAULT 0,
  "Blocked"              boolean NOT NULL DEFAULT false,
  "$systemId"            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"     timestamptz NOT NULL,
  "$systemCreatedBy"     text NOT NULL,
  "$systemModifiedAt"    timestamptz NOT NULL,
  "$systemModifiedBy"    text NOT NULL
);
CREATE INDEX ON "{company}$Resource" ("Base Unit of Measure");
CREATE INDEX ON "{company}$Resource" ("Vendor No_") WHERE "Vendor No_" <> '';

-- "Key" and "Unit Group Code", here and below, are no columns of the ERP proper, where keys have several fields.
CREATE TABLE "{company}$Item Unit of Measure" (
  "timestamp"         bigint NOT NULL,
  "Item No_"          varchar(20) NOT NULL,
  "Code"              varchar(10) NOT NULL,
  "Qty_ per Unit of Measure" numeric(38, 10) NOT NULL DEFAULT 1,
  "Key"               text NOT NULL DEFAULT '',
  "Unit Group Code"   text NOT NULL DEFAULT '',
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL,
  CONSTRAINT "{company}: the item has this unit of measure already" UNIQUE ("Item No_", "Code"),
  CONSTRAINT "Qty_ per Unit of Measure must be above zero" CHECK ("Qty_ per Unit of Measure" > 0)
);

CREATE TABLE "{company}$Resource Unit of Measure" (
  "timestamp"         bigint NOT NULL,
  "Resource No_"      varchar(20) NOT NULL,
  "Code"              varchar(10) NOT NULL,
  "Qty_ per Unit of Measure" numeric(38, 10) NOT NULL DEFAULT 1,
  "Key"               text NOT NULL DEFAULT '',
  "Unit Group Code"   text NOT NULL DEFAULT '',
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL,
  CONSTRAINT "{company}: the resource has this unit of measure already" UNIQUE ("Resource No_", "Code"),
  CONSTRAINT "Qty_ per Unit of Measure must be above zero" CHECK ("Qty_ per Unit of Measure" > 0)
);

-- One for each item (source type 0) and resource (1), kept by the ERP itself.
CREATE TABLE "{company}$Unit Group" (
  "timestamp"         bigint NOT NULL,
  "Source Type"       integer NOT NULL,
  "Source Id"         uuid NOT NULL,
  "Source No_"        varchar(20) NOT NULL,
  "Code"              text NOT NULL DEFAULT '',
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL,
  UNIQUE ("Source Type", "Source Id")
);

CALL name_length_limits('{company}$Unit of Measure');
CALL name_length_limits('{company}$Item');
CALL name_length_limits('{company}$Resource');
CALL name_length_limits('{company}$Item Unit of Measure');
CALL name_length_limits('{company}$Resource Unit of Measure');
CALL name_length_limits('{company}$Unit Group');
CALL synchronize('{company}$Unit of Measure');
CALL synchronize('{company}$Item');
CALL synchronize('{company}$Resource');
CALL synchronize('{company}$Item Unit of Measure');
CALL synchronize('{company}$Resource Unit of Measure');
CALL synchronize('{company}$Unit Group');

CREATE FUNCTION "{company}$require_unit"(code text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "{company}$Unit of Measure" WHERE "Code" = code) THEN
    RAISE EXCEPTION 'there is no unit of measure %', code USING ERRCODE = 'foreign_key_violation';
  END IF;
END
$$;

CREATE FUNCTION "{company}$require_vendor"(no text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "{company}$Vendor" WHERE "No_" = no) THEN
    RAISE EXCEPTION 'there is no vendor %', no USING ERRCODE = 'foreign_key_violation';
  END IF;
END
$$;

-- ---- units of measure ----------------------------------------------------------------------------------------------

CREATE FUNCTION "{company}$unit_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Code" := upper(btrim(NEW."Code"));
  NEW."International Standard Code" := upper(btrim(NEW."International Standard Code"));
  RETURN NEW;
END
$$;

CREATE FUNCTION "{company}$unit_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "{company}$Item Unit of Measure" SET "Code" = NEW."Code" WHERE "Code" = OLD."Code";
  UPDATE "{company}$Resource Unit of Measure" SET "Code" = NEW."Code" WHERE "Code" = OLD."Code";
  UPDATE "{company}$Item" SET "Base Unit of Measure" = NEW."Code" WHERE "Base Unit of Measure" = OLD."Code";
  UPDATE "{company}$Resource" SET "Base Unit of Measure" = NEW."Code" WHERE "Base Unit of Measure" = OLD."Code";
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$unit_deleted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "{company}$Item Unit of Measure" WHERE "Code" = OLD."Code")
      OR EXISTS (SELECT FROM "{company}$Resource Unit of Measure" WHERE "Code" = OLD."Code") THEN
    RAISE EXCEPTION 'unit of measure % is used by items or resources', OLD."Code" USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END
$$;

-- ---- items and resources -------------------------------------------------------------------------------------------

-- Argument: the number series.
CREATE FUNCTION "{company}$product_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken boolean;
BEGIN
  NEW."No_" := upper(btrim(NEW."No_"));
  NEW."Base Unit of Measure" := upper(btrim(NEW."Base Unit of Measure"));
  NEW."Vendor No_" := upper(btrim(NEW."Vendor No_"));
  WHILE TG_OP = 'INSERT' AND NEW."No_" = '' LOOP
    NEW."No_" := "{company}$next_no"(TG_ARGV[0]);
    EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE "No_" = $1)', TG_TABLE_NAME) INTO taken USING NEW."No_";
    IF taken THEN
      NEW."No_" := '';
    END IF;
  END LOOP;
  IF NEW."Base Unit of Measure" <> '' AND NEW."Base Unit of Measure" IS DISTINCT FROM OLD."Base Unit of Measure" THEN
    PERFORM "{company}$require_unit"(NEW."Base Unit of Measure");
  END IF;
  IF NEW."Vendor No_" <> '' AND NEW."Vendor No_" IS DISTINCT FROM OLD."Vendor No_" THEN
    PERFORM "{company}$require_vendor"(NEW."Vendor No_");
  END IF;
  NEW."Vendor Name" := CASE WHEN NEW."Vendor No_" = '' THEN ''
    ELSE coalesce((SELECT "Name" FROM "{company}$Vendor" WHERE "No_" = NEW."Vendor No_"), '') END;
  NEW."Base Unit Key" := CASE WHEN NEW."Base Unit of Measure" = '' THEN '' ELSE NEW."No_" || '/' || NEW."Base Unit of Measure" END;
  RETURN NEW;
END
$$;

-- The base unit is one of the product's own units, and there is one of it in itself. Arguments, here and below: the table of
-- the product's units, its column of the product's number, and the unit group's source type.
CREATE FUNCTION "{company}$base_unit_entered"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  quantity numeric;
BEGIN
  EXECUTE format('SELECT "Qty_ per Unit of Measure" FROM %I WHERE %I = $1 AND "Code" = $2', TG_ARGV[0], TG_ARGV[1])
    INTO quantity USING NEW."No_", NEW."Base Unit of Measure";
  IF quantity IS NULL THEN
    EXECUTE format('INSERT INTO %I (%I, "Code") VALUES ($1, $2)', TG_ARGV[0], TG_ARGV[1]) USING NEW."No_", NEW."Base Unit of Measure";
  ELSIF quantity <> 1 THEN
    RAISE EXCEPTION 'the quantity per base unit of measure must be 1: % is set up with %', NEW."Base Unit of Measure", trim_scale(quantity)
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$product_inserted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "{company}$Unit Group" ("Source Type", "Source Id", "Source No_") VALUES (TG_ARGV[2]::integer, NEW."$systemId", NEW."No_");
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$product_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('UPDATE %I SET %I = $1 WHERE %2$I = $2', TG_ARGV[0], TG_ARGV[1]) USING NEW."No_", OLD."No_";
  UPDATE "{company}$Unit Group" SET "Source No_" = NEW."No_" WHERE "Source Type" = TG_ARGV[2]::integer AND "Source Id" = NEW."$systemId";
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$product_deleted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('DELETE FROM %I WHERE %I = $1', TG_ARGV[0], TG_ARGV[1]) USING OLD."No_";
  DELETE FROM "{company}$Unit Group" WHERE "Source Type" = TG_ARGV[2]::integer AND "Source Id" = OLD."$systemId";
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$vendor_of_items_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "{company}$Item" SET "Vendor No_" = NEW."No_" WHERE "Vendor No_" = OLD."No_" AND "Vendor No_" <> '';
  UPDATE "{company}$Resource" SET "Vendor No_" = NEW."No_" WHERE "Vendor No_" = OLD."No_" AND "Vendor No_" <> '';
  RETURN NULL;
END
$$;

-- ---- units of items and resources ----------------------------------------------------------------------------------

-- Whether it is the base unit of its product. A unit that is renamed everywhere takes its product along.
CREATE FUNCTION "{company}$is_base_unit"(product_table text, no text, code text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  found_one boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE "No_" = $1 AND "Base Unit of Measure" = $2)', product_table)
    INTO found_one USING no, code;
  RETURN found_one AND EXISTS (SELECT FROM "{company}$Unit of Measure" WHERE "Code" = code);
END
$$;

CREATE FUNCTION "{company}$item_unit_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Item No_" := upper(btrim(NEW."Item No_"));
  NEW."Code" := upper(btrim(NEW."Code"));
  PERFORM "{company}$require_unit"(NEW."Code");
  IF NOT EXISTS (SELECT FROM "{company}$Item" WHERE "No_" = NEW."Item No_") THEN
    RAISE EXCEPTION 'there is no item %', NEW."Item No_" USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW."Code" <> OLD."Code" OR NEW."Qty_ per Unit of Measure" <> 1)
      AND "{company}$is_base_unit"('{company}$Item', NEW."Item No_", OLD."Code") THEN
    RAISE EXCEPTION '% is the base unit of measure of item %', OLD."Code", NEW."Item No_" USING ERRCODE = 'check_violation';
  END IF;
  NEW."Key" := NEW."Item No_" || '/' || NEW."Code";
  NEW."Unit Group Code" := 'ITEM ' || NEW."Item No_" || ' UOM GR';
  RETURN NEW;
END
$$;

CREATE FUNCTION "{company}$resource_unit_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Resource No_" := upper(btrim(NEW."Resource No_"));
  NEW."Code" := upper(btrim(NEW."Code"));
  PERFORM "{company}$require_unit"(NEW."Code");
  IF NOT EXISTS (SELECT FROM "{company}$Resource" WHERE "No_" = NEW."Resource No_") THEN
    RAISE EXCEPTION 'there is no resource %', NEW."Resource No_" USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW."Code" <> OLD."Code" OR NEW."Qty_ per Unit of Measure" <> 1)
      AND "{company}$is_base_unit"('{company}$Resource', NEW."Resource No_", OLD."Code") THEN
    RAISE EXCEPTION '% is the base unit of measure of resource %', OLD."Code", NEW."Resource No_" USING ERRCODE = 'check_violation';
  END IF;
  NEW."Key" := NEW."Resource No_" || '/' || NEW."Code";
  NEW."Unit Group Code" := 'RESOURCE ' || NEW."Resource No_" || ' UOM GR';
  RETURN NEW;
END
$$;

-- Arguments: the table of the products and the column of the product's number.
CREATE FUNCTION "{company}$product_unit_deleted"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  no text := to_jsonb(OLD) ->> TG_ARGV[1];
BEGIN
  IF "{company}$is_base_unit"(TG_ARGV[0], no, OLD."Code") THEN
    RAISE EXCEPTION '% is the base unit of measure of %', OLD."Code", no USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$unit_group_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Code" := CASE NEW."Source Type" WHEN 0 THEN 'ITEM ' ELSE 'RESOURCE ' END || NEW."Source No_" || ' UOM GR';
  RETURN NEW;
END
$$;

-- ---- in force ------------------------------------------------------------------------------------------------------

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Unit of Measure" FOR EACH ROW EXECUTE FUNCTION "{company}$unit_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Unit of Measure" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_renamed AFTER UPDATE ON "{company}$Unit of Measure" FOR EACH ROW
  WHEN (OLD."Code" <> NEW."Code") EXECUTE FUNCTION "{company}$unit_renamed"();
CREATE TRIGGER c_deleted AFTER DELETE ON "{company}$Unit of Measure" FOR EACH ROW EXECUTE FUNCTION "{company}$unit_deleted"();

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Item" FOR EACH ROW EXECUTE FUNCTION "{company}$product_rules"('ITEM');
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Item" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_inserted AFTER INSERT ON "{company}$Item" FOR EACH ROW
  EXECUTE FUNCTION "{company}$product_inserted"('{company}$Item Unit of Measure', 'Item No_', '0');
CREATE TRIGGER c_renamed AFTER UPDATE ON "{company}$Item" FOR EACH ROW WHEN (OLD."No_" <> NEW."No_")
  EXECUTE FUNCTION "{company}$product_renamed"('{company}$Item Unit of Measure', 'Item No_', '0');
CREATE TRIGGER c_unit_inserted AFTER INSERT ON "{company}$Item" FOR EACH ROW WHEN (NEW."Base Unit of Measure" <> '')
  EXECUTE FUNCTION "{company}$base_unit_entered"('{company}$Item Unit of Measure', 'Item No_', '0');
CREATE TRIGGER d_unit_changed AFTER UPDATE ON "{company}$Item" FOR EACH ROW
  WHEN (NEW."Base Unit of Measure" <> '' AND OLD."Base Unit of Measure" <> NEW."Base Unit of Measure")
  EXECUTE FUNCTION "{company}$base_unit_entered"('{company}$Item Unit of Measure', 'Item No_', '0');
CREATE TRIGGER c_deleted AFTER DELETE ON "{company}$Item" FOR EACH ROW
  EXECUTE FUNCTION "{company}$product_deleted"('{company}$Item Unit of Measure', 'Item No_', '0');

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Resource" FOR EACH ROW EXECUTE FUNCTION "{company}$product_rules"('RES');
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Resource" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_inserted AFTER INSERT ON "{company}$Resource" FOR EACH ROW
  EXECUTE FUNCTION "{company}$product_inserted"('{company}$Resource Unit of Measure', 'Resource No_', '1');
CREATE TRIGGER c_renamed AFTER UPDATE ON "{company}$Resource" FOR EACH ROW WHEN (OLD."No_" <> NEW."No_")
  EXECUTE FUNCTION "{company}$product_renamed"('{company}$Resource Unit of Measure', 'Resource No_', '1');
CREATE TRIGGER c_unit_inserted AFTER INSERT ON "{company}$Resource" FOR EACH ROW WHEN (NEW."Base Unit of Measure" <> '')
  EXECUTE FUNCTION "{company}$base_unit_entered"('{company}$Resource Unit of Measure', 'Resource No_', '1');
CREATE TRIGGER d_unit_changed AFTER UPDATE ON "{company}$Resource" FOR EACH ROW
  WHEN (NEW."Base Unit of Measure" <> '' AND OLD."Base Unit of Measure" <> NEW."Base Unit of Measure")
  EXECUTE FUNCTION "{company}$base_unit_entered"('{company}$Resource Unit of Measure', 'Resource No_', '1');
CREATE TRIGGER c_deleted AFTER DELETE ON "{company}$Resource" FOR EACH ROW
  EXECUTE FUNCTION "{company}$product_deleted"('{company}$Resource Unit of Measure', 'Resource No_', '1');

CREATE TRIGGER c_items AFTER UPDATE ON "{company}$Vendor" FOR EACH ROW
  WHEN ((OLD."No_", OLD."Name") <> (NEW."No_", NEW."Name")) EXECUTE FUNCTION "{company}$vendor_of_items_renamed"();

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Item Unit of Measure" FOR EACH ROW
  EXECUTE FUNCTION "{company}$item_unit_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Item Unit of Measure" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_deleted AFTER DELETE ON "{company}$Item Unit of Measure" FOR EACH ROW
  EXECUTE FUNCTION "{company}$product_unit_deleted"('{company}$Item', 'Item No_');

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Resource Unit of Measure" FOR EACH ROW
  EXECUTE FUNCTION "{company}$resource_unit_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Resource Unit of Measure" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_deleted AFTER DELETE ON "{company}$Resource Unit of Measure" FOR EACH ROW
  EXECUTE FUNCTION "{company}$product_unit_deleted"('{company}$Resource', 'Resource No_');

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Unit Group" FOR EACH ROW EXECUTE FUNCTION "{company}$unit_group_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Unit Group" FOR EACH ROW EXECUTE FUNCTION stamp();
