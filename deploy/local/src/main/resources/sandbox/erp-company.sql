-- One company of the ERP's database, in place of {company}: names, number series and field rules as the ERP has them on its SQL database.
-- Also the names of unique constraints begin with the company, since the database has each such name once.

-- Numbers come from sequences, since a counter in a table would make everybody who inserts wait for everybody else.
CREATE TABLE "{company}$No_ Series Line" (
  "Series Code"   text PRIMARY KEY,
  "Starting No_"  text NOT NULL,
  "Sequence Name" text NOT NULL
);
CREATE SEQUENCE "{company}$CUST" START 10 INCREMENT 10;
CREATE SEQUENCE "{company}$VEND" START 10 INCREMENT 10;
CREATE SEQUENCE "{company}$CONT";
CREATE SEQUENCE "{company}$SP";
-- Customers' numbers begin with the company's letter, so that people can tell whose they are; nothing relies on it.
INSERT INTO "{company}$No_ Series Line" VALUES
  ('CUST', left('{company}', 1) || '00010', '"{company}$CUST"'),
  ('VEND', 'V00010', '"{company}$VEND"'),
  ('CONT', 'CT000001', '"{company}$CONT"'),
  ('SP', 'SP NO. 00001', '"{company}$SP"');
GRANT SELECT ON "{company}$No_ Series Line" TO staff, couplet;
GRANT USAGE ON SEQUENCE "{company}$CUST", "{company}$VEND", "{company}$CONT", "{company}$SP" TO staff, couplet;

-- The ERP proper keeps the local currency's code beside this table, in General Ledger Setup.
CREATE TABLE "{company}$Company Information" (
  "timestamp"         bigint NOT NULL,
  "Primary Key"       varchar(10) NOT NULL DEFAULT '' CONSTRAINT "{company}: there is one Company Information" UNIQUE
                      CONSTRAINT "Primary Key must be blank" CHECK ("Primary Key" = ''),
  "Name"              varchar(100) NOT NULL DEFAULT '',
  "LCY Code"          varchar(10) NOT NULL DEFAULT '',
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL
);

-- Ids are the primary keys, not the business keys as in the ERP proper: a renumbered row then stays one row for capture.
CREATE TABLE "{company}$Salesperson_Purchaser" (
  "timestamp"         bigint NOT NULL,
  "Code"              varchar(20) NOT NULL DEFAULT '' CONSTRAINT "{company}: salesperson code is taken" UNIQUE
                      CONSTRAINT "Code must not be blank" CHECK ("Code" <> ''),
  "Name"              varchar(50) NOT NULL DEFAULT '',
  "E-Mail"            varchar(80) NOT NULL DEFAULT '',
  "E-Mail 2"          varchar(80) NOT NULL DEFAULT '',
  "Phone No_"         varchar(30) NOT NULL DEFAULT '',
  "Job Title"         varchar(30) NOT NULL DEFAULT '',
  "Blocked"           boolean NOT NULL DEFAULT false,
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL
);

CREATE TABLE "{company}$Currency" (
  "timestamp"         bigint NOT NULL,
  "Code"              varchar(10) NOT NULL CONSTRAINT "{company}: currency code is taken" UNIQUE,
  "Description"       varchar(30) NOT NULL DEFAULT '',
  "Symbol"            varchar(10) NOT NULL DEFAULT '',
  "ISO Code"          varchar(3) NOT NULL DEFAULT '',
  -- The ERP proper keeps dated rates in a table of its own.
  "Currency Factor"   numeric(38, 10) NOT NULL DEFAULT 1,
  "Amount Rounding Precision" numeric(38, 10) NOT NULL DEFAULT 0.01,
  "$systemId"         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"  timestamptz NOT NULL,
  "$systemCreatedBy"  text NOT NULL,
  "$systemModifiedAt" timestamptz NOT NULL,
  "$systemModifiedBy" text NOT NULL,
  CONSTRAINT "Code must not be blank" CHECK ("Code" <> ''),
  CONSTRAINT "Currency Factor must be above zero" CHECK ("Currency Factor" > 0)
);

