-- Price lists of the CRM and what stands in them. Applied after crm-products.sql.

CREATE TABLE pricelevel (
  pricelevelid          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bcbi_companyid        uuid CONSTRAINT "bcbi_companyid must be a bcbi_company" REFERENCES bcbi_company,
  -- The platform looks it up at each read.
  bcbi_companyidname    varchar(30),
  name                  varchar(100) NOT NULL,
  description           varchar(2000),
  transactioncurrencyid uuid NOT NULL CONSTRAINT "transactioncurrencyid must be a transactioncurrency" REFERENCES transactioncurrency,
  begindate             date,
  enddate               date,
  statecode             integer NOT NULL DEFAULT 0,
  statuscode            integer,
  createdon             timestamptz NOT NULL,
  createdby             text NOT NULL,
  modifiedon            timestamptz NOT NULL,
  modifiedby            text NOT NULL,
  versionnumber         bigint NOT NULL,
  CONSTRAINT "statecode must be 0 or 1" CHECK (statecode IN (0, 1)),
  CONSTRAINT "enddate must not be before begindate" CHECK (enddate >= begindate)
);

CREATE TABLE productpricelevel (
  productpricelevelid   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  -- Prices go with their list and with their product.
  pricelevelid          uuid NOT NULL CONSTRAINT "pricelevelid must be a pricelevel" REFERENCES pricelevel ON DELETE CASCADE,
  productid             uuid NOT NULL CONSTRAINT "productid must be a product" REFERENCES product ON DELETE CASCADE,
  productnumber         varchar(100),
  uomid                 uuid NOT NULL CONSTRAINT "uomid must be a uom" REFERENCES uom,
  uomscheduleid         uuid CONSTRAINT "uomscheduleid must be a uomschedule" REFERENCES uomschedule,
  transactioncurrencyid uuid CONSTRAINT "transactioncurrencyid must be a transactioncurrency" REFERENCES transactioncurrency,
  amount                numeric(38, 10),
  percentage            numeric(38, 10),
  pricingmethodcode     integer NOT NULL DEFAULT 1,
  quantitysellingcode   integer NOT NULL DEFAULT 1,
  createdon             timestamptz NOT NULL,
  createdby             text NOT NULL,
  modifiedon            timestamptz NOT NULL,
  modifiedby            text NOT NULL,
  versionnumber         bigint NOT NULL,
  CONSTRAINT "the price list has a price for this product and unit" UNIQUE (pricelevelid, productid, uomid),
  CONSTRAINT "amount must not be negative" CHECK (amount >= 0),
  CONSTRAINT "pricingmethodcode must be 1 to 6" CHECK (pricingmethodcode BETWEEN 1 AND 6),
  CONSTRAINT "quantitysellingcode must be 1 to 3" CHECK (quantitysellingcode BETWEEN 1 AND 3)
);
CREATE INDEX ON pricelevel (bcbi_companyid);
CREATE INDEX ON productpricelevel (productid);
CREATE INDEX ON productpricelevel (uomid);

-- The list that prices of a product come from where nobody names one; a list that is used so cannot be deleted.
ALTER TABLE product ADD COLUMN pricelevelid uuid CONSTRAINT "pricelevelid must be a pricelevel" REFERENCES pricelevel;
CREATE INDEX ON product (pricelevelid);

CALL name_length_limits('pricelevel');
CALL name_length_limits('productpricelevel');
CALL synchronize('pricelevel');
CALL synchronize('productpricelevel');

CREATE FUNCTION pricelevel_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.name := nullif(NEW.name, '');
  NEW.description := nullif(NEW.description, '');
  NEW.transactioncurrencyid := coalesce(NEW.transactioncurrencyid, base_currency());
  NEW.statecode := coalesce(NEW.statecode, 0);
  -- The reason goes with the state: 100001 active, 100002 inactive.
  NEW.statuscode := 100001 + NEW.statecode;
  IF TG_OP = 'UPDATE' THEN
    NEW.pricelevelid := OLD.pricelevelid;
    IF NEW.transactioncurrencyid <> OLD.transactioncurrencyid THEN
      RAISE EXCEPTION 'the currency of a price list cannot be changed' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION productpricelevel_rules() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  priced product;
  list pricelevel;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.productpricelevelid := OLD.productpricelevelid;
    IF NEW.uomscheduleid IS DISTINCT FROM OLD.uomscheduleid AND NEW.uomid = OLD.uomid THEN
      NEW.uomid := NULL;
    END IF;
  END IF;
  SELECT * INTO priced FROM product WHERE productid = NEW.productid;
  SELECT * INTO list FROM pricelevel WHERE pricelevelid = NEW.pricelevelid;
  NEW.productnumber := coalesce(nullif(NEW.productnumber, ''), priced.productnumber);
  NEW.pricingmethodcode := coalesce(NEW.pricingmethodcode, 1);
  NEW.quantitysellingcode := coalesce(NEW.quantitysellingcode, 1);
  -- The unit is the one of the group that is given, else the product's. The platform proper wants to be told.
  NEW.uomid := coalesce(NEW.uomid, base_unit_of(NEW.uomscheduleid), priced.defaultuomid);
  NEW.uomscheduleid := (SELECT uomscheduleid FROM uom WHERE uomid = NEW.uomid);
  IF NEW.uomscheduleid <> priced.defaultuomscheduleid THEN
    RAISE EXCEPTION 'uomid must be a unit of the product''s unit group' USING ERRCODE = 'check_violation';
  END IF;
  NEW.transactioncurrencyid := coalesce(NEW.transactioncurrencyid, list.transactioncurrencyid);
  IF NEW.transactioncurrencyid <> list.transactioncurrencyid THEN
    RAISE EXCEPTION 'the currency of a price is its price list''s' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.pricingmethodcode = 1 AND NEW.amount IS NULL THEN
    RAISE EXCEPTION 'a price needs an amount' USING ERRCODE = 'not_null_violation';
  END IF;
  RETURN NEW;
END
$$;

CALL belongs_to_company('pricelevel');
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON pricelevel FOR EACH ROW EXECUTE FUNCTION pricelevel_rules();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON pricelevel FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON productpricelevel FOR EACH ROW EXECUTE FUNCTION productpricelevel_rules();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON productpricelevel FOR EACH ROW EXECUTE FUNCTION stamp();
