-- Selling in one company of the ERP, in place of {company}: opportunities, orders, posted invoices and the ledgers. Applied after
-- erp-company.sql, erp-products.sql and erp-inventory.sql. Users post with the functions post_order, pay and cancel_invoice; what is posted stays as it is.
-- What the ERP proper computes whenever it is read (its flow fields) is stored here: each table says which columns these are.

CREATE SEQUENCE "{company}$OPP";
CREATE SEQUENCE "{company}$S-ORD" START 101001;
CREATE SEQUENCE "{company}$S-INV+" START 103001;
CREATE SEQUENCE "{company}$S-CR+" START 104001;
CREATE SEQUENCE "{company}$PAY";
-- Invoices' numbers begin with the company's letter, since the CRM has each invoice number once.
INSERT INTO "{company}$No_ Series Line" VALUES
  ('OPP', 'OP000001', '"{company}$OPP"'),
  ('S-ORD', 'S-ORD101001', '"{company}$S-ORD"'),
  ('S-INV+', left('{company}', 1) || 'PS-INV103001', '"{company}$S-INV+"'),
  ('S-CR+', 'PS-CR104001', '"{company}$S-CR+"'),
  ('PAY', 'PAY00001', '"{company}$PAY"');
GRANT USAGE ON SEQUENCE "{company}$OPP", "{company}$S-ORD", "{company}$S-INV+", "{company}$S-CR+", "{company}$PAY" TO staff, couplet;

-- ---- tables --------------------------------------------------------------------------------------------------------

-- The ERP proper keeps value, date and probability in its opportunity entries, and looks the customer up each time.
CREATE TABLE "{company}$Opportunity" (
  "timestamp"             bigint NOT NULL,
  "No_"                   varchar(20) NOT NULL DEFAULT '' CONSTRAINT "{company}: opportunity number is taken" UNIQUE
                          CONSTRAINT "No_ must not be blank" CHECK ("No_" <> ''),
  "Description"           varchar(100) NOT NULL DEFAULT '',
  "Salesperson Code"      varchar(20) NOT NULL DEFAULT '',
  "Contact No_"           varchar(20) NOT NULL DEFAULT '',
  "Contact Company No_"   varchar(20) NOT NULL DEFAULT '',
  "Customer No_"          varchar(20) NOT NULL DEFAULT '',
  -- 0 not started, 1 in progress, 2 won, 3 lost.
  "Status"                integer NOT NULL DEFAULT 0,
  "Creation Date"         date NOT NULL DEFAULT current_date,
  "Date Closed"           date,
  "Estimated Value (LCY)" numeric(38, 10) NOT NULL DEFAULT 0,
  "Calcd_ Current Value (LCY)" numeric(38, 10) NOT NULL DEFAULT 0,
  "Probability _"         numeric(38, 10) NOT NULL DEFAULT 0,
  "Estimated Closing Date" date,
  "$systemId"             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"      timestamptz NOT NULL,
  "$systemCreatedBy"      text NOT NULL,
  "$systemModifiedAt"     timestamptz NOT NULL,
  "$systemModifiedBy"     text NOT NULL,
  CONSTRAINT "Status must be 0 to 3" CHECK ("Status" BETWEEN 0 AND 3),
  CONSTRAINT "Estimated Value (LCY) must not be negative" CHECK ("Estimated Value (LCY)" >= 0)
);
CREATE INDEX ON "{company}$Opportunity" ("Contact No_");
CREATE INDEX ON "{company}$Opportunity" ("Contact Company No_");
CREATE INDEX ON "{company}$Opportunity" ("Salesperson Code");

-- Documents that are not posted; of their types the sandbox knows the order (1). Flow fields: Last Shipment Date, Completely Shipped;
-- that everything is invoiced is seen for a moment only, since the order is then deleted.
CREATE TABLE "{company}$Sales Header" (
  "timestamp"             bigint NOT NULL,
  "Document Type"         integer NOT NULL DEFAULT 1 CONSTRAINT "Document Type must be 1 (order)" CHECK ("Document Type" = 1),
  "No_"                   varchar(20) NOT NULL DEFAULT '' CONSTRAINT "{company}: order number is taken" UNIQUE
                          CONSTRAINT "No_ must not be blank" CHECK ("No_" <> ''),
  "Sell-to Customer No_"  varchar(20) NOT NULL DEFAULT '',
  "Sell-to Customer Name" varchar(100) NOT NULL DEFAULT '',
  "Sell-to Contact No_"   varchar(20) NOT NULL DEFAULT '',
  "Bill-to Customer No_"  varchar(20) NOT NULL DEFAULT '',
  "Bill-to Name"          varchar(100) NOT NULL DEFAULT '',
  "Bill-to Address"       varchar(100) NOT NULL DEFAULT '',
  "Bill-to Address 2"     varchar(50) NOT NULL DEFAULT '',
  "Bill-to Post Code"     varchar(20) NOT NULL DEFAULT '',
  "Bill-to City"          varchar(30) NOT NULL DEFAULT '',
  "Bill-to County"        varchar(30) NOT NULL DEFAULT '',
  "Bill-to Country_Region Code" varchar(10) NOT NULL DEFAULT '',
  "Ship-to Name"          varchar(100) NOT NULL DEFAULT '',
  "Ship-to Address"       varchar(100) NOT NULL DEFAULT '',
  "Ship-to Address 2"     varchar(50) NOT NULL DEFAULT '',
  "Ship-to Post Code"     varchar(20) NOT NULL DEFAULT '',
  "Ship-to City"          varchar(30) NOT NULL DEFAULT '',
  "Ship-to County"        varchar(30) NOT NULL DEFAULT '',
  "Ship-to Country_Region Code" varchar(10) NOT NULL DEFAULT '',
  "Your Reference"        varchar(35) NOT NULL DEFAULT '',
  "External Document No_" varchar(35) NOT NULL DEFAULT '',
  "Quote No_"             varchar(20) NOT NULL DEFAULT '',
  "Opportunity No_"       varchar(20) NOT NULL DEFAULT '',
  "Order Date"            date NOT NULL DEFAULT current_date,
  "Document Date"         date NOT NULL DEFAULT current_date,
  "Posting Date"          date NOT NULL DEFAULT current_date,
  "Due Date"              date,
  "Shipment Date"         date NOT NULL DEFAULT current_date,
  "Requested Delivery Date" date,
  "Last Shipment Date"    date,
  "Salesperson Code"      varchar(20) NOT NULL DEFAULT '',
  "Currency Code"         varchar(10) NOT NULL DEFAULT '',
  "Currency Factor"       numeric(38, 10) NOT NULL DEFAULT 0,
  "Prices Including VAT"  boolean NOT NULL DEFAULT false,
  "Invoice Discount Value" numeric(38, 10) NOT NULL DEFAULT 0 CONSTRAINT "Invoice Discount Value must not be negative" CHECK ("Invoice Discount Value" >= 0),
  "Payment Discount _"    numeric(38, 10) NOT NULL DEFAULT 0,
  "Payment Terms Code"    varchar(10) NOT NULL DEFAULT '',
  "Shipment Method Code"  varchar(10) NOT NULL DEFAULT '',
  "Shipping Agent Code"   varchar(10) NOT NULL DEFAULT '',
  "Location Code"         varchar(10) NOT NULL DEFAULT '',
  "Work Description"      text NOT NULL DEFAULT '',
  "Status"                integer NOT NULL DEFAULT 0,
  "Completely Shipped"    boolean NOT NULL DEFAULT false,
  "Completely Invoiced"   boolean NOT NULL DEFAULT false,
  "$systemId"             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"      timestamptz NOT NULL,
  "$systemCreatedBy"      text NOT NULL,
  "$systemModifiedAt"     timestamptz NOT NULL,
  "$systemModifiedBy"     text NOT NULL,
  CONSTRAINT "Status must be 0 (open) or 1 (released)" CHECK ("Status" IN (0, 1))
);
CREATE INDEX ON "{company}$Sales Header" ("Sell-to Customer No_");
CREATE INDEX ON "{company}$Sales Header" ("Your Reference") WHERE "Your Reference" <> '';