CREATE TABLE "{company}$Customer" (
  "timestamp"            bigint NOT NULL,
  "No_"                  varchar(20) NOT NULL DEFAULT '' CONSTRAINT "{company}: customer number is taken" UNIQUE
                         CONSTRAINT "No_ must not be blank" CHECK ("No_" <> ''),
  "Name"                 varchar(100) NOT NULL DEFAULT '',
  "Contact"              varchar(100) NOT NULL DEFAULT '',
  "Address"              varchar(100) NOT NULL DEFAULT '',
  "Address 2"            varchar(50) NOT NULL DEFAULT '',
  "Post Code"            varchar(20) NOT NULL DEFAULT '',
  "City"                 varchar(30) NOT NULL DEFAULT '',
  "County"               varchar(30) NOT NULL DEFAULT '',
  "Country_Region Code"  varchar(10) NOT NULL DEFAULT '',
  "Phone No_"            varchar(30) NOT NULL DEFAULT '',
  "Mobile Phone No_"     varchar(30) NOT NULL DEFAULT '',
  "Fax No_"              varchar(30) NOT NULL DEFAULT '',
  "E-Mail"               varchar(80) NOT NULL DEFAULT '',
  "Home Page"            varchar(255) NOT NULL DEFAULT '',
  "Salesperson Code"     varchar(20) NOT NULL DEFAULT '',
  "Currency Code"        varchar(10) NOT NULL DEFAULT '',
  "Payment Terms Code"   varchar(10) NOT NULL DEFAULT '',
  "Shipment Method Code" varchar(10) NOT NULL DEFAULT '',
  "Shipping Agent Code"  varchar(10) NOT NULL DEFAULT '',
  "Credit Limit (LCY)"   numeric(38, 10) NOT NULL DEFAULT 0,
  "Primary Contact No_"  varchar(20) NOT NULL DEFAULT '',
  "Blocked"              integer NOT NULL DEFAULT 0,
  "$systemId"            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"     timestamptz NOT NULL,
  "$systemCreatedBy"     text NOT NULL,
  "$systemModifiedAt"    timestamptz NOT NULL,
  "$systemModifiedBy"    text NOT NULL,
  CONSTRAINT "Blocked must be 0, 1, 2 or 3" CHECK ("Blocked" BETWEEN 0 AND 3)
);
CREATE INDEX ON "{company}$Customer" ("Salesperson Code");
CREATE INDEX ON "{company}$Customer" ("Primary Contact No_") WHERE "Primary Contact No_" <> '';

CREATE TABLE "{company}$Vendor" (
  "timestamp"            bigint NOT NULL,
  "No_"                  varchar(20) NOT NULL DEFAULT '' CONSTRAINT "{company}: vendor number is taken" UNIQUE
                         CONSTRAINT "No_ must not be blank" CHECK ("No_" <> ''),
  "Name"                 varchar(100) NOT NULL DEFAULT '',
  "Contact"              varchar(100) NOT NULL DEFAULT '',
  "Address"              varchar(100) NOT NULL DEFAULT '',
  "Address 2"            varchar(50) NOT NULL DEFAULT '',
  "Post Code"            varchar(20) NOT NULL DEFAULT '',
  "City"                 varchar(30) NOT NULL DEFAULT '',
  "County"               varchar(30) NOT NULL DEFAULT '',
  "Country_Region Code"  varchar(10) NOT NULL DEFAULT '',
  "Phone No_"            varchar(30) NOT NULL DEFAULT '',
  "Mobile Phone No_"     varchar(30) NOT NULL DEFAULT '',
  "Fax No_"              varchar(30) NOT NULL DEFAULT '',
  "E-Mail"               varchar(80) NOT NULL DEFAULT '',
  "Home Page"            varchar(255) NOT NULL DEFAULT '',
  "Purchaser Code"       varchar(20) NOT NULL DEFAULT '',
  "Currency Code"        varchar(10) NOT NULL DEFAULT '',
  "Payment Terms Code"   varchar(10) NOT NULL DEFAULT '',
  "Shipment Method Code" varchar(10) NOT NULL DEFAULT '',
  "Shipping Agent Code"  varchar(10) NOT NULL DEFAULT '',
  "Primary Contact No_"  varchar(20) NOT NULL DEFAULT '',
  "Blocked"              integer NOT NULL DEFAULT 0,
  "$systemId"            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"     timestamptz NOT NULL,
  "$systemCreatedBy"     text NOT NULL,
  "$systemModifiedAt"    timestamptz NOT NULL,
  "$systemModifiedBy"    text NOT NULL,
  CONSTRAINT "Blocked must be 0, 1 or 2" CHECK ("Blocked" BETWEEN 0 AND 2)
);
CREATE INDEX ON "{company}$Vendor" ("Purchaser Code");
CREATE INDEX ON "{company}$Vendor" ("Primary Contact No_") WHERE "Primary Contact No_" <> '';

