-- Opportunities, orders and invoices of the CRM, with the platform's rules. Applied after crm.sql and crm-products.sql.

CREATE TABLE opportunity (
  opportunityid         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bcbi_companyid uuid CONSTRAINT "bcbi_companyid must be a bcbi_company" REFERENCES bcbi_company,
  bcbi_companyidname varchar(30),
  name                  varchar(300) CONSTRAINT "name must not be blank" NOT NULL,
  description           varchar(2000),
  parentcontactid       uuid CONSTRAINT "parentcontactid must be a contact" REFERENCES contact ON DELETE SET NULL,
  parentaccountid       uuid CONSTRAINT "parentaccountid must be an account" REFERENCES account ON DELETE SET NULL,
  ownerid               uuid CONSTRAINT "ownerid must be a systemuser" REFERENCES systemuser,
  owneridtype           varchar(64),
  transactioncurrencyid uuid CONSTRAINT "transactioncurrencyid must be a transactioncurrency" REFERENCES transactioncurrency,
  estimatedvalue        numeric(38, 10) CONSTRAINT "estimatedvalue must not be negative" CHECK (estimatedvalue >= 0),
  estimatedclosedate    date,
  actualvalue           numeric(38, 10),
  actualclosedate       date,
  closeprobability      integer CONSTRAINT "closeprobability must be 0 to 100" CHECK (closeprobability BETWEEN 0 AND 100),
  statecode             integer NOT NULL DEFAULT 0,
  statuscode            integer,
  createdon             timestamptz NOT NULL,
  createdby             text NOT NULL,
  modifiedon            timestamptz NOT NULL,
  modifiedby            text NOT NULL,
  versionnumber         bigint NOT NULL,
  CONSTRAINT "statecode must be 0, 1 or 2" CHECK (statecode BETWEEN 0 AND 2)
);

CREATE TABLE salesorder (
  salesorderid             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bcbi_companyid uuid CONSTRAINT "bcbi_companyid must be a bcbi_company" REFERENCES bcbi_company,
  bcbi_companyidname varchar(30),
  ordernumber              varchar(100) CONSTRAINT "ordernumber is taken" UNIQUE,
  name                     varchar(300) CONSTRAINT "name must not be blank" NOT NULL,
  description              text,
  customerid               uuid CONSTRAINT "customerid must be an account" REFERENCES account,
  customeridtype           varchar(64),
  opportunityid            uuid CONSTRAINT "opportunityid must be an opportunity" REFERENCES opportunity ON DELETE SET NULL,
  pricelevelid             uuid,
  ownerid                  uuid CONSTRAINT "ownerid must be a systemuser" REFERENCES systemuser,
  owneridtype              varchar(64),
  transactioncurrencyid    uuid CONSTRAINT "transactioncurrencyid must be a transactioncurrency" REFERENCES transactioncurrency,
  shipto_name              varchar(200),
  shipto_line1             varchar(250),
  shipto_line2             varchar(250),
  shipto_city              varchar(80),
  shipto_postalcode        varchar(20),
  shipto_stateorprovince   varchar(50),
  shipto_country           varchar(80),
  billto_name              varchar(200),
  billto_line1             varchar(250),
  billto_line2             varchar(250),
  billto_city              varchar(80),
  billto_postalcode        varchar(20),
  billto_stateorprovince   varchar(50),
  billto_country           varchar(80),
  requestdeliveryby        date,
  datefulfilled            date,
  submitdate               timestamptz,
  lastbackofficesubmit     timestamptz,
  paymenttermscode         integer,
  freighttermscode         integer,
  shippingmethodcode       integer,
  discountpercentage       numeric(38, 10),
  discountamount           numeric(38, 10),
  freightamount            numeric(38, 10),
  totallineitemamount      numeric(38, 10) NOT NULL DEFAULT 0,
  totaldiscountamount      numeric(38, 10) NOT NULL DEFAULT 0,
  totaltax                 numeric(38, 10) NOT NULL DEFAULT 0,
  totalamountlessfreight   numeric(38, 10) NOT NULL DEFAULT 0,
  totalamount              numeric(38, 10) NOT NULL DEFAULT 0,
  bcbi_businesscentralordernumber varchar(20),
  bcbi_businesscentraldocumentoccurrencenumber integer,
  statecode                integer NOT NULL DEFAULT 0,
  statuscode               integer,
  createdon                timestamptz NOT NULL,
  createdby                text NOT NULL,
  modifiedon               timestamptz NOT NULL,
  modifiedby               text NOT NULL,
  versionnumber            bigint NOT NULL,
  CONSTRAINT "statecode must be 0 to 4" CHECK (statecode BETWEEN 0 AND 4),
  CONSTRAINT "discountpercentage must be 0 to 100" CHECK (discountpercentage BETWEEN 0 AND 100),
  CONSTRAINT "freightamount must not be negative" CHECK (freightamount >= 0)
);