-- Type: 0 comment, 1 ledger account, 2 item, 3 resource.
CREATE TABLE "{company}$Sales Line" (
  "timestamp"             bigint NOT NULL,
  "Document Type"         integer NOT NULL DEFAULT 1,
  "Document No_"          varchar(20) NOT NULL,
  "Line No_"              integer NOT NULL DEFAULT 0,
  "Sell-to Customer No_"  varchar(20) NOT NULL DEFAULT '',
  "Type"                  integer NOT NULL DEFAULT 0,
  "No_"                   varchar(20) NOT NULL DEFAULT '',
  "Location Code"         varchar(10) NOT NULL DEFAULT '',
  "Description"           varchar(100) NOT NULL DEFAULT '',
  "Unit of Measure Code"  varchar(10) NOT NULL DEFAULT '',
  "Quantity"              numeric(38, 10) NOT NULL DEFAULT 0,
  "Unit Price"            numeric(38, 10) NOT NULL DEFAULT 0,
  "VAT _"                 numeric(38, 10) NOT NULL DEFAULT 20,
  "Line Discount _"       numeric(38, 10) NOT NULL DEFAULT 0,
  "Line Discount Amount"  numeric(38, 10) NOT NULL DEFAULT 0,
  "Inv_ Discount Amount"  numeric(38, 10) NOT NULL DEFAULT 0,
  "Line Amount"           numeric(38, 10) NOT NULL DEFAULT 0,
  "Amount"                numeric(38, 10) NOT NULL DEFAULT 0,
  "Amount Including VAT"  numeric(38, 10) NOT NULL DEFAULT 0,
  "Currency Code"         varchar(10) NOT NULL DEFAULT '',
  "Outstanding Quantity"  numeric(38, 10) NOT NULL DEFAULT 0,
  "Quantity Shipped"      numeric(38, 10) NOT NULL DEFAULT 0,
  "Quantity Invoiced"     numeric(38, 10) NOT NULL DEFAULT 0,
  "Outstanding Amount (LCY)" numeric(38, 10) NOT NULL DEFAULT 0,
  "Shipped Not Invoiced (LCY)" numeric(38, 10) NOT NULL DEFAULT 0,
  "Attached to Line No_"  integer NOT NULL DEFAULT 0,
  "Requested Delivery Date" date,
  -- A field that Couplet brings, here and in the lines of posted invoices: posting copies it, as any field that both tables have.
  "CRM Order Line Id"     varchar(36) NOT NULL DEFAULT '',
  "$systemId"             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"      timestamptz NOT NULL,
  "$systemCreatedBy"      text NOT NULL,
  "$systemModifiedAt"     timestamptz NOT NULL,
  "$systemModifiedBy"     text NOT NULL,
  CONSTRAINT "{company}: order line number is taken" UNIQUE ("Document No_", "Line No_"),
  CONSTRAINT "Type must be 0 (comment), 1 (account), 2 (item) or 3 (resource)" CHECK ("Type" BETWEEN 0 AND 3),
  CONSTRAINT "Quantity must not be negative" CHECK ("Quantity" >= 0),
  CONSTRAINT "Unit Price must not be negative" CHECK ("Unit Price" >= 0)
);
CREATE INDEX ON "{company}$Sales Line" ("Sell-to Customer No_");
CREATE INDEX ON "{company}$Sales Line" ("Type", "No_");

-- Flow fields: the amounts, and what the customer ledger says of it: Remaining Amount, Closed, Cancelled.
CREATE TABLE "{company}$Sales Invoice Header" (
  "timestamp"             bigint NOT NULL,
  "No_"                   varchar(20) NOT NULL CONSTRAINT "{company}: invoice number is taken" UNIQUE,
  "Order No_"             varchar(20) NOT NULL DEFAULT '',
  "Sell-to Customer No_"  varchar(20) NOT NULL DEFAULT '',
  "Sell-to Customer Name" varchar(100) NOT NULL DEFAULT '',
  "Bill-to Customer No_"  varchar(20) NOT NULL DEFAULT '',
  "Bill-to Name"          varchar(100) NOT NULL DEFAULT '',
  "Bill-to Address"       varchar(100) NOT NULL DEFAULT '',
  "Bill-to Address 2"     varchar(50) NOT NULL DEFAULT '',
  "Bill-to Post Code"     varchar(20) NOT NULL DEFAULT '',
  "Bill-to City"          varchar(30) NOT NULL DEFAULT '',
  "Bill-to County"        varchar(30) NOT NULL DEFAULT '',
  "Bill-to Country_Region Code" varchar(10) NOT NULL DEFAULT '',
  "Ship-to Name"          varchar(100) NOT NULL DEFAULT '',
  "Ship-to Address"       varchar(100) NOT NULL DEFAULT '',
  "Ship-to Address 2"     varchar(50) NOT NULL DEFAULT '',
  "Ship-to Post Code"     varchar(20) NOT NULL DEFAULT '',
  "Ship-to City"          varchar(30) NOT NULL DEFAULT '',
  "Ship-to County"        varchar(30) NOT NULL DEFAULT '',
  "Ship-to Country_Region Code" varchar(10) NOT NULL DEFAULT '',
  "Your Reference"        varchar(35) NOT NULL DEFAULT '',
  "External Document No_" varchar(35) NOT NULL DEFAULT '',
  "Opportunity No_"       varchar(20) NOT NULL DEFAULT '',
  "Posting Date"          date NOT NULL,
  "Document Date"         date NOT NULL,
  "Due Date"              date,
  "Shipment Date"         date,
  "Salesperson Code"      varchar(20) NOT NULL DEFAULT '',
  "Currency Code"         varchar(10) NOT NULL DEFAULT '',
  "Currency Factor"       numeric(38, 10) NOT NULL DEFAULT 0,
  "Prices Including VAT"  boolean NOT NULL DEFAULT false,
  "Payment Terms Code"    varchar(10) NOT NULL DEFAULT '',
  "Shipment Method Code"  varchar(10) NOT NULL DEFAULT '',
  "Shipping Agent Code"   varchar(10) NOT NULL DEFAULT '',
  "Work Description"      text NOT NULL DEFAULT '',
  "Amount"                numeric(38, 10) NOT NULL DEFAULT 0,
  "Amount Including VAT"  numeric(38, 10) NOT NULL DEFAULT 0,
  "Invoice Discount Amount" numeric(38, 10) NOT NULL DEFAULT 0,
  "Remaining Amount"      numeric(38, 10) NOT NULL DEFAULT 0,
  "Closed"                boolean NOT NULL DEFAULT false,
  "Cancelled"             boolean NOT NULL DEFAULT false,
  "$systemId"             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"      timestamptz NOT NULL,
  "$systemCreatedBy"      text NOT NULL,
  "$systemModifiedAt"     timestamptz NOT NULL,
  "$systemModifiedBy"     text NOT NULL
);
CREATE INDEX ON "{company}$Sales Invoice Header" ("Sell-to Customer No_");
CREATE INDEX ON "{company}$Sales Invoice Header" ("Order No_");