CREATE TABLE "{company}$Contact" (
  "timestamp"           bigint NOT NULL,
  "No_"                 varchar(20) NOT NULL DEFAULT '' CONSTRAINT "{company}: contact number is taken" UNIQUE
                         CONSTRAINT "No_ must not be blank" CHECK ("No_" <> ''),
  "Type"                integer NOT NULL DEFAULT 0,
  "Company No_"         varchar(20) NOT NULL DEFAULT '',
  -- Not columns of the ERP proper, which looks them up in Contact Business Relation each time: see contact_rules. The relation is
  -- customer/<number> or vendor/<number>; of a company that is both, the customer.
  "Business Relation"   varchar(30) NOT NULL DEFAULT '',
  "Customer No_"        varchar(20) NOT NULL DEFAULT '',
  "Name"                varchar(100) NOT NULL DEFAULT '',
  "First Name"          varchar(30) NOT NULL DEFAULT '',
  "Middle Name"         varchar(30) NOT NULL DEFAULT '',
  "Surname"             varchar(30) NOT NULL DEFAULT '',
  "Job Title"           varchar(30) NOT NULL DEFAULT '',
  "Salutation Code"     varchar(10) NOT NULL DEFAULT '',
  "Address"             varchar(100) NOT NULL DEFAULT '',
  "Address 2"           varchar(50) NOT NULL DEFAULT '',
  "Post Code"           varchar(20) NOT NULL DEFAULT '',
  "City"                varchar(30) NOT NULL DEFAULT '',
  "County"              varchar(30) NOT NULL DEFAULT '',
  "Country_Region Code" varchar(10) NOT NULL DEFAULT '',
  "Phone No_"           varchar(30) NOT NULL DEFAULT '',
  "Mobile Phone No_"    varchar(30) NOT NULL DEFAULT '',
  "Pager"               varchar(30) NOT NULL DEFAULT '',
  "Fax No_"             varchar(30) NOT NULL DEFAULT '',
  "E-Mail"              varchar(80) NOT NULL DEFAULT '',
  "Home Page"           varchar(255) NOT NULL DEFAULT '',
  "Salesperson Code"    varchar(20) NOT NULL DEFAULT '',
  "Currency Code"       varchar(10) NOT NULL DEFAULT '',
  "$systemId"           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"    timestamptz NOT NULL,
  "$systemCreatedBy"    text NOT NULL,
  "$systemModifiedAt"   timestamptz NOT NULL,
  "$systemModifiedBy"   text NOT NULL,
  CONSTRAINT "Type must be 0 (company) or 1 (person)" CHECK ("Type" IN (0, 1))
);
CREATE INDEX ON "{company}$Contact" ("Company No_") WHERE "Company No_" <> '';
CREATE INDEX ON "{company}$Contact" ("Business Relation") WHERE "Business Relation" <> '';
CREATE INDEX ON "{company}$Contact" ("Salesperson Code");

-- Which customer (1) or vendor (2) a company contact is. The ERP proper links bank accounts here as well.
CREATE TABLE "{company}$Contact Business Relation" (
  "Contact No_"            text NOT NULL,
  "Business Relation Code" text NOT NULL,
  "Link to Table"          integer NOT NULL DEFAULT 1,
  "No_"                    text NOT NULL,
  PRIMARY KEY ("Contact No_", "Business Relation Code")
);
CREATE UNIQUE INDEX ON "{company}$Contact Business Relation" ("Link to Table", "No_");
GRANT SELECT, INSERT, UPDATE, DELETE ON "{company}$Contact Business Relation" TO staff, couplet;

CALL name_length_limits('{company}$Company Information');
CALL name_length_limits('{company}$Salesperson_Purchaser');
CALL name_length_limits('{company}$Currency');
CALL name_length_limits('{company}$Customer');
CALL name_length_limits('{company}$Vendor');
CALL name_length_limits('{company}$Contact');
CALL synchronize('{company}$Company Information');
CALL synchronize('{company}$Salesperson_Purchaser');
CALL synchronize('{company}$Currency');
CALL synchronize('{company}$Customer');
CALL synchronize('{company}$Vendor');
CALL synchronize('{company}$Contact');