CREATE TABLE salesorderdetail (
  salesorderdetailid    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  salesorderid          uuid NOT NULL CONSTRAINT "salesorderid must be a salesorder" REFERENCES salesorder ON DELETE CASCADE,
  lineitemnumber        integer,
  sequencenumber        integer,
  productid             uuid,
  productnumber         varchar(100),
  -- An attribute that Couplet brings: whether a product is an item or a service the CRM proper says of the product only.
  couplet_producttypecode integer,
  productdescription    varchar(500),
  isproductoverridden   boolean NOT NULL DEFAULT false,
  producttypecode       integer NOT NULL DEFAULT 1,
  description           text,
  uomid                 uuid,
  quantity              numeric(38, 10),
  quantityshipped       numeric(38, 10),
  ispriceoverridden     boolean NOT NULL DEFAULT false,
  priceperunit          numeric(38, 10),
  volumediscountamount  numeric(38, 10),
  manualdiscountamount  numeric(38, 10),
  tax                   numeric(38, 10),
  baseamount            numeric(38, 10),
  extendedamount        numeric(38, 10),
  transactioncurrencyid uuid CONSTRAINT "transactioncurrencyid must be a transactioncurrency" REFERENCES transactioncurrency,
  requestdeliveryby     date,
  bcbi_businesscentrallinenumber integer,
  createdon             timestamptz NOT NULL,
  createdby             text NOT NULL,
  modifiedon            timestamptz NOT NULL,
  modifiedby            text NOT NULL,
  versionnumber         bigint NOT NULL,
  CONSTRAINT "quantity must be above zero" CHECK (quantity > 0),
  CONSTRAINT "priceperunit must not be negative" CHECK (priceperunit >= 0)
);

CREATE TABLE invoice (
  invoiceid              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bcbi_companyid uuid CONSTRAINT "bcbi_companyid must be a bcbi_company" REFERENCES bcbi_company,
  bcbi_companyidname varchar(30),
  invoicenumber          varchar(100) CONSTRAINT "invoicenumber is taken" UNIQUE,
  name                   varchar(300) CONSTRAINT "name must not be blank" NOT NULL,
  description            text,
  customerid             uuid CONSTRAINT "customerid must be an account" REFERENCES account,
  customeridtype         varchar(64),
  salesorderid           uuid CONSTRAINT "salesorderid must be a salesorder" REFERENCES salesorder ON DELETE SET NULL,
  opportunityid          uuid CONSTRAINT "opportunityid must be an opportunity" REFERENCES opportunity ON DELETE SET NULL,
  pricelevelid           uuid,
  ownerid                uuid CONSTRAINT "ownerid must be a systemuser" REFERENCES systemuser,
  owneridtype            varchar(64),
  transactioncurrencyid  uuid CONSTRAINT "transactioncurrencyid must be a transactioncurrency" REFERENCES transactioncurrency,
  shipto_name            varchar(200),
  shipto_line1           varchar(250),
  shipto_line2           varchar(250),
  shipto_city            varchar(80),
  shipto_postalcode      varchar(20),
  shipto_stateorprovince varchar(50),
  shipto_country         varchar(80),
  billto_name            varchar(200),
  billto_line1           varchar(250),
  billto_line2           varchar(250),
  billto_city            varchar(80),
  billto_postalcode      varchar(20),
  billto_stateorprovince varchar(50),
  billto_country         varchar(80),
  duedate                date,
  datedelivered          date,
  paymenttermscode       integer,
  shippingmethodcode     integer,
  discountpercentage     numeric(38, 10),
  discountamount         numeric(38, 10),
  freightamount          numeric(38, 10),
  totallineitemamount    numeric(38, 10),
  totaldiscountamount    numeric(38, 10),
  totaltax               numeric(38, 10),
  totalamountlessfreight numeric(38, 10),
  totalamount            numeric(38, 10),
  statecode              integer NOT NULL DEFAULT 0,
  statuscode             integer,
  createdon              timestamptz NOT NULL,
  createdby              text NOT NULL,
  modifiedon             timestamptz NOT NULL,
  modifiedby             text NOT NULL,
  versionnumber          bigint NOT NULL,
  CONSTRAINT "statecode must be 0, 2 or 3" CHECK (statecode IN (0, 2, 3))
);