CREATE TABLE "{company}$Sales Invoice Line" (
  "timestamp"             bigint NOT NULL,
  "Document No_"          varchar(20) NOT NULL,
  "Line No_"              integer NOT NULL,
  "Sell-to Customer No_"  varchar(20) NOT NULL DEFAULT '',
  "Type"                  integer NOT NULL DEFAULT 0,
  "No_"                   varchar(20) NOT NULL DEFAULT '',
  "Location Code"         varchar(10) NOT NULL DEFAULT '',
  "Description"           varchar(100) NOT NULL DEFAULT '',
  "Unit of Measure Code"  varchar(10) NOT NULL DEFAULT '',
  "Quantity"              numeric(38, 10) NOT NULL DEFAULT 0,
  "Unit Price"            numeric(38, 10) NOT NULL DEFAULT 0,
  "VAT _"                 numeric(38, 10) NOT NULL DEFAULT 0,
  "Line Discount _"       numeric(38, 10) NOT NULL DEFAULT 0,
  "Line Discount Amount"  numeric(38, 10) NOT NULL DEFAULT 0,
  "Inv_ Discount Amount"  numeric(38, 10) NOT NULL DEFAULT 0,
  "Line Amount"           numeric(38, 10) NOT NULL DEFAULT 0,
  "Amount"                numeric(38, 10) NOT NULL DEFAULT 0,
  "Amount Including VAT"  numeric(38, 10) NOT NULL DEFAULT 0,
  "Attached to Line No_"  integer NOT NULL DEFAULT 0,
  "CRM Order Line Id"     varchar(36) NOT NULL DEFAULT '',
  "$systemId"             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"      timestamptz NOT NULL,
  "$systemCreatedBy"      text NOT NULL,
  "$systemModifiedAt"     timestamptz NOT NULL,
  "$systemModifiedBy"     text NOT NULL,
  CONSTRAINT "{company}: invoice line number is taken" UNIQUE ("Document No_", "Line No_")
);

-- Document Type: 1 payment, 2 invoice, 3 credit memo. Flow fields: the amounts, which the ERP proper sums over the detailed entries.
CREATE TABLE "{company}$Cust_ Ledger Entry" (
  "timestamp"             bigint NOT NULL,
  "Entry No_"             integer GENERATED BY DEFAULT AS IDENTITY CONSTRAINT "{company}: customer ledger entry is taken" UNIQUE,
  "Customer No_"          varchar(20) NOT NULL,
  "Posting Date"          date NOT NULL,
  "Due Date"              date,
  "Document Type"         integer NOT NULL,
  "Document No_"          varchar(20) NOT NULL,
  "Description"           varchar(100) NOT NULL DEFAULT '',
  "Currency Code"         varchar(10) NOT NULL DEFAULT '',
  "Salesperson Code"      varchar(20) NOT NULL DEFAULT '',
  -- Without VAT, in local currency; of invoices and credit memos.
  "Sales (LCY)"           numeric(38, 10) NOT NULL DEFAULT 0,
  "Amount"                numeric(38, 10) NOT NULL DEFAULT 0,
  "Remaining Amount"      numeric(38, 10) NOT NULL DEFAULT 0,
  "Amount (LCY)"          numeric(38, 10) NOT NULL DEFAULT 0,
  "Remaining Amt_ (LCY)"  numeric(38, 10) NOT NULL DEFAULT 0,
  "Open"                  boolean NOT NULL DEFAULT true,
  "Closed at Date"        date,
  "$systemId"             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"      timestamptz NOT NULL,
  "$systemCreatedBy"      text NOT NULL,
  "$systemModifiedAt"     timestamptz NOT NULL,
  "$systemModifiedBy"     text NOT NULL
);
CREATE INDEX ON "{company}$Cust_ Ledger Entry" ("Customer No_", "Open");
CREATE INDEX ON "{company}$Cust_ Ledger Entry" ("Document No_");

-- Entry Type: 1 initial entry, 2 application.
CREATE TABLE "{company}$Detailed Cust_ Ledg_ Entry" (
  "timestamp"             bigint NOT NULL,
  "Entry No_"             integer GENERATED BY DEFAULT AS IDENTITY CONSTRAINT "{company}: detailed ledger entry is taken" UNIQUE,
  "Cust_ Ledger Entry No_" integer NOT NULL,
  "Entry Type"            integer NOT NULL,
  "Posting Date"          date NOT NULL,
  "Document Type"         integer NOT NULL,
  "Document No_"          varchar(20) NOT NULL,
  "Customer No_"          varchar(20) NOT NULL,
  "Currency Code"         varchar(10) NOT NULL DEFAULT '',
  "Amount"                numeric(38, 10) NOT NULL,
  "Amount (LCY)"          numeric(38, 10) NOT NULL,
  "$systemId"             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  "$systemCreatedAt"      timestamptz NOT NULL,
  "$systemCreatedBy"      text NOT NULL,
  "$systemModifiedAt"     timestamptz NOT NULL,
  "$systemModifiedBy"     text NOT NULL
);
CREATE INDEX ON "{company}$Detailed Cust_ Ledg_ Entry" ("Cust_ Ledger Entry No_");

CALL name_length_limits('{company}$Opportunity');
CALL name_length_limits('{company}$Sales Header');
CALL name_length_limits('{company}$Sales Line');
CALL synchronize('{company}$Opportunity');
CALL synchronize('{company}$Sales Header');
CALL synchronize('{company}$Sales Line');
CALL synchronize('{company}$Sales Invoice Header');
CALL synchronize('{company}$Sales Invoice Line');
CALL synchronize('{company}$Cust_ Ledger Entry');
CALL synchronize('{company}$Detailed Cust_ Ledg_ Entry');

-- ---- rules of all of them ------------------------------------------------------------------------------------------

-- Posting writes what nobody may edit.
CREATE FUNCTION "{company}$posting"(is_on boolean) RETURNS void LANGUAGE sql AS $$
  SELECT set_config('erp.posting', CASE WHEN is_on THEN 'on' ELSE '' END, true)
$$;

CREATE FUNCTION "{company}$is_posting"() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('erp.posting', true), '') = 'on'
$$;

CREATE FUNCTION "{company}$posted_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT "{company}$is_posting"() THEN
    RAISE EXCEPTION '% is posted and cannot be changed', split_part(TG_TABLE_NAME, '$', 2) USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

-- Renaming a business key renames it wherever it is used, in posted documents too. Arguments: pairs of table and column; the key's own
-- column first.
CREATE FUNCTION "{company}$renamed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was text := to_jsonb(OLD) ->> TG_ARGV[0];
  now text := to_jsonb(NEW) ->> TG_ARGV[0];
  i integer := 1;