-- ---- rules of all tables ------------------------------------------------------------------------------------------

-- The next number of a series, by the pattern of its starting number; longer where the digits do not suffice.
CREATE FUNCTION "{company}$next_no"(series text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  line record;
  prefix text;
  digits text;
BEGIN
  SELECT * INTO STRICT line FROM "{company}$No_ Series Line" WHERE "Series Code" = series;
  prefix := regexp_replace(line."Starting No_", '\d+$', '');
  digits := nextval(line."Sequence Name")::text;
  RETURN prefix || lpad(digits, greatest(length(digits), length(line."Starting No_") - length(prefix)), '0');
END
$$;

CREATE FUNCTION "{company}$require_salesperson"(code text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "{company}$Salesperson_Purchaser" WHERE "Code" = code) THEN
    RAISE EXCEPTION 'there is no salesperson %', code USING ERRCODE = 'foreign_key_violation';
  END IF;
END
$$;

CREATE FUNCTION "{company}$require_currency"(code text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "{company}$Currency" WHERE "Code" = code) THEN
    RAISE EXCEPTION 'there is no currency %', code USING ERRCODE = 'foreign_key_violation';
  END IF;
END
$$;

CREATE FUNCTION "{company}$require_contact"(no text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "{company}$Contact" WHERE "No_" = no) THEN
    RAISE EXCEPTION 'there is no contact %', no USING ERRCODE = 'foreign_key_violation';
  END IF;
END
$$;

-- The number of the company contact that a new customer or vendor gets. The relation comes first, so that the contact
-- finds its customer when it is inserted.
CREATE FUNCTION "{company}$new_company_of"(relation text, link integer, no text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  contact_no text;
BEGIN
  LOOP
    contact_no := "{company}$next_no"('CONT');
    EXIT WHEN NOT EXISTS (SELECT FROM "{company}$Contact" WHERE "No_" = contact_no);
  END LOOP;
  INSERT INTO "{company}$Contact Business Relation" VALUES (contact_no, relation, link, no);
  RETURN contact_no;
END
$$;

-- ---- the company --------------------------------------------------------------------------------------------------

CREATE FUNCTION "{company}$company_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."LCY Code" := upper(btrim(NEW."LCY Code"));
  RETURN NEW;
END
$$;

-- ---- salespeople ---------------------------------------------------------------------------------------------------

CREATE FUNCTION "{company}$salesperson_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Code" := upper(btrim(NEW."Code"));
  WHILE TG_OP = 'INSERT' AND NEW."Code" = '' LOOP
    NEW."Code" := "{company}$next_no"('SP');
    -- A number that somebody has given by hand is passed over.
    IF EXISTS (SELECT FROM "{company}$Salesperson_Purchaser" WHERE "Code" = NEW."Code") THEN
      NEW."Code" := '';
    END IF;
  END LOOP;
  RETURN NEW;
END
$$;

-- Renaming a business key renames it wherever it is used, as writes of the person who renames.
CREATE FUNCTION "{company}$salesperson_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "{company}$Customer" SET "Salesperson Code" = NEW."Code" WHERE "Salesperson Code" = OLD."Code";
  UPDATE "{company}$Vendor" SET "Purchaser Code" = NEW."Code" WHERE "Purchaser Code" = OLD."Code";
  UPDATE "{company}$Contact" SET "Salesperson Code" = NEW."Code" WHERE "Salesperson Code" = OLD."Code";
  RETURN NULL;
END
$$;

-- ---- currencies ----------------------------------------------------------------------------------------------------

CREATE FUNCTION "{company}$currency_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Code" := upper(btrim(NEW."Code"));
  NEW."ISO Code" := upper(btrim(NEW."ISO Code"));
  RETURN NEW;
END
$$;

CREATE FUNCTION "{company}$currency_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "{company}$Customer" SET "Currency Code" = NEW."Code" WHERE "Currency Code" = OLD."Code";
  UPDATE "{company}$Vendor" SET "Currency Code" = NEW."Code" WHERE "Currency Code" = OLD."Code";
  UPDATE "{company}$Contact" SET "Currency Code" = NEW."Code" WHERE "Currency Code" = OLD."Code";
  RETURN NULL;
END
$$;

-- ---- customers and vendors -----------------------------------------------------------------------------------------

-- Argument: the number series.
CREATE FUNCTION "{company}$partner_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  taken boolean;
BEGIN
  NEW."No_" := upper(btrim(NEW."No_"));
  NEW."Post Code" := upper(btrim(NEW."Post Code"));
  NEW."Country_Region Code" := upper(btrim(NEW."Country_Region Code"));
  NEW."Currency Code" := upper(btrim(NEW."Currency Code"));
  NEW."Payment Terms Code" := upper(btrim(NEW."Payment Terms Code"));
  NEW."Shipment Method Code" := upper(btrim(NEW."Shipment Method Code"));
  NEW."Shipping Agent Code" := upper(btrim(NEW."Shipping Agent Code"));
  NEW."Primary Contact No_" := upper(btrim(NEW."Primary Contact No_"));
  WHILE TG_OP = 'INSERT' AND NEW."No_" = '' LOOP
    NEW."No_" := "{company}$next_no"(TG_ARGV[0]);
    EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE "No_" = $1)', TG_TABLE_NAME) INTO taken USING NEW."No_";
    IF taken THEN
      NEW."No_" := '';
    END IF;
  END LOOP;
  -- References are looked up where they are entered, not at every write.
  IF NEW."Currency Code" <> '' AND NEW."Currency Code" IS DISTINCT FROM OLD."Currency Code" THEN
    PERFORM "{company}$require_currency"(NEW."Currency Code");
  END IF;
  IF NEW."Primary Contact No_" <> '' AND NEW."Primary Contact No_" IS DISTINCT FROM OLD."Primary Contact No_" THEN
    PERFORM "{company}$require_contact"(NEW."Primary Contact No_");
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "{company}$customer_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Salesperson Code" := upper(btrim(NEW."Salesperson Code"));
  IF NEW."Salesperson Code" <> '' AND NEW."Salesperson Code" IS DISTINCT FROM OLD."Salesperson Code" THEN
    PERFORM "{company}$require_salesperson"(NEW."Salesperson Code");
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION "{company}$vendor_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."Purchaser Code" := upper(btrim(NEW."Purchaser Code"));
  IF NEW."Purchaser Code" <> '' AND NEW."Purchaser Code" IS DISTINCT FROM OLD."Purchaser Code" THEN
    PERFORM "{company}$require_salesperson"(NEW."Purchaser Code");
  END IF;
  RETURN NEW;
END
$$;

-- A new customer or vendor gets a company contact. Arguments: the relation, which table it links to, and the column of the salesperson.
CREATE FUNCTION "{company}$partner_inserted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "{company}$Contact" (
    "No_", "Type", "Name", "Address", "Address 2", "Post Code", "City", "County", "Country_Region Code", "Phone No_",
    "Mobile Phone No_", "Fax No_", "E-Mail", "Home Page", "Salesperson Code", "Currency Code")
  VALUES (
    "{company}$new_company_of"(TG_ARGV[0], TG_ARGV[1]::integer, NEW."No_"), 0, NEW."Name", NEW."Address", NEW."Address 2",
    NEW."Post Code", NEW."City", NEW."County", NEW."Country_Region Code", NEW."Phone No_", NEW."Mobile Phone No_",
    NEW."Fax No_", NEW."E-Mail", NEW."Home Page", to_jsonb(NEW) ->> TG_ARGV[2], NEW."Currency Code");
  RETURN NULL;
