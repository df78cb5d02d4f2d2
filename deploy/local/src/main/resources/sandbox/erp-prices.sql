-- Prices of one company of the ERP's database, in place of {company}: prices of price groups, and price lists, which replace them where
-- the newer price calculation is on. Applied after erp-products.sql.

CREATE TABLE "{company}$Customer Price Group" (
  "timestamp"         bigint NOT NULL,
  "Code"              varchar(10) NOT NULL CONSTRAINT "{company}: customer price group code is taken" UNIQUE
                      CONSTRAINT "Code must not be blank" CHECK ("Code" <> ''),
  "Description"       varchar(100) NOT NULL DEFAULT '',
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL
);

CREATE TABLE "{company}$Sales Price" (
  "timestamp"         bigint NOT NULL,
  "Item No_"          varchar(20) NOT NULL,
  -- Whose price it is: 0 a customer's, 1 a customer price group's, 2 everybody's, 3 a campaign's.
  "Sales Type"        integer NOT NULL DEFAULT 0,
  "Sales Code"        varchar(20) NOT NULL DEFAULT '',
  "Starting Date"     date,
  "Ending Date"       date,
  "Currency Code"     varchar(10) NOT NULL DEFAULT '',
  "Variant Code"      varchar(10) NOT NULL DEFAULT '',
  "Unit of Measure Code" varchar(10) NOT NULL DEFAULT '',
  "Minimum Quantity"  numeric(38, 10) NOT NULL DEFAULT 0,
  "Unit Price"        numeric(38, 10) NOT NULL DEFAULT 0 CONSTRAINT "Unit Price must not be negative" CHECK ("Unit Price" >= 0),
  -- Not a column of the ERP proper: the row of Item Unit of Measure that the price is for.
  "Unit Key"          text NOT NULL DEFAULT '',
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL,
  CONSTRAINT "Sales Type must be 0 to 3" CHECK ("Sales Type" BETWEEN 0 AND 3),
  CONSTRAINT "Ending Date must not be before Starting Date" CHECK ("Ending Date" >= "Starting Date"),
  CONSTRAINT "{company}: the sales price exists already" UNIQUE NULLS NOT DISTINCT ("Item No_", "Sales Type", "Sales Code", "Starting Date",
    "Currency Code", "Variant Code", "Unit of Measure Code", "Minimum Quantity")
);
CREATE INDEX ON "{company}$Sales Price" ("Sales Code");

CREATE TABLE "{company}$Price List Header" (
  "timestamp"         bigint NOT NULL,
  "Code"              varchar(20) NOT NULL CONSTRAINT "{company}: price list code is taken" UNIQUE
                      CONSTRAINT "Code must not be blank" CHECK ("Code" <> ''),
  "Description"       varchar(250) NOT NULL DEFAULT '',
  -- 1 sale, 2 purchase.
  "Price Type"        integer NOT NULL DEFAULT 1,
  -- What the lines say: 0 prices and discounts, 17 prices, 20 discounts.
  "Amount Type"       integer NOT NULL DEFAULT 17,
  "Currency Code"     varchar(10) NOT NULL DEFAULT '',
  "Starting Date"     date,
  "Ending Date"       date,
  "Allow Updating Defaults" boolean NOT NULL DEFAULT false,
  -- 0 draft, 1 active, 2 inactive.
  "Status"            integer NOT NULL DEFAULT 0,
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL,
  CONSTRAINT "Price Type must be 1 or 2" CHECK ("Price Type" IN (1, 2)),
  CONSTRAINT "Amount Type must be 0, 17 or 20" CHECK ("Amount Type" IN (0, 17, 20)),
  CONSTRAINT "Status must be 0, 1 or 2" CHECK ("Status" BETWEEN 0 AND 2),
  CONSTRAINT "Ending Date must not be before Starting Date" CHECK ("Ending Date" >= "Starting Date")
);

CREATE TABLE "{company}$Price List Line" (
  "timestamp"         bigint NOT NULL,
  "Price List Code"   varchar(20) NOT NULL,
  "Line No_"          integer NOT NULL DEFAULT 0,
  "Price Type"        integer NOT NULL DEFAULT 1,
  "Amount Type"       integer NOT NULL DEFAULT 17,
  -- 0 none, 10 item, 30 resource. The ERP proper also knows discount groups, resource groups, service costs and accounts.
  "Asset Type"        integer NOT NULL DEFAULT 10,
  "Asset No_"         varchar(20) NOT NULL,
  "Currency Code"     varchar(10) NOT NULL DEFAULT '',
  "Unit of Measure Code" varchar(10) NOT NULL DEFAULT '',
  "Minimum Quantity"  numeric(38, 10) NOT NULL DEFAULT 0,
  "Unit Price"        numeric(38, 10) NOT NULL DEFAULT 0 CONSTRAINT "Unit Price must not be negative" CHECK ("Unit Price" >= 0),
  "Unit Key"          text NOT NULL DEFAULT '',
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL,
  CONSTRAINT "Asset Type must be 10 or 30" CHECK ("Asset Type" IN (10, 30)),
  CONSTRAINT "{company}: the line number is taken" UNIQUE ("Price List Code", "Line No_")
);