BEGIN
  PERFORM "{company}$posting"(true);
  WHILE i < TG_NARGS LOOP
    EXECUTE format('UPDATE %I SET %I = $1 WHERE %I = $2', TG_ARGV[i], TG_ARGV[i + 1], TG_ARGV[i + 1]) USING now, was;
    i := i + 2;
  END LOOP;
  PERFORM "{company}$posting"(false);
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$customer_in_use"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "{company}$Cust_ Ledger Entry" WHERE "Customer No_" = OLD."No_") THEN
    RAISE EXCEPTION 'customer % has ledger entries', OLD."No_" USING ERRCODE = 'foreign_key_violation';
  END IF;
  IF EXISTS (SELECT FROM "{company}$Sales Header" WHERE "Sell-to Customer No_" = OLD."No_") THEN
    RAISE EXCEPTION 'customer % has orders', OLD."No_" USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN OLD;
END
$$;

-- ---- opportunities -------------------------------------------------------------------------------------------------

CREATE FUNCTION "{company}$opportunity_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  entered boolean := TG_OP = 'INSERT';
BEGIN
  NEW."No_" := upper(btrim(NEW."No_"));
  NEW."Salesperson Code" := upper(btrim(NEW."Salesperson Code"));
  NEW."Contact No_" := upper(btrim(NEW."Contact No_"));
  WHILE entered AND NEW."No_" = '' LOOP
    NEW."No_" := "{company}$next_no"('OPP');
    IF EXISTS (SELECT FROM "{company}$Opportunity" WHERE "No_" = NEW."No_") THEN
      NEW."No_" := '';
    END IF;
  END LOOP;
  IF NEW."Salesperson Code" <> '' AND NEW."Salesperson Code" IS DISTINCT FROM OLD."Salesperson Code" THEN
    PERFORM "{company}$require_salesperson"(NEW."Salesperson Code");
  END IF;
  IF NOT entered AND OLD."Status" IN (2, 3) AND NEW."Status" <> OLD."Status" THEN
    RAISE EXCEPTION 'opportunity % is closed', OLD."No_" USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."Status" IN (2, 3) THEN
    NEW."Date Closed" := coalesce(NEW."Date Closed", current_date);
  END IF;
  -- The company is that of the contact, and the salesperson too, unless somebody says otherwise.
  IF NEW."Contact No_" <> coalesce(OLD."Contact No_", '') THEN
    IF NEW."Contact No_" = '' THEN
      NEW."Contact Company No_" := '';
    ELSE
      PERFORM "{company}$require_contact"(NEW."Contact No_");
      SELECT "Company No_", CASE WHEN NEW."Salesperson Code" = '' THEN "Salesperson Code" ELSE NEW."Salesperson Code" END
        INTO NEW."Contact Company No_", NEW."Salesperson Code"
        FROM "{company}$Contact" WHERE "No_" = NEW."Contact No_";
    END IF;
  ELSIF NEW."Contact Company No_" <> '' AND NEW."Contact Company No_" IS DISTINCT FROM OLD."Contact Company No_" THEN
    PERFORM "{company}$require_contact"(NEW."Contact Company No_");
  END IF;
  NEW."Customer No_" := "{company}$customer_of_company"(NEW."Contact Company No_");
  RETURN NEW;
END
$$;

-- A contact that changes its company takes its opportunities along, and so does a company that becomes a customer.
CREATE FUNCTION "{company}$opportunities_follow"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "{company}$Opportunity" SET "Contact Company No_" = NEW."Company No_", "Customer No_" = NEW."Customer No_"
    WHERE "Contact No_" = NEW."No_"
      AND ("Contact Company No_", "Customer No_") IS DISTINCT FROM (NEW."Company No_", NEW."Customer No_");
  RETURN NULL;
END
$$;

-- ---- orders --------------------------------------------------------------------------------------------------------

CREATE FUNCTION "{company}$due_date"(document_date date, terms text) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT document_date + coalesce(nullif(substring(terms FROM '^(\d+) DAYS$'), '')::integer, CASE terms WHEN '1M(8D)' THEN 30 ELSE 0 END)
$$;

-- What somebody leaves blank comes from the customer; an address is taken as a whole.
CREATE FUNCTION "{company}$order_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  customer record;
BEGIN
  NEW."No_" := upper(btrim(NEW."No_"));
  NEW."Sell-to Customer No_" := upper(btrim(NEW."Sell-to Customer No_"));
  NEW."Currency Code" := upper(btrim(NEW."Currency Code"));
  NEW."Salesperson Code" := upper(btrim(NEW."Salesperson Code"));
  NEW."Payment Terms Code" := upper(btrim(NEW."Payment Terms Code"));
  NEW."Shipment Method Code" := upper(btrim(NEW."Shipment Method Code"));
  NEW."Shipping Agent Code" := upper(btrim(NEW."Shipping Agent Code"));
  IF TG_OP = 'UPDATE' THEN
    IF OLD."Status" = 1 AND NEW."Status" = 1 AND NOT "{company}$is_posting"() THEN
      RAISE EXCEPTION 'Status must be open: order % is released', OLD."No_" USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."Status" = 1 AND OLD."Status" = 0
        AND NOT EXISTS (SELECT FROM "{company}$Sales Line" WHERE "Document No_" = OLD."No_" AND "Quantity" > 0) THEN
      RAISE EXCEPTION 'there is nothing to release in order %', OLD."No_" USING ERRCODE = 'check_violation';
    END IF;
    IF NEW."Sell-to Customer No_" = OLD."Sell-to Customer No_" THEN
      RETURN NEW;
    END IF;
  END IF;
  WHILE TG_OP = 'INSERT' AND NEW."No_" = '' LOOP
    NEW."No_" := "{company}$next_no"('S-ORD');
    IF EXISTS (SELECT FROM "{company}$Sales Header" WHERE "No_" = NEW."No_") THEN
      NEW."No_" := '';
    END IF;
  END LOOP;
  SELECT * INTO customer FROM "{company}$Customer" WHERE "No_" = NEW."Sell-to Customer No_";
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no customer %', NEW."Sell-to Customer No_" USING ERRCODE = 'foreign_key_violation';
  ELSIF customer."Blocked" = 3 AND NOT "{company}$is_posting"() THEN
    RAISE EXCEPTION 'customer % is blocked', customer."No_" USING ERRCODE = 'check_violation';
  END IF;
  NEW."Sell-to Customer Name" := customer."Name";
  NEW."Bill-to Customer No_" := coalesce(nullif(NEW."Bill-to Customer No_", ''), customer."No_");
  IF NEW."Bill-to Name" || NEW."Bill-to Address" || NEW."Bill-to Address 2" || NEW."Bill-to Post Code" || NEW."Bill-to City"
      || NEW."Bill-to County" || NEW."Bill-to Country_Region Code" = '' THEN
    NEW."Bill-to Name" := customer."Name";
    NEW."Bill-to Address" := customer."Address";
    NEW."Bill-to Address 2" := customer."Address 2";
    NEW."Bill-to Post Code" := customer."Post Code";
    NEW."Bill-to City" := customer."City";
    NEW."Bill-to County" := customer."County";
    NEW."Bill-to Country_Region Code" := customer."Country_Region Code";
  END IF;
  IF NEW."Ship-to Name" || NEW."Ship-to Address" || NEW."Ship-to Address 2" || NEW."Ship-to Post Code" || NEW."Ship-to City"
      || NEW."Ship-to County" || NEW."Ship-to Country_Region Code" = '' THEN
    NEW."Ship-to Name" := customer."Name";
    NEW."Ship-to Address" := customer."Address";
    NEW."Ship-to Address 2" := customer."Address 2";
    NEW."Ship-to Post Code" := customer."Post Code";
    NEW."Ship-to City" := customer."City";
    NEW."Ship-to County" := customer."County";
    NEW."Ship-to Country_Region Code" := customer."Country_Region Code";
  END IF;
  IF TG_OP = 'INSERT' AND NEW."Currency Code" = '' THEN
    NEW."Currency Code" := customer."Currency Code";
  END IF;
  NEW."Currency Factor" := CASE WHEN NEW."Currency Code" = '' THEN 1
    ELSE (SELECT "Currency Factor" FROM "{company}$Currency" WHERE "Code" = NEW."Currency Code") END;
  IF NEW."Currency Factor" IS NULL THEN
    RAISE EXCEPTION 'there is no currency %', NEW."Currency Code" USING ERRCODE = 'foreign_key_violation';
  END IF;
  NEW."Salesperson Code" := coalesce(nullif(NEW."Salesperson Code", ''), customer."Salesperson Code");
  NEW."Payment Terms Code" := coalesce(nullif(NEW."Payment Terms Code", ''), customer."Payment Terms Code");
  NEW."Shipment Method Code" := coalesce(nullif(NEW."Shipment Method Code", ''), customer."Shipment Method Code");
  NEW."Shipping Agent Code" := coalesce(nullif(NEW."Shipping Agent Code", ''), customer."Shipping Agent Code");
  NEW."Due Date" := coalesce(NEW."Due Date", "{company}$due_date"(NEW."Document Date", NEW."Payment Terms Code"));
  RETURN NEW;