END
$$;

-- The company contact is the customer's or vendor's card among the contacts: it follows whatever is changed there, and by whomever.
-- Arguments: which table the relation links to, and the column of the salesperson.
CREATE FUNCTION "{company}$partner_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "{company}$Contact" AS card SET ("Name", "Address", "Address 2", "Post Code", "City", "County", "Country_Region Code", "Phone No_",
      "Mobile Phone No_", "Fax No_", "E-Mail", "Home Page", "Salesperson Code", "Currency Code")
    = (NEW."Name", NEW."Address", NEW."Address 2", NEW."Post Code", NEW."City", NEW."County", NEW."Country_Region Code", NEW."Phone No_",
      NEW."Mobile Phone No_", NEW."Fax No_", NEW."E-Mail", NEW."Home Page", to_jsonb(NEW) ->> TG_ARGV[1], NEW."Currency Code")
    FROM "{company}$Contact Business Relation" AS relation
    WHERE relation."Link to Table" = TG_ARGV[0]::integer AND relation."No_" = NEW."No_" AND card."No_" = relation."Contact No_"
      AND (card."Name", card."Address", card."Address 2", card."Post Code", card."City", card."County", card."Country_Region Code",
        card."Phone No_", card."Mobile Phone No_", card."Fax No_", card."E-Mail", card."Home Page", card."Salesperson Code",
        card."Currency Code")
      IS DISTINCT FROM (NEW."Name", NEW."Address", NEW."Address 2", NEW."Post Code", NEW."City", NEW."County", NEW."Country_Region Code",
        NEW."Phone No_", NEW."Mobile Phone No_", NEW."Fax No_", NEW."E-Mail", NEW."Home Page", to_jsonb(NEW) ->> TG_ARGV[1],
        NEW."Currency Code");
  RETURN NULL;