CALL name_length_limits('{company}$Customer Price Group');
CALL name_length_limits('{company}$Sales Price');
CALL name_length_limits('{company}$Price List Header');
CALL name_length_limits('{company}$Price List Line');
CALL synchronize('{company}$Customer Price Group');
CALL synchronize('{company}$Sales Price');
CALL synchronize('{company}$Price List Header');
CALL synchronize('{company}$Price List Line');

-- ---- what is priced ------------------------------------------------------------------------------------------------

-- The key of the product's unit that a price is for; blank means the base unit.
CREATE FUNCTION "{company}$priced_unit"(product_table text, unit_table text, no_column text, no text, code text)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  base text;
  key text;
BEGIN
  EXECUTE format('SELECT "Base Unit Key" FROM %I WHERE "No_" = $1', product_table) INTO base USING no;
  IF base IS NULL THEN
    RAISE EXCEPTION 'there is no item or resource %', no USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF code = '' THEN
    RETURN base;
  END IF;
  EXECUTE format('SELECT "Key" FROM %I WHERE %I = $1 AND "Code" = $2', unit_table, no_column) INTO key USING no, code;
  IF key IS NULL THEN
    RAISE EXCEPTION '% has no unit of measure %', no, code USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN key;
END
$$;

CREATE FUNCTION "{company}$priced_item_unit"(no text, code text) RETURNS text LANGUAGE sql AS $$
  SELECT "{company}$priced_unit"('{company}$Item', '{company}$Item Unit of Measure', 'Item No_', no, code)
$$;

CREATE FUNCTION "{company}$priced_resource_unit"(no text, code text) RETURNS text LANGUAGE sql AS $$
  SELECT "{company}$priced_unit"('{company}$Resource', '{company}$Resource Unit of Measure', 'Resource No_', no, code)
$$;

-- ---- price groups and their prices ---------------------------------------------------------------------------------

CREATE FUNCTION "{company}$price_group_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Code" := upper(btrim(NEW."Code"));
  RETURN NEW;
END
$$;

CREATE FUNCTION "{company}$price_group_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "{company}$Sales Price" SET "Sales Code" = NEW."Code" WHERE "Sales Type" = 1 AND "Sales Code" = OLD."Code";
  RETURN NULL;
END
$$;

-- A group takes its prices with it.
CREATE FUNCTION "{company}$price_group_deleted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "{company}$Sales Price" WHERE "Sales Type" = 1 AND "Sales Code" = OLD."Code";
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$sales_price_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Item No_" := upper(btrim(NEW."Item No_"));
  NEW."Sales Code" := upper(btrim(NEW."Sales Code"));
  NEW."Currency Code" := upper(btrim(NEW."Currency Code"));
  NEW."Variant Code" := upper(btrim(NEW."Variant Code"));
  NEW."Unit of Measure Code" := upper(btrim(NEW."Unit of Measure Code"));
  IF NEW."Sales Type" = 2 AND NEW."Sales Code" <> '' THEN
    RAISE EXCEPTION 'the sales code must be blank where the price is for all customers' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."Sales Type" = 1 AND NEW."Sales Code" <> '' AND NEW."Sales Code" IS DISTINCT FROM OLD."Sales Code"
      AND NOT EXISTS (SELECT FROM "{company}$Customer Price Group" WHERE "Code" = NEW."Sales Code") THEN
    RAISE EXCEPTION 'there is no customer price group %', NEW."Sales Code" USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF NEW."Currency Code" <> '' AND NEW."Currency Code" IS DISTINCT FROM OLD."Currency Code" THEN
    PERFORM "{company}$require_currency"(NEW."Currency Code");
  END IF;
  NEW."Unit Key" := "{company}$priced_item_unit"(NEW."Item No_", NEW."Unit of Measure Code");
  RETURN NEW;
END
$$;

-- ---- price lists ---------------------------------------------------------------------------------------------------

CREATE FUNCTION "{company}$price_list_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Code" := upper(btrim(NEW."Code"));
  NEW."Currency Code" := upper(btrim(NEW."Currency Code"));
  IF NEW."Currency Code" <> '' AND NEW."Currency Code" IS DISTINCT FROM OLD."Currency Code" THEN
    PERFORM "{company}$require_currency"(NEW."Currency Code");
  END IF;
  RETURN NEW;
END
$$;