END
$$;

CREATE FUNCTION "{company}$order_deleted"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."Status" = 1 AND NOT "{company}$is_posting"() THEN
    RAISE EXCEPTION 'Status must be open: order % is released', OLD."No_" USING ERRCODE = 'check_violation';
  END IF;
  DELETE FROM "{company}$Sales Line" WHERE "Document No_" = OLD."No_";
  RETURN OLD;
END
$$;

CREATE FUNCTION "{company}$order_line_rules"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  header record;
  goods record;
BEGIN
  SELECT * INTO header FROM "{company}$Sales Header" WHERE "No_" = CASE WHEN TG_OP = 'DELETE' THEN OLD."Document No_" ELSE NEW."Document No_" END;
  IF header IS NULL THEN
    IF TG_OP = 'DELETE' THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'there is no order %', NEW."Document No_" USING ERRCODE = 'foreign_key_violation';
  ELSIF header."Status" = 1 AND NOT "{company}$is_posting"() THEN
    RAISE EXCEPTION 'Status must be open: order % is released', header."No_" USING ERRCODE = 'check_violation';
  ELSIF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW."No_" := upper(btrim(NEW."No_"));
  NEW."Location Code" := coalesce(nullif(upper(btrim(NEW."Location Code")), ''), header."Location Code");
  NEW."Unit of Measure Code" := upper(btrim(NEW."Unit of Measure Code"));
  NEW."Sell-to Customer No_" := header."Sell-to Customer No_";
  NEW."Currency Code" := header."Currency Code";
  IF TG_OP = 'INSERT' AND NEW."Line No_" = 0 THEN
    SELECT coalesce(max("Line No_"), 0) + 10000 INTO NEW."Line No_" FROM "{company}$Sales Line" WHERE "Document No_" = NEW."Document No_";
  END IF;
  IF NEW."Type" IN (2, 3) AND (TG_OP = 'INSERT' OR (NEW."Type", NEW."No_") IS DISTINCT FROM (OLD."Type", OLD."No_")) THEN
    EXECUTE format('SELECT * FROM %I WHERE "No_" = $1', '{company}$' || CASE NEW."Type" WHEN 2 THEN 'Item' ELSE 'Resource' END)
      INTO goods USING NEW."No_";
    IF goods IS NULL THEN
      RAISE EXCEPTION 'there is no % %', CASE NEW."Type" WHEN 2 THEN 'item' ELSE 'resource' END, NEW."No_" USING ERRCODE = 'foreign_key_violation';
    ELSIF (to_jsonb(goods) ->> 'Blocked')::boolean THEN
      RAISE EXCEPTION '% is blocked', NEW."No_" USING ERRCODE = 'check_violation';
    END IF;
    NEW."Description" := coalesce(nullif(NEW."Description", ''), left(coalesce(to_jsonb(goods) ->> 'Description', to_jsonb(goods) ->> 'Name'), 100), '');
    NEW."Unit of Measure Code" := coalesce(nullif(NEW."Unit of Measure Code", ''), to_jsonb(goods) ->> 'Base Unit of Measure', '');
    IF TG_OP = 'INSERT' AND NEW."Unit Price" = 0 THEN
      NEW."Unit Price" := round((to_jsonb(goods) ->> 'Unit Price')::numeric * header."Currency Factor", 2);
    END IF;
  END IF;
  -- A discount is entered as a share or as an amount; the other one follows.
  IF NEW."Line Discount _" IS DISTINCT FROM OLD."Line Discount _" AND NEW."Line Discount _" <> 0 AND
      (TG_OP = 'UPDATE' OR NEW."Line Discount Amount" = 0) THEN
    NEW."Line Discount Amount" := round(NEW."Quantity" * NEW."Unit Price" * NEW."Line Discount _" / 100, 2);
  ELSIF NEW."Line Discount Amount" IS DISTINCT FROM OLD."Line Discount Amount" THEN
    NEW."Line Discount _" := coalesce(round(100 * NEW."Line Discount Amount" / nullif(NEW."Quantity" * NEW."Unit Price", 0), 5), 0);
  END IF;
  NEW."Line Amount" := round(NEW."Quantity" * NEW."Unit Price", 2) - NEW."Line Discount Amount";
  -- What somebody changes gets another share of the order's discount afterwards.
  IF pg_trigger_depth() = 1 THEN
    NEW."Inv_ Discount Amount" := greatest(least(NEW."Inv_ Discount Amount", NEW."Line Amount"), 0);
  END IF;
  NEW."Amount" := NEW."Line Amount" - NEW."Inv_ Discount Amount";
  IF NEW."Amount" < 0 THEN
    RAISE EXCEPTION 'discounts of line % are higher than its amount', NEW."Line No_" USING ERRCODE = 'check_violation';
  END IF;
  NEW."Amount Including VAT" := round(NEW."Amount" * (1 + NEW."VAT _" / 100), 2);
  NEW."Outstanding Quantity" := NEW."Quantity" - NEW."Quantity Shipped";
  IF NEW."Outstanding Quantity" < 0 OR NEW."Quantity Invoiced" > NEW."Quantity Shipped" THEN
    RAISE EXCEPTION 'line % cannot have less than was shipped, nor invoice more', NEW."Line No_" USING ERRCODE = 'check_violation';
  END IF;
  NEW."Outstanding Amount (LCY)" := coalesce(round(
    NEW."Amount Including VAT" * NEW."Outstanding Quantity" / nullif(NEW."Quantity", 0) / header."Currency Factor", 2), 0);
  NEW."Shipped Not Invoiced (LCY)" := coalesce(round(
    NEW."Amount Including VAT" * (NEW."Quantity Shipped" - NEW."Quantity Invoiced") / nullif(NEW."Quantity", 0) / header."Currency Factor", 2), 0);
  RETURN NEW;
END
$$;