END
$$;

-- Argument, here and below: which table the relation links to.
CREATE FUNCTION "{company}$partner_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "{company}$Contact Business Relation" SET "No_" = NEW."No_"
    WHERE "Link to Table" = TG_ARGV[0]::integer AND "No_" = OLD."No_";
  UPDATE "{company}$Contact" SET "Business Relation" = relation_kind(TG_ARGV[0]::integer) || NEW."No_"
    WHERE "Business Relation" = relation_kind(TG_ARGV[0]::integer) || OLD."No_";
  RETURN NULL;
END
$$;

-- The contacts stay, with their company, which is no customer or vendor any more.
CREATE FUNCTION "{company}$partner_deleted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "{company}$Contact Business Relation" WHERE "Link to Table" = TG_ARGV[0]::integer AND "No_" = OLD."No_";
  UPDATE "{company}$Contact" SET "Business Relation" = "{company}$business_relation"("Company No_")
    WHERE "Business Relation" = relation_kind(TG_ARGV[0]::integer) || OLD."No_";
  RETURN NULL;
END
$$;

-- ---- contacts ------------------------------------------------------------------------------------------------------

CREATE FUNCTION "{company}$business_relation"(company_no text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT relation_kind("Link to Table") || "No_" FROM "{company}$Contact Business Relation"
    WHERE "Contact No_" = company_no ORDER BY "Link to Table" LIMIT 1), '')
$$;

CREATE FUNCTION "{company}$customer_of_company"(company_no text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT "No_" FROM "{company}$Contact Business Relation" WHERE "Contact No_" = company_no AND "Link to Table" = 1), '')
$$;

CREATE FUNCTION "{company}$contact_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entered boolean := TG_OP = 'INSERT';
  words text[];
  relation text[];