CREATE TABLE invoicedetail (
  invoicedetailid       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  invoiceid             uuid NOT NULL CONSTRAINT "invoiceid must be an invoice" REFERENCES invoice ON DELETE CASCADE,
  lineitemnumber        integer,
  productid             uuid,
  productnumber         varchar(100),
  productdescription    varchar(500),
  isproductoverridden   boolean NOT NULL DEFAULT false,
  producttypecode       integer NOT NULL DEFAULT 1,
  description           text,
  uomid                 uuid,
  quantity              numeric(38, 10),
  ispriceoverridden     boolean NOT NULL DEFAULT false,
  priceperunit          numeric(38, 10),
  volumediscountamount  numeric(38, 10),
  manualdiscountamount  numeric(38, 10),
  tax                   numeric(38, 10),
  baseamount            numeric(38, 10),
  extendedamount        numeric(38, 10),
  transactioncurrencyid uuid CONSTRAINT "transactioncurrencyid must be a transactioncurrency" REFERENCES transactioncurrency,
  createdon             timestamptz NOT NULL,
  createdby             text NOT NULL,
  modifiedon            timestamptz NOT NULL,
  modifiedby            text NOT NULL,
  versionnumber         bigint NOT NULL,
  CONSTRAINT "priceperunit must not be negative" CHECK (priceperunit >= 0)
);

CREATE SEQUENCE salesorder_number START 1000;
GRANT USAGE ON SEQUENCE salesorder_number TO staff, couplet;

-- What the platform looks for when a row is deleted that others refer to.
CREATE INDEX ON opportunity (bcbi_companyid);
CREATE INDEX ON salesorder (bcbi_companyid);
CREATE INDEX ON invoice (bcbi_companyid);
CREATE INDEX ON opportunity (parentcontactid);
CREATE INDEX ON opportunity (parentaccountid);
CREATE INDEX ON salesorder (customerid);
CREATE INDEX ON salesorder (opportunityid);
CREATE INDEX ON salesorderdetail (salesorderid);
CREATE INDEX ON salesorderdetail (productid);
CREATE INDEX ON invoice (customerid);
CREATE INDEX ON invoice (salesorderid);
CREATE INDEX ON invoice (opportunityid);
CREATE INDEX ON invoicedetail (invoiceid);
CREATE INDEX ON invoicedetail (productid);

CALL name_length_limits('opportunity');
CALL name_length_limits('salesorder');
CALL name_length_limits('salesorderdetail');
CALL name_length_limits('invoice');
CALL name_length_limits('invoicedetail');
CALL synchronize('opportunity');
CALL synchronize('salesorder');
CALL synchronize('salesorderdetail');
CALL synchronize('invoice');
CALL synchronize('invoicedetail');

-- ---- rules of all of them -------------------------------------------------------------------------------------------