-- The lines say again what their list says.
CREATE FUNCTION "{company}$price_list_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "{company}$Price List Line" SET "Price List Code" = NEW."Code", "Price Type" = NEW."Price Type",
    "Currency Code" = NEW."Currency Code" WHERE "Price List Code" = OLD."Code";
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$price_list_deleted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."Status" = 1 THEN
    RAISE EXCEPTION 'price list % is active', OLD."Code" USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM "{company}$Price List Line" WHERE "Price List Code" = OLD."Code";
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$price_line_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  list record;
BEGIN
  NEW."Price List Code" := upper(btrim(NEW."Price List Code"));
  NEW."Asset No_" := upper(btrim(NEW."Asset No_"));
  NEW."Unit of Measure Code" := upper(btrim(NEW."Unit of Measure Code"));
  SELECT * INTO list FROM "{company}$Price List Header" WHERE "Code" = NEW."Price List Code";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no price list %', NEW."Price List Code" USING ERRCODE = 'foreign_key_violation';
  END IF;
  NEW."Price Type" := list."Price Type";
  NEW."Currency Code" := list."Currency Code";
  IF NEW."Line No_" = 0 THEN
    SELECT coalesce(max("Line No_"), 0) + 10000 INTO NEW."Line No_" FROM "{company}$Price List Line"
      WHERE "Price List Code" = NEW."Price List Code";
  END IF;
  NEW."Unit Key" := CASE NEW."Asset Type"
    WHEN 10 THEN "{company}$priced_item_unit"(NEW."Asset No_", NEW."Unit of Measure Code")
    ELSE "{company}$priced_resource_unit"(NEW."Asset No_", NEW."Unit of Measure Code") END;
  RETURN NEW;
END
$$;

-- ---- when what is priced changes -----------------------------------------------------------------------------------

CREATE FUNCTION "{company}$priced_unit_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "{company}$Sales Price" SET "Unit of Measure Code" = NEW."Code" WHERE "Unit of Measure Code" = OLD."Code";
  UPDATE "{company}$Price List Line" SET "Unit of Measure Code" = NEW."Code" WHERE "Unit of Measure Code" = OLD."Code";
  RETURN NULL;
END
$$;

-- A price without a unit is for the base unit, whichever that is. Argument: the asset type.
CREATE FUNCTION "{company}$priced_base_unit_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_ARGV[0] = '10' THEN
    UPDATE "{company}$Sales Price" SET "Item No_" = NEW."No_" WHERE "Item No_" = OLD."No_";
  END IF;
  UPDATE "{company}$Price List Line" SET "Asset No_" = NEW."No_" WHERE "Asset Type" = TG_ARGV[0]::integer AND "Asset No_" = OLD."No_";
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$priced_product_deleted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_ARGV[0] = '10' THEN
    DELETE FROM "{company}$Sales Price" WHERE "Item No_" = OLD."No_";
  END IF;
  DELETE FROM "{company}$Price List Line" WHERE "Asset Type" = TG_ARGV[0]::integer AND "Asset No_" = OLD."No_";
  RETURN NULL;
END
$$;

-- ---- in force ------------------------------------------------------------------------------------------------------

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Customer Price Group" FOR EACH ROW
  EXECUTE FUNCTION "{company}$price_group_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Customer Price Group" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_renamed AFTER UPDATE ON "{company}$Customer Price Group" FOR EACH ROW
  WHEN (OLD."Code" <> NEW."Code") EXECUTE FUNCTION "{company}$price_group_renamed"();
CREATE TRIGGER c_deleted AFTER DELETE ON "{company}$Customer Price Group" FOR EACH ROW
  EXECUTE FUNCTION "{company}$price_group_deleted"();

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Sales Price" FOR EACH ROW EXECUTE FUNCTION "{company}$sales_price_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Sales Price" FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Price List Header" FOR EACH ROW
  EXECUTE FUNCTION "{company}$price_list_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Price List Header" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_changed AFTER UPDATE ON "{company}$Price List Header" FOR EACH ROW
  WHEN ((OLD."Code", OLD."Price Type", OLD."Currency Code") <> (NEW."Code", NEW."Price Type", NEW."Currency Code"))
  EXECUTE FUNCTION "{company}$price_list_changed"();
CREATE TRIGGER c_deleted AFTER DELETE ON "{company}$Price List Header" FOR EACH ROW EXECUTE FUNCTION "{company}$price_list_deleted"();

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Price List Line" FOR EACH ROW EXECUTE FUNCTION "{company}$price_line_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Price List Line" FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE TRIGGER e_prices AFTER UPDATE ON "{company}$Unit of Measure" FOR EACH ROW
  WHEN (OLD."Code" <> NEW."Code") EXECUTE FUNCTION "{company}$priced_unit_renamed"();
CREATE TRIGGER e_prices AFTER UPDATE ON "{company}$Item" FOR EACH ROW
  WHEN (OLD."Base Unit Key" <> NEW."Base Unit Key") EXECUTE FUNCTION "{company}$priced_base_unit_changed"('10');
CREATE TRIGGER e_prices AFTER UPDATE ON "{company}$Resource" FOR EACH ROW
  WHEN (OLD."Base Unit Key" <> NEW."Base Unit Key") EXECUTE FUNCTION "{company}$priced_base_unit_changed"('30');
CREATE TRIGGER e_prices_deleted AFTER DELETE ON "{company}$Item" FOR EACH ROW EXECUTE FUNCTION "{company}$priced_product_deleted"('10');
CREATE TRIGGER e_prices_deleted AFTER DELETE ON "{company}$Resource" FOR EACH ROW EXECUTE FUNCTION "{company}$priced_product_deleted"('30');