BEGIN
  NEW."No_" := upper(btrim(NEW."No_"));
  NEW."Company No_" := upper(btrim(NEW."Company No_"));
  NEW."Business Relation" := btrim(NEW."Business Relation");
  NEW."Customer No_" := upper(btrim(NEW."Customer No_"));
  NEW."Salutation Code" := upper(btrim(NEW."Salutation Code"));
  NEW."Post Code" := upper(btrim(NEW."Post Code"));
  NEW."Country_Region Code" := upper(btrim(NEW."Country_Region Code"));
  NEW."Salesperson Code" := upper(btrim(NEW."Salesperson Code"));
  NEW."Currency Code" := upper(btrim(NEW."Currency Code"));
  WHILE TG_OP = 'INSERT' AND NEW."No_" = '' LOOP
    NEW."No_" := "{company}$next_no"('CONT');
    IF EXISTS (SELECT FROM "{company}$Contact" WHERE "No_" = NEW."No_") THEN
      NEW."No_" := '';
    END IF;
  END LOOP;
  IF NEW."Salesperson Code" <> '' AND NEW."Salesperson Code" IS DISTINCT FROM OLD."Salesperson Code" THEN
    PERFORM "{company}$require_salesperson"(NEW."Salesperson Code");
  END IF;
  IF NEW."Currency Code" <> '' AND NEW."Currency Code" IS DISTINCT FROM OLD."Currency Code" THEN
    PERFORM "{company}$require_currency"(NEW."Currency Code");
  END IF;

  IF NEW."Type" = 0 THEN
    NEW."Company No_" := NEW."No_";
    NEW."First Name" := '';
    NEW."Middle Name" := '';
    NEW."Surname" := '';
    -- Which customer or vendor a company is follows from the relation alone, under the number it had when that was written.
    IF entered OR (NEW."Business Relation", NEW."Customer No_") IS DISTINCT FROM (OLD."Business Relation", OLD."Customer No_") THEN
      NEW."Business Relation" := "{company}$business_relation"(CASE WHEN entered THEN NEW."No_" ELSE OLD."No_" END);
      NEW."Customer No_" := "{company}$customer_of_company"(CASE WHEN entered THEN NEW."No_" ELSE OLD."No_" END);
    END IF;
    RETURN NEW;
  END IF;

  -- A person's name follows from its parts; a name entered as a whole is taken apart first.
  IF (entered AND NEW."First Name" || NEW."Middle Name" || NEW."Surname" = '' AND NEW."Name" <> '')
      OR (NOT entered AND NEW."Name" <> OLD."Name"
          AND (NEW."First Name", NEW."Middle Name", NEW."Surname") = (OLD."First Name", OLD."Middle Name", OLD."Surname")) THEN
    words := regexp_split_to_array(btrim(NEW."Name"), '\s+');
    NEW."First Name" := words[1];
    NEW."Middle Name" := coalesce(array_to_string(words[2:cardinality(words) - 1], ' '), '');
    NEW."Surname" := CASE WHEN cardinality(words) > 1 THEN words[cardinality(words)] ELSE '' END;
  END IF;
  NEW."Name" := concat_ws(' ', nullif(btrim(NEW."First Name"), ''), nullif(btrim(NEW."Middle Name"), ''),
    nullif(btrim(NEW."Surname"), ''));

  -- A person works for a company contact, and the relation says which customer or vendor that is. The integration knows only
  -- those, so the same is derived the other way round. Where both are entered, the company decides.
  IF NEW."Customer No_" <> coalesce(OLD."Customer No_", '') AND NEW."Business Relation" = coalesce(OLD."Business Relation", '') THEN
    NEW."Business Relation" := CASE WHEN NEW."Customer No_" = '' THEN '' ELSE relation_kind(1) || NEW."Customer No_" END;
  END IF;
  IF NEW."Company No_" <> coalesce(OLD."Company No_", '') THEN
    IF NEW."Company No_" <> ''
        AND NOT EXISTS (SELECT FROM "{company}$Contact" WHERE "No_" = NEW."Company No_" AND "Type" = 0) THEN
      RAISE EXCEPTION 'there is no company contact %', NEW."Company No_" USING ERRCODE = 'foreign_key_violation';
    END IF;
    NEW."Business Relation" := "{company}$business_relation"(NEW."Company No_");
  ELSIF NEW."Business Relation" <> coalesce(OLD."Business Relation", '') THEN
    IF NEW."Business Relation" = '' THEN
      -- The customer may be gone while the company is not.
      IF "{company}$business_relation"(NEW."Company No_") <> '' THEN
        NEW."Company No_" := '';
      END IF;
    ELSE
      relation := regexp_match(NEW."Business Relation", '^(customer|vendor)/(.*)$');
      SELECT "Contact No_" INTO NEW."Company No_" FROM "{company}$Contact Business Relation"
        WHERE "Link to Table" = CASE relation[1] WHEN 'customer' THEN 1 WHEN 'vendor' THEN 2 END AND "No_" = upper(relation[2]);
      IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no % %', coalesce(relation[1], 'customer or vendor'), coalesce(relation[2], NEW."Business Relation")
          USING ERRCODE = 'foreign_key_violation';
      END IF;
      NEW."Business Relation" := relation[1] || '/' || upper(relation[2]);
    END IF;
  END IF;
  NEW."Customer No_" := CASE WHEN NEW."Business Relation" LIKE 'customer/%' THEN substr(NEW."Business Relation", length('customer/') + 1) ELSE '' END;
  RETURN NEW;
END
$$;

CREATE FUNCTION "{company}$contact_renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "{company}$Contact Business Relation" SET "Contact No_" = NEW."No_" WHERE "Contact No_" = OLD."No_";
  UPDATE "{company}$Contact" SET "Company No_" = NEW."No_" WHERE "Company No_" = OLD."No_" AND "Type" = 1;
  UPDATE "{company}$Customer" SET "Primary Contact No_" = NEW."No_" WHERE "Primary Contact No_" = OLD."No_";
  UPDATE "{company}$Vendor" SET "Primary Contact No_" = NEW."No_" WHERE "Primary Contact No_" = OLD."No_";
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$contact_deleted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."Type" = 0 AND EXISTS (SELECT FROM "{company}$Contact Business Relation" WHERE "Contact No_" = OLD."No_") THEN
    RAISE EXCEPTION 'contact % is the company of a customer or vendor', OLD."No_" USING ERRCODE = 'foreign_key_violation';
  END IF;
  UPDATE "{company}$Contact" SET "Company No_" = '' WHERE "Company No_" = OLD."No_" AND "Type" = 1;
  UPDATE "{company}$Customer" SET "Primary Contact No_" = '' WHERE "Primary Contact No_" = OLD."No_";
  UPDATE "{company}$Vendor" SET "Primary Contact No_" = '' WHERE "Primary Contact No_" = OLD."No_";
  RETURN NULL;