-- Blank text is null, the row's id stays, a record belongs to whoever makes it. Argument: the column of the id.
CREATE FUNCTION document_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  blanks jsonb;
BEGIN
  SELECT jsonb_object_agg(key, null) INTO blanks FROM jsonb_each(to_jsonb(NEW)) WHERE value = '""';
  IF blanks IS NOT NULL THEN
    NEW := jsonb_populate_record(NEW, blanks);
  END IF;
  IF TG_OP = 'UPDATE' THEN
    NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], to_jsonb(OLD) -> TG_ARGV[0]));
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION owned_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.ownerid IS NULL THEN
    NEW.ownerid := own_user();
  END IF;
  NEW.owneridtype := CASE WHEN NEW.ownerid IS NOT NULL THEN 'systemuser' END;
  NEW.statecode := coalesce(NEW.statecode, 0);
  RETURN NEW;
END
$$;

-- Whether a write alters more than a row's stamps and the columns named.
CREATE FUNCTION alters(was jsonb, now jsonb, VARIADIC allowed text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (was - allowed) IS DISTINCT FROM (now - allowed)
$$;

-- ---- opportunities --------------------------------------------------------------------------------------------------

-- Status reasons: 1 in progress, 2 on hold; 3 won; 4 canceled, 5 out-sold.
CREATE FUNCTION opportunity_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.statecode <> 0 AND NEW.statecode = OLD.statecode
      AND alters(to_jsonb(OLD), to_jsonb(NEW), 'modifiedon', 'modifiedby', 'versionnumber', 'statuscode', 'ownerid', 'owneridtype',
        'parentcontactid', 'parentaccountid') THEN
    RAISE EXCEPTION 'the opportunity is closed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.statuscode IS NULL OR (TG_OP = 'UPDATE' AND NEW.statecode <> OLD.statecode AND NEW.statuscode IS NOT DISTINCT FROM OLD.statuscode) THEN
    NEW.statuscode := (ARRAY[1, 3, 4])[NEW.statecode + 1];
  END IF;
  IF NEW.statecode = 0 THEN
    NEW.actualclosedate := NULL;
  ELSE
    NEW.actualclosedate := coalesce(NEW.actualclosedate, current_date);
  END IF;
  RETURN NEW;
END
$$;

-- ---- orders ---------------------------------------------------------------------------------------------------------

-- States: 0 active, 1 submitted, 2 canceled, 3 fulfilled, 4 invoiced. Orders that are not active can only be given another state; what the
-- back office says of them may be noted all the same.
CREATE FUNCTION salesorder_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.statecode <> 0 AND NEW.statecode = OLD.statecode
      AND alters(to_jsonb(OLD), to_jsonb(NEW), 'modifiedon', 'modifiedby', 'versionnumber', 'statuscode', 'lastbackofficesubmit',
        'datefulfilled', 'opportunityid', 'bcbi_businesscentralordernumber', 'bcbi_businesscentraldocumentoccurrencenumber',
        'bcbi_companyid', 'bcbi_companyidname') THEN
    RAISE EXCEPTION 'the order is not active and cannot be changed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.statuscode IS NULL OR (TG_OP = 'UPDATE' AND NEW.statecode <> OLD.statecode AND NEW.statuscode IS NOT DISTINCT FROM OLD.statuscode) THEN
    NEW.statuscode := (ARRAY[1, 3, 4, 100001, 100003])[NEW.statecode + 1];
  END IF;
  IF NEW.statecode = 1 AND (TG_OP = 'INSERT' OR OLD.statecode <> 1) THEN
    NEW.submitdate := clock_timestamp();
  END IF;
  NEW.ordernumber := coalesce(NEW.ordernumber, 'ORD-' || lpad(nextval('salesorder_number')::text, 6, '0'));
  NEW.customeridtype := CASE WHEN NEW.customerid IS NOT NULL THEN 'account' END;
  -- A share of the order's amount and an amount are both taken off.
  NEW.totaldiscountamount := coalesce(NEW.discountamount, 0) + round(NEW.totallineitemamount * coalesce(NEW.discountpercentage, 0) / 100, 2);
  NEW.totalamountlessfreight := NEW.totallineitemamount - NEW.totaldiscountamount;
  NEW.totalamount := NEW.totalamountlessfreight + coalesce(NEW.freightamount, 0) + NEW.totaltax;
  RETURN NEW;
END
$$;

CREATE FUNCTION salesorderdetail_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  parent record;
BEGIN
  SELECT * INTO parent FROM salesorder WHERE salesorderid = coalesce(NEW.salesorderid, OLD.salesorderid);
  IF parent.statecode <> 0 AND (TG_OP <> 'UPDATE' OR alters(to_jsonb(OLD), to_jsonb(NEW), 'modifiedon', 'modifiedby', 'versionnumber',
      'quantityshipped', 'bcbi_businesscentrallinenumber')) THEN
    RAISE EXCEPTION 'the order is not active and its lines cannot be changed' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  NEW.transactioncurrencyid := parent.transactioncurrencyid;
  IF TG_OP = 'INSERT' THEN
    NEW.lineitemnumber := coalesce(NEW.lineitemnumber,
      (SELECT coalesce(max(lineitemnumber), 0) + 1 FROM salesorderdetail WHERE salesorderid = NEW.salesorderid));
    NEW.sequencenumber := coalesce(NEW.sequencenumber, NEW.lineitemnumber);
  END IF;
  RETURN NEW;
END
$$;

-- The product gives its number, and its price and unit where nobody says otherwise; a line without one is a write-in.
CREATE FUNCTION line_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  chosen jsonb;
BEGIN
  NEW.isproductoverridden := NEW.productid IS NULL;
  IF NEW.productid IS NULL THEN
    NEW.productnumber := NULL;
    IF NEW.productdescription IS NULL THEN
      RAISE EXCEPTION 'a write-in line needs a productdescription' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF TG_OP = 'INSERT' OR NEW.productid IS DISTINCT FROM OLD.productid THEN
    SELECT to_jsonb(product) INTO chosen FROM product WHERE productid = NEW.productid;
    IF chosen IS NULL THEN
      RAISE EXCEPTION 'productid must be a product' USING ERRCODE = 'foreign_key_violation';
    END IF;
    NEW.productnumber := chosen ->> 'productnumber';
    NEW.uomid := coalesce(NEW.uomid, (chosen ->> 'defaultuomid')::uuid);
    IF NOT NEW.ispriceoverridden THEN
      NEW.priceperunit := coalesce((chosen ->> 'price')::numeric, NEW.priceperunit);
    END IF;
  END IF;
  RETURN NEW;
END
$$;

-- Amounts of an order's line follow from quantity, price, discounts and tax; those of an invoice are what the back office posted.
CREATE FUNCTION salesorderdetail_amounts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.couplet_producttypecode := (SELECT producttypecode FROM product WHERE product.productid = NEW.productid);
  NEW.quantity := coalesce(NEW.quantity, 1);
  NEW.priceperunit := coalesce(NEW.priceperunit, 0);
  NEW.baseamount := round(NEW.quantity * NEW.priceperunit, 2);
  NEW.extendedamount := NEW.baseamount - round(NEW.quantity * coalesce(NEW.volumediscountamount, 0), 2)
    - coalesce(NEW.manualdiscountamount, 0) + coalesce(NEW.tax, 0);
  RETURN NEW;
END
$$;

CREATE FUNCTION salesorder_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE salesorder SET (totallineitemamount, totaltax) =
      (SELECT coalesce(sum(extendedamount - coalesce(tax, 0)), 0), coalesce(sum(tax), 0)
       FROM salesorderdetail WHERE salesorderdetail.salesorderid = salesorder.salesorderid)
    WHERE salesorderid = coalesce(NEW.salesorderid, OLD.salesorderid) AND statecode = 0;
  RETURN NULL;
END
$$;

-- ---- invoices -------------------------------------------------------------------------------------------------------

-- States: 0 active, 2 paid (100001 complete, 100002 partial), 3 canceled. An invoice that is not active can only be given another state or
-- another reason for it.
CREATE FUNCTION invoice_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.statecode <> 0 AND NEW.statecode = OLD.statecode
      AND alters(to_jsonb(OLD), to_jsonb(NEW), 'modifiedon', 'modifiedby', 'versionnumber', 'statuscode', 'salesorderid', 'opportunityid') THEN
    RAISE EXCEPTION 'the invoice is not active and cannot be changed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.statuscode IS NULL OR (TG_OP = 'UPDATE' AND NEW.statecode <> OLD.statecode AND NEW.statuscode IS NOT DISTINCT FROM OLD.statuscode) THEN
    NEW.statuscode := CASE NEW.statecode WHEN 0 THEN 1 WHEN 2 THEN 100001 ELSE 100003 END;
  END IF;
  NEW.customeridtype := CASE WHEN NEW.customerid IS NOT NULL THEN 'account' END;
  RETURN NEW;
END
$$;

-- Lines may still arrive after the payment of their invoice; they cannot be changed any more.
CREATE FUNCTION invoicedetail_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND EXISTS (SELECT FROM invoice WHERE invoiceid = OLD.invoiceid AND statecode <> 0)
      AND (TG_OP = 'DELETE' OR alters(to_jsonb(OLD), to_jsonb(NEW), 'modifiedon', 'modifiedby', 'versionnumber')) THEN
    RAISE EXCEPTION 'the invoice is not active and its lines cannot be changed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

-- ---- in force ------------------------------------------------------------------------------------------------------

CALL belongs_to_company('opportunity');
CALL belongs_to_company('salesorder');
CALL belongs_to_company('invoice');

CREATE TRIGGER a_document BEFORE INSERT OR UPDATE ON opportunity FOR EACH ROW EXECUTE FUNCTION document_rules('opportunityid');
CREATE TRIGGER a_document BEFORE INSERT OR UPDATE ON salesorder FOR EACH ROW EXECUTE FUNCTION document_rules('salesorderid');
CREATE TRIGGER a_document BEFORE INSERT OR UPDATE ON salesorderdetail FOR EACH ROW EXECUTE FUNCTION document_rules('salesorderdetailid');
CREATE TRIGGER a_document BEFORE INSERT OR UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION document_rules('invoiceid');
CREATE TRIGGER a_document BEFORE INSERT OR UPDATE ON invoicedetail FOR EACH ROW EXECUTE FUNCTION document_rules('invoicedetailid');
CREATE TRIGGER a_owned BEFORE INSERT OR UPDATE ON opportunity FOR EACH ROW EXECUTE FUNCTION owned_rules();
CREATE TRIGGER a_owned BEFORE INSERT OR UPDATE ON salesorder FOR EACH ROW EXECUTE FUNCTION owned_rules();
CREATE TRIGGER a_owned BEFORE INSERT OR UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION owned_rules();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON opportunity FOR EACH ROW EXECUTE FUNCTION opportunity_rules();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON salesorder FOR EACH ROW EXECUTE FUNCTION salesorder_rules();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE OR DELETE ON salesorderdetail FOR EACH ROW EXECUTE FUNCTION salesorderdetail_rules();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION invoice_rules();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE OR DELETE ON invoicedetail FOR EACH ROW EXECUTE FUNCTION invoicedetail_rules();
CREATE TRIGGER a_rules_of_line BEFORE INSERT OR UPDATE ON salesorderdetail FOR EACH ROW EXECUTE FUNCTION line_rules();
CREATE TRIGGER a_rules_of_line BEFORE INSERT OR UPDATE ON invoicedetail FOR EACH ROW EXECUTE FUNCTION line_rules();
CREATE TRIGGER a_sums BEFORE INSERT OR UPDATE ON salesorderdetail FOR EACH ROW EXECUTE FUNCTION salesorderdetail_amounts();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON opportunity FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON salesorder FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON salesorderdetail FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON invoicedetail FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_totals AFTER INSERT OR UPDATE OR DELETE ON salesorderdetail FOR EACH ROW EXECUTE FUNCTION salesorder_totals();