-- A discount on the whole order is taken off its lines, off each its share; the last one takes what rounding leaves.
CREATE FUNCTION "{company}$spread_discount"(order_no text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  discount numeric := (SELECT "Invoice Discount Value" FROM "{company}$Sales Header" WHERE "No_" = order_no);
  total numeric := (SELECT sum("Line Amount") FROM "{company}$Sales Line" WHERE "Document No_" = order_no);
BEGIN
  UPDATE "{company}$Sales Line" AS line SET "Inv_ Discount Amount" = spread.share
    FROM (SELECT "Line No_", round(discount * "Line Amount" / total, 2)
          + CASE WHEN "Line No_" = max("Line No_") OVER () THEN discount - sum(round(discount * "Line Amount" / total, 2)) OVER () ELSE 0 END AS share
        FROM "{company}$Sales Line" WHERE "Document No_" = order_no AND "Line Amount" > 0) AS spread
    WHERE line."Document No_" = order_no AND line."Line No_" = spread."Line No_" AND line."Inv_ Discount Amount" <> spread.share;
END
$$;

CREATE FUNCTION "{company}$spread_of_line"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "{company}$spread_discount"(CASE WHEN TG_OP = 'DELETE' THEN OLD."Document No_" ELSE NEW."Document No_" END);
  RETURN NULL;
END
$$;

CREATE FUNCTION "{company}$spread_of_order"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "{company}$spread_discount"(NEW."No_");
  RETURN NULL;
END
$$;

-- ---- posting -------------------------------------------------------------------------------------------------------

-- One entry of the customer ledger with its initial detailed entry; its number.
CREATE FUNCTION "{company}$enter"(document_type integer, document_no text, customer_no text, currency text, posting_date date, due date,
    salesperson text, amount numeric, amount_lcy numeric, sales_lcy numeric) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  entry_no integer;
BEGIN
  INSERT INTO "{company}$Cust_ Ledger Entry" ("Customer No_", "Posting Date", "Due Date", "Document Type", "Document No_", "Description",
      "Currency Code", "Salesperson Code", "Sales (LCY)", "Amount", "Remaining Amount", "Amount (LCY)", "Remaining Amt_ (LCY)", "Open")
    VALUES (customer_no, posting_date, due, document_type, document_no,
      (ARRAY['Payment ', 'Invoice ', 'Credit Memo '])[document_type] || document_no,
      currency, salesperson, sales_lcy, amount, amount, amount_lcy, amount_lcy, amount <> 0)
    RETURNING "Entry No_" INTO entry_no;
  INSERT INTO "{company}$Detailed Cust_ Ledg_ Entry" ("Cust_ Ledger Entry No_", "Entry Type", "Posting Date", "Document Type", "Document No_",
      "Customer No_", "Currency Code", "Amount", "Amount (LCY)")
    VALUES (entry_no, 1, posting_date, document_type, document_no, customer_no, currency, amount, amount_lcy);
  RETURN entry_no;
END
$$;

-- Takes an amount off an entry: a positive one off an invoice, a negative one off a payment.
CREATE FUNCTION "{company}$settle"(entry_no integer, document_type integer, document_no text, taken numeric, at date)
    RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  entry record;
  taken_lcy numeric;
BEGIN
  SELECT * INTO STRICT entry FROM "{company}$Cust_ Ledger Entry" WHERE "Entry No_" = entry_no;
  taken_lcy := CASE WHEN entry."Remaining Amount" = taken THEN entry."Remaining Amt_ (LCY)"
    ELSE round(entry."Amount (LCY)" * taken / entry."Amount", 2) END;
  INSERT INTO "{company}$Detailed Cust_ Ledg_ Entry" ("Cust_ Ledger Entry No_", "Entry Type", "Posting Date", "Document Type", "Document No_",
      "Customer No_", "Currency Code", "Amount", "Amount (LCY)")
    VALUES (entry_no, 2, at, document_type, document_no, entry."Customer No_", entry."Currency Code", -taken, -taken_lcy);
  UPDATE "{company}$Cust_ Ledger Entry" SET "Remaining Amount" = "Remaining Amount" - taken, "Remaining Amt_ (LCY)" = "Remaining Amt_ (LCY)" - taken_lcy,
      "Open" = "Remaining Amount" <> taken, "Closed at Date" = CASE WHEN "Remaining Amount" = taken THEN at END
    WHERE "Entry No_" = entry_no;
  UPDATE "{company}$Sales Invoice Header" SET "Remaining Amount" = "Remaining Amount" - taken, "Closed" = "Remaining Amount" = taken
    WHERE entry."Document Type" = 2 AND "No_" = entry."Document No_";
END
$$;

-- Ships what is outstanding of an order and invoices what is shipped; either may be left out. A fully invoiced order is deleted, as
-- the ERP proper does. The number of the posted invoice, or null where nothing was invoiced.
CREATE FUNCTION "{company}$post_order"(order_no text, ship boolean DEFAULT true, invoice boolean DEFAULT true, at date DEFAULT current_date)
    RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  header record;
  blocked integer;
  posted record;
  invoice_no text;
BEGIN
  SELECT * INTO header FROM "{company}$Sales Header" WHERE "No_" = order_no FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no order %', order_no USING ERRCODE = 'no_data_found';
  END IF;
  SELECT "Blocked" INTO blocked FROM "{company}$Customer" WHERE "No_" = header."Bill-to Customer No_";
  IF blocked = 3 OR (blocked = 1 AND ship) OR (blocked = 2 AND invoice) THEN
    RAISE EXCEPTION 'customer % is blocked', header."Bill-to Customer No_" USING ERRCODE = 'check_violation';
  END IF;
  IF header."Status" = 0 THEN
    UPDATE "{company}$Sales Header" SET "Status" = 1 WHERE "No_" = order_no;
  END IF;
  PERFORM "{company}$posting"(true);
  IF ship THEN
    INSERT INTO "{company}$Item Ledger Entry" ("Item No_", "Posting Date", "Entry Type", "Document No_", "Location Code", "Quantity")
      SELECT "No_", at, 1, order_no, "Location Code", -"Outstanding Quantity" FROM "{company}$Sales Line"
      WHERE "Document No_" = order_no AND "Type" = 2 AND "Outstanding Quantity" > 0 ORDER BY "Line No_";
    UPDATE "{company}$Sales Line" SET "Quantity Shipped" = "Quantity" WHERE "Document No_" = order_no AND "Outstanding Quantity" > 0;
    UPDATE "{company}$Sales Header" SET "Last Shipment Date" = at, "Completely Shipped" = true WHERE "No_" = order_no;
  END IF;
  IF invoice AND EXISTS (SELECT FROM "{company}$Sales Line" WHERE "Document No_" = order_no AND "Quantity Shipped" > "Quantity Invoiced") THEN
    invoice_no := "{company}$invoice_shipped"(order_no, at);
    UPDATE "{company}$Sales Line" SET "Quantity Invoiced" = "Quantity Shipped" WHERE "Document No_" = order_no AND "Quantity Shipped" > "Quantity Invoiced";
    IF NOT EXISTS (SELECT FROM "{company}$Sales Line" WHERE "Document No_" = order_no AND "Quantity Invoiced" < "Quantity") THEN
      UPDATE "{company}$Sales Header" SET "Completely Invoiced" = true WHERE "No_" = order_no;
      DELETE FROM "{company}$Sales Header" WHERE "No_" = order_no;
    END IF;
  END IF;
  PERFORM "{company}$posting"(false);
  RETURN invoice_no;
END
$$;

-- The posted invoice of what an order has shipped and not invoiced; its number.
CREATE FUNCTION "{company}$invoice_shipped"(order_no text, at date) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  invoice_no text := "{company}$next_no"('S-INV+');
  header record;
  total record;
  is_first boolean;
BEGIN
  SELECT * INTO STRICT header FROM "{company}$Sales Header" WHERE "No_" = order_no;
  is_first := NOT EXISTS (SELECT FROM "{company}$Sales Invoice Header" WHERE "Order No_" = order_no);
  -- Lines of which only a part is invoiced carry that part of their amounts; comments go with the first invoice.
  INSERT INTO "{company}$Sales Invoice Line" ("Document No_", "Line No_", "Sell-to Customer No_", "Type", "No_", "Location Code", "Description",
      "Unit of Measure Code", "Quantity", "Unit Price", "VAT _", "Line Discount _", "Line Discount Amount", "Inv_ Discount Amount", "Line Amount",
      "Amount", "Amount Including VAT", "Attached to Line No_", "CRM Order Line Id")
    SELECT invoice_no, "Line No_", "Sell-to Customer No_", "Type", "No_", "Location Code", "Description", "Unit of Measure Code", part,
      "Unit Price", "VAT _", "Line Discount _", round("Line Discount Amount" * share, 2), round("Inv_ Discount Amount" * share, 2),
      round("Line Amount" * share, 2), round("Amount" * share, 2), round("Amount Including VAT" * share, 2), "Attached to Line No_",
      "CRM Order Line Id"
    FROM (SELECT *, "Quantity Shipped" - "Quantity Invoiced" AS part,
        coalesce(("Quantity Shipped" - "Quantity Invoiced") / nullif("Quantity", 0), 0) AS share
      FROM "{company}$Sales Line"
      WHERE "Document No_" = order_no AND ("Quantity Shipped" > "Quantity Invoiced" OR ("Type" = 0 AND is_first))) AS line
    ORDER BY "Line No_";
  SELECT sum("Amount") AS net, sum("Amount Including VAT") AS gross, sum("Inv_ Discount Amount") AS discount INTO total
    FROM "{company}$Sales Invoice Line" WHERE "Document No_" = invoice_no;
  INSERT INTO "{company}$Sales Invoice Header" ("No_", "Order No_", "Sell-to Customer No_", "Sell-to Customer Name", "Bill-to Customer No_",
      "Bill-to Name", "Bill-to Address", "Bill-to Address 2", "Bill-to Post Code", "Bill-to City", "Bill-to County", "Bill-to Country_Region Code",
      "Ship-to Name", "Ship-to Address", "Ship-to Address 2", "Ship-to Post Code", "Ship-to City", "Ship-to County", "Ship-to Country_Region Code",
      "Your Reference", "External Document No_", "Opportunity No_", "Posting Date", "Document Date", "Due Date", "Shipment Date",
      "Salesperson Code", "Currency Code", "Currency Factor", "Prices Including VAT", "Payment Terms Code", "Shipment Method Code",
      "Shipping Agent Code", "Work Description", "Amount", "Amount Including VAT", "Invoice Discount Amount", "Remaining Amount", "Closed")
    VALUES (invoice_no, order_no, header."Sell-to Customer No_", header."Sell-to Customer Name", header."Bill-to Customer No_",
      header."Bill-to Name", header."Bill-to Address", header."Bill-to Address 2", header."Bill-to Post Code", header."Bill-to City",
      header."Bill-to County", header."Bill-to Country_Region Code", header."Ship-to Name", header."Ship-to Address", header."Ship-to Address 2",
      header."Ship-to Post Code", header."Ship-to City", header."Ship-to County", header."Ship-to Country_Region Code", header."Your Reference",
      header."External Document No_", header."Opportunity No_", at, header."Document Date", header."Due Date",
      coalesce(header."Last Shipment Date", header."Shipment Date"), header."Salesperson Code", header."Currency Code", header."Currency Factor",
      header."Prices Including VAT", header."Payment Terms Code", header."Shipment Method Code", header."Shipping Agent Code",
      header."Work Description", total.net, total.gross, total.discount, total.gross, total.gross = 0);
  PERFORM "{company}$enter"(2, invoice_no, header."Bill-to Customer No_", header."Currency Code", at, header."Due Date", header."Salesperson Code",
    total.gross, round(total.gross / header."Currency Factor", 2), round(total.net / header."Currency Factor", 2));
  RETURN invoice_no;
END
$$;

-- Pays a posted invoice, all of it where no amount is given; the number of the payment.
CREATE FUNCTION "{company}$pay"(invoice_no text, paid numeric DEFAULT NULL) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  RETURN "{company}$settle_invoice"(invoice_no, 1, paid);
END
$$;

-- Cancels a posted invoice of which nothing is paid: a credit memo takes its amount off the ledger, the goods come back. The number of the
-- credit memo.
CREATE FUNCTION "{company}$cancel_invoice"(invoice_no text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  memo_no text;
BEGIN
  IF EXISTS (SELECT FROM "{company}$Sales Invoice Header" WHERE "No_" = invoice_no AND "Remaining Amount" <> "Amount Including VAT") THEN
    RAISE EXCEPTION 'invoice % is paid already, or a part of it is', invoice_no USING ERRCODE = 'check_violation';
  END IF;
  memo_no := "{company}$settle_invoice"(invoice_no, 3, NULL);
  PERFORM "{company}$posting"(true);
  UPDATE "{company}$Sales Invoice Header" SET "Cancelled" = true WHERE "No_" = invoice_no;
  INSERT INTO "{company}$Item Ledger Entry" ("Item No_", "Posting Date", "Entry Type", "Document No_", "Location Code", "Quantity")
    SELECT "No_", current_date, 1, memo_no, "Location Code", "Quantity" FROM "{company}$Sales Invoice Line"
    WHERE "Document No_" = invoice_no AND "Type" = 2 ORDER BY "Line No_";
  PERFORM "{company}$posting"(false);
  RETURN memo_no;
END
$$;

CREATE FUNCTION "{company}$settle_invoice"(invoice_no text, document_type integer, settled numeric) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  entry record;
  document_no text;
  taken numeric;
  taken_lcy numeric;
  other integer;
BEGIN
  SELECT * INTO entry FROM "{company}$Cust_ Ledger Entry" WHERE "Document Type" = 2 AND "Document No_" = invoice_no FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no posted invoice %', invoice_no USING ERRCODE = 'no_data_found';
  END IF;
  taken := coalesce(settled, entry."Remaining Amount");
  IF taken <= 0 OR taken > entry."Remaining Amount" THEN
    RAISE EXCEPTION '% of invoice % is open, not %', entry."Remaining Amount", invoice_no, taken USING ERRCODE = 'check_violation';
  END IF;
  taken_lcy := CASE WHEN taken = entry."Remaining Amount" THEN entry."Remaining Amt_ (LCY)"
    ELSE round(entry."Amount (LCY)" * taken / entry."Amount", 2) END;
  document_no := "{company}$next_no"(CASE document_type WHEN 1 THEN 'PAY' ELSE 'S-CR+' END);
  PERFORM "{company}$posting"(true);
  other := "{company}$enter"(document_type, document_no, entry."Customer No_", entry."Currency Code", current_date, current_date,
    entry."Salesperson Code", -taken, -taken_lcy, CASE document_type WHEN 3 THEN -entry."Sales (LCY)" ELSE 0 END);
  PERFORM "{company}$settle"(entry."Entry No_", document_type, document_no, taken, current_date);
  PERFORM "{company}$settle"(other, document_type, document_no, -taken, current_date);
  PERFORM "{company}$posting"(false);
  RETURN document_no;
END
$$;

-- What was sold in the past year, to begin with: orders of one to three items and now and then a service, shipped and invoiced; of four
-- invoices two are paid, one is paid in part. The same for the same customers and products.
CREATE FUNCTION "{company}$post_history"(invoices integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  customers text[] := (SELECT array_agg("No_" ORDER BY "No_") FROM "{company}$Customer" WHERE "Blocked" = 0);
  items text[] := (SELECT array_agg("No_" ORDER BY "No_") FROM "{company}$Item" WHERE NOT "Blocked" AND "Unit Price" > 0);
  resources text[] := (SELECT array_agg("No_" ORDER BY "No_") FROM "{company}$Resource" WHERE NOT "Blocked" AND "Unit Price" > 0);
  order_no text;
  invoice_no text;
  day date;
BEGIN
  FOR i IN 1..invoices LOOP
    day := current_date - (i * 97) % 365;
    INSERT INTO "{company}$Sales Header" ("Sell-to Customer No_", "Order Date", "Document Date", "Posting Date", "Shipment Date")
      VALUES (customers[1 + (i * 7919) % array_length(customers, 1)], day, day, day, day) RETURNING "No_" INTO order_no;
    INSERT INTO "{company}$Sales Line" ("Document No_", "Type", "No_", "Quantity")
      SELECT order_no, 2, items[1 + (i * 3 + line * 131) % array_length(items, 1)], 1 + (i + line) % 5 FROM generate_series(1, 1 + i % 3) AS line;
    INSERT INTO "{company}$Sales Line" ("Document No_", "Type", "No_", "Quantity")
      SELECT order_no, 3, resources[1 + i % array_length(resources, 1)], 1 + i % 8 WHERE i % 5 = 0;
    invoice_no := "{company}$post_order"(order_no, true, true, day);
    IF i % 4 < 2 THEN
      PERFORM "{company}$pay"(invoice_no);
    ELSIF i % 4 = 2 THEN
      PERFORM "{company}$pay"(invoice_no, (SELECT round("Remaining Amount" / 2, 2) FROM "{company}$Sales Invoice Header" WHERE "No_" = invoice_no));
    END IF;
  END LOOP;
END
$$;

-- ---- in force ------------------------------------------------------------------------------------------------------

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Opportunity" FOR EACH ROW EXECUTE FUNCTION "{company}$opportunity_rules"();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON "{company}$Sales Header" FOR EACH ROW EXECUTE FUNCTION "{company}$order_rules"();
CREATE TRIGGER d_discount AFTER UPDATE ON "{company}$Sales Header" FOR EACH ROW
  WHEN (OLD."Invoice Discount Value" <> NEW."Invoice Discount Value") EXECUTE FUNCTION "{company}$spread_of_order"();
CREATE TRIGGER d_discount AFTER INSERT OR DELETE ON "{company}$Sales Line" FOR EACH ROW EXECUTE FUNCTION "{company}$spread_of_line"();
CREATE TRIGGER d_discount_again AFTER UPDATE ON "{company}$Sales Line" FOR EACH ROW
  WHEN (OLD."Line Amount" <> NEW."Line Amount") EXECUTE FUNCTION "{company}$spread_of_line"();
CREATE TRIGGER a_deleted BEFORE DELETE ON "{company}$Sales Header" FOR EACH ROW EXECUTE FUNCTION "{company}$order_deleted"();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE OR DELETE ON "{company}$Sales Line" FOR EACH ROW EXECUTE FUNCTION "{company}$order_line_rules"();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE OR DELETE ON "{company}$Sales Invoice Header" FOR EACH ROW EXECUTE FUNCTION "{company}$posted_rules"();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE OR DELETE ON "{company}$Sales Invoice Line" FOR EACH ROW EXECUTE FUNCTION "{company}$posted_rules"();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE OR DELETE ON "{company}$Cust_ Ledger Entry" FOR EACH ROW EXECUTE FUNCTION "{company}$posted_rules"();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE OR DELETE ON "{company}$Detailed Cust_ Ledg_ Entry"
  FOR EACH ROW EXECUTE FUNCTION "{company}$posted_rules"();

CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Opportunity" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Sales Header" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Sales Line" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Sales Invoice Header" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Sales Invoice Line" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Cust_ Ledger Entry" FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON "{company}$Detailed Cust_ Ledg_ Entry" FOR EACH ROW EXECUTE FUNCTION stamp();

CREATE TRIGGER a_in_use BEFORE DELETE ON "{company}$Customer" FOR EACH ROW EXECUTE FUNCTION "{company}$customer_in_use"();
CREATE TRIGGER d_opportunities AFTER UPDATE ON "{company}$Contact" FOR EACH ROW
  WHEN ((OLD."Company No_", OLD."Customer No_") IS DISTINCT FROM (NEW."Company No_", NEW."Customer No_"))
  EXECUTE FUNCTION "{company}$opportunities_follow"();
CREATE TRIGGER d_sales_renamed AFTER UPDATE ON "{company}$Customer" FOR EACH ROW WHEN (OLD."No_" <> NEW."No_") EXECUTE FUNCTION "{company}$renamed"('No_',
  '{company}$Sales Header', 'Sell-to Customer No_', '{company}$Sales Header', 'Bill-to Customer No_',
  '{company}$Sales Line', 'Sell-to Customer No_',
  '{company}$Sales Invoice Header', 'Sell-to Customer No_', '{company}$Sales Invoice Header', 'Bill-to Customer No_',
  '{company}$Sales Invoice Line', 'Sell-to Customer No_',
  '{company}$Cust_ Ledger Entry', 'Customer No_', '{company}$Detailed Cust_ Ledg_ Entry', 'Customer No_');
CREATE TRIGGER d_sales_renamed AFTER UPDATE ON "{company}$Salesperson_Purchaser" FOR EACH ROW WHEN (OLD."Code" <> NEW."Code")
  EXECUTE FUNCTION "{company}$renamed"('Code', '{company}$Opportunity', 'Salesperson Code', '{company}$Sales Header', 'Salesperson Code',
  '{company}$Sales Invoice Header', 'Salesperson Code', '{company}$Cust_ Ledger Entry', 'Salesperson Code');
CREATE TRIGGER d_sales_renamed AFTER UPDATE ON "{company}$Currency" FOR EACH ROW WHEN (OLD."Code" <> NEW."Code")
  EXECUTE FUNCTION "{company}$renamed"('Code', '{company}$Sales Header', 'Currency Code', '{company}$Sales Line', 'Currency Code',
  '{company}$Sales Invoice Header', 'Currency Code', '{company}$Cust_ Ledger Entry', 'Currency Code', '{company}$Detailed Cust_ Ledg_ Entry', 'Currency Code');
CREATE TRIGGER d_sales_renamed AFTER UPDATE ON "{company}$Contact" FOR EACH ROW WHEN (OLD."No_" <> NEW."No_")
  EXECUTE FUNCTION "{company}$renamed"('No_', '{company}$Opportunity', 'Contact No_', '{company}$Opportunity', 'Contact Company No_');