END
$$;

-- ---- in force ------------------------------------------------------------------------------------------------------

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Company Information" FOR EACH ROW EXECUTE FUNCTION "{company}$company_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Company Information" FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Salesperson_Purchaser" FOR EACH ROW EXECUTE FUNCTION "{company}$salesperson_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Salesperson_Purchaser" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_renamed AFTER UPDATE ON "{company}$Salesperson_Purchaser" FOR EACH ROW
  WHEN (OLD."Code" <> NEW."Code") EXECUTE FUNCTION "{company}$salesperson_renamed"();

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Currency" FOR EACH ROW EXECUTE FUNCTION "{company}$currency_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Currency" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_renamed AFTER UPDATE ON "{company}$Currency" FOR EACH ROW
  WHEN (OLD."Code" <> NEW."Code") EXECUTE FUNCTION "{company}$currency_renamed"();

CREATE TRIGGER a_partner BEFORE INSERT OR UPDATE ON "{company}$Customer" FOR EACH ROW EXECUTE FUNCTION "{company}$partner_rules"('CUST');
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Customer" FOR EACH ROW EXECUTE FUNCTION "{company}$customer_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Customer" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_inserted AFTER INSERT ON "{company}$Customer" FOR EACH ROW EXECUTE FUNCTION "{company}$partner_inserted"('CUST', '1', 'Salesperson Code');
CREATE TRIGGER c_renamed AFTER UPDATE ON "{company}$Customer" FOR EACH ROW
  WHEN (OLD."No_" <> NEW."No_") EXECUTE FUNCTION "{company}$partner_renamed"('1');
CREATE TRIGGER d_changed AFTER UPDATE ON "{company}$Customer" FOR EACH ROW EXECUTE FUNCTION "{company}$partner_changed"('1', 'Salesperson Code');
CREATE TRIGGER c_deleted AFTER DELETE ON "{company}$Customer" FOR EACH ROW EXECUTE FUNCTION "{company}$partner_deleted"('1');

CREATE TRIGGER a_partner BEFORE INSERT OR UPDATE ON "{company}$Vendor" FOR EACH ROW EXECUTE FUNCTION "{company}$partner_rules"('VEND');
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Vendor" FOR EACH ROW EXECUTE FUNCTION "{company}$vendor_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Vendor" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_inserted AFTER INSERT ON "{company}$Vendor" FOR EACH ROW EXECUTE FUNCTION "{company}$partner_inserted"('VEND', '2', 'Purchaser Code');
CREATE TRIGGER c_renamed AFTER UPDATE ON "{company}$Vendor" FOR EACH ROW
  WHEN (OLD."No_" <> NEW."No_") EXECUTE FUNCTION "{company}$partner_renamed"('2');
CREATE TRIGGER d_changed AFTER UPDATE ON "{company}$Vendor" FOR EACH ROW EXECUTE FUNCTION "{company}$partner_changed"('2', 'Purchaser Code');
CREATE TRIGGER c_deleted AFTER DELETE ON "{company}$Vendor" FOR EACH ROW EXECUTE FUNCTION "{company}$partner_deleted"('2');

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Contact" FOR EACH ROW EXECUTE FUNCTION "{company}$contact_rules"();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Contact" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_renamed AFTER UPDATE ON "{company}$Contact" FOR EACH ROW
  WHEN (OLD."No_" <> NEW."No_") EXECUTE FUNCTION "{company}$contact_renamed"();
CREATE TRIGGER c_deleted AFTER DELETE ON "{company}$Contact" FOR EACH ROW EXECUTE FUNCTION "{company}$contact_deleted"();

-- The ERP makes it with the company.
INSERT INTO "{company}$Company Information" ("Name", "LCY Code") VALUES (initcap('{company}') || ' Ltd.', 'EUR');
