-- Unit groups, units and products of the CRM. Applied after crm.sql.

CREATE TABLE uomschedule (
  uomscheduleid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name          varchar(200) NOT NULL CONSTRAINT "a unit group of that name exists" UNIQUE,
  baseuomname   varchar(100) NOT NULL,
  description   varchar(2000),
  statecode     integer NOT NULL DEFAULT 0,
  statuscode    integer,
  createdon     timestamptz NOT NULL,
  createdby     text NOT NULL,
  modifiedon    timestamptz NOT NULL,
  modifiedby    text NOT NULL,
  versionnumber bigint NOT NULL,
  CONSTRAINT "statecode must be 0 or 1" CHECK (statecode IN (0, 1))
);

CREATE TABLE uom (
  uomid             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name              varchar(100) NOT NULL,
  uomscheduleid     uuid NOT NULL CONSTRAINT "uomscheduleid must be a uomschedule" REFERENCES uomschedule ON DELETE CASCADE,
  -- The unit that this one is a multiple of.
  baseuom           uuid CONSTRAINT "baseuom must be a uom" REFERENCES uom ON DELETE CASCADE,
  quantity          numeric(38, 10) NOT NULL DEFAULT 1,
  isschedulebaseuom boolean NOT NULL DEFAULT false,
  createdon         timestamptz NOT NULL,
  createdby         text NOT NULL,
  modifiedon        timestamptz NOT NULL,
  modifiedby        text NOT NULL,
  versionnumber     bigint NOT NULL,
  CONSTRAINT "the unit group has a unit of that name" UNIQUE (uomscheduleid, name),
  CONSTRAINT "quantity must be above zero" CHECK (quantity > 0)
);

CREATE TABLE product (
  productid             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bcbi_companyid        uuid CONSTRAINT "bcbi_companyid must be a bcbi_company" REFERENCES bcbi_company,
  -- The platform looks it up at each read.
  bcbi_companyidname    varchar(30),
  productnumber         varchar(100) NOT NULL CONSTRAINT "productnumber is taken" UNIQUE,
  name                  varchar(100),
  description           varchar(2000),
  producttypecode       integer NOT NULL DEFAULT 1,
  productstructure      integer NOT NULL DEFAULT 1,
  defaultuomscheduleid  uuid CONSTRAINT "defaultuomscheduleid must be a uomschedule" REFERENCES uomschedule,
  defaultuomid          uuid CONSTRAINT "defaultuomid must be a uom" REFERENCES uom,
  price                 numeric(38, 10),
  standardcost          numeric(38, 10),
  currentcost           numeric(38, 10),
  stockvolume           numeric(38, 10),
  stockweight           numeric(38, 10),
  quantityonhand        numeric(38, 10),
  quantitydecimal       integer NOT NULL DEFAULT 0,
  vendorid              varchar(100),
  vendorname            varchar(100),
  vendorpartnumber      varchar(100),
  transactioncurrencyid uuid CONSTRAINT "transactioncurrencyid must be a transactioncurrency" REFERENCES transactioncurrency,
  statecode             integer NOT NULL DEFAULT 2,
  statuscode            integer,
  createdon             timestamptz NOT NULL,
  createdby             text NOT NULL,
  modifiedon            timestamptz NOT NULL,
  modifiedby            text NOT NULL,
  versionnumber         bigint NOT NULL,
  CONSTRAINT "producttypecode must be 1 to 4" CHECK (producttypecode BETWEEN 1 AND 4),
  CONSTRAINT "productstructure must be 1, 2 or 3" CHECK (productstructure BETWEEN 1 AND 3),
  CONSTRAINT "statecode must be 0 to 3" CHECK (statecode BETWEEN 0 AND 3),
  CONSTRAINT "quantitydecimal must be 0 to 5" CHECK (quantitydecimal BETWEEN 0 AND 5),
  CONSTRAINT "price must not be negative" CHECK (price >= 0),
  CONSTRAINT "standardcost must not be negative" CHECK (standardcost >= 0),
  CONSTRAINT "currentcost must not be negative" CHECK (currentcost >= 0),
  CONSTRAINT "quantityonhand must not be negative" CHECK (quantityonhand >= 0)
);
CREATE INDEX ON uom (uomscheduleid);
CREATE INDEX ON uom (baseuom);
CREATE INDEX ON product (bcbi_companyid);
CREATE INDEX ON product (defaultuomscheduleid);
CREATE INDEX ON product (defaultuomid);

CALL name_length_limits('uomschedule');
CALL name_length_limits('uom');
CALL name_length_limits('product');
CALL synchronize('uomschedule');
CALL synchronize('uom');
CALL synchronize('product');

-- The organization's own currency: the first of those that are worth one of it.
CREATE FUNCTION base_currency() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT transactioncurrencyid FROM transactioncurrency WHERE exchangerate = 1 ORDER BY versionnumber LIMIT 1
$$;

-- ---- units ---------------------------------------------------------------------------------------------------------

CREATE FUNCTION uomschedule_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.name := nullif(NEW.name, '');
  NEW.baseuomname := nullif(NEW.baseuomname, '');
  NEW.description := nullif(NEW.description, '');
  NEW.statecode := coalesce(NEW.statecode, 0);
  NEW.statuscode := status_of(NEW.statecode, NEW.statuscode, OLD.statecode);
  IF TG_OP = 'UPDATE' THEN
    NEW.uomscheduleid := OLD.uomscheduleid;
  END IF;
  RETURN NEW;
END
$$;

-- A unit group has a base unit from its beginning; under the name that the group says.
CREATE FUNCTION uomschedule_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO uom (name, uomscheduleid, isschedulebaseuom) VALUES (NEW.baseuomname, NEW.uomscheduleid, true);
  ELSE
    UPDATE uom SET name = NEW.baseuomname WHERE uomscheduleid = NEW.uomscheduleid AND isschedulebaseuom;
  END IF;
  RETURN NULL;
END
$$;

CREATE FUNCTION base_unit_of(schedule uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT uomid FROM uom WHERE uomscheduleid = schedule AND isschedulebaseuom
$$;

CREATE FUNCTION uom_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.name := nullif(NEW.name, '');
  IF TG_OP = 'UPDATE' THEN
    NEW.uomid := OLD.uomid;
    NEW.isschedulebaseuom := OLD.isschedulebaseuom;
    IF NEW.uomscheduleid IS DISTINCT FROM OLD.uomscheduleid THEN
      RAISE EXCEPTION 'the unit group of a unit cannot be changed' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF EXISTS (SELECT FROM uom WHERE uomscheduleid = NEW.uomscheduleid AND isschedulebaseuom) THEN
    NEW.isschedulebaseuom := false;
    NEW.baseuom := coalesce(NEW.baseuom, base_unit_of(NEW.uomscheduleid));
  END IF;
  IF NEW.isschedulebaseuom AND NEW.quantity <> 1 THEN
    RAISE EXCEPTION 'the quantity of a base unit is 1' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

-- The base unit goes with its group and not alone.
CREATE FUNCTION uom_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.isschedulebaseuom AND EXISTS (SELECT FROM uomschedule WHERE uomscheduleid = OLD.uomscheduleid) THEN
    RAISE EXCEPTION 'the base unit of a unit group cannot be deleted' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END
$$;

-- ---- products ------------------------------------------------------------------------------------------------------

CREATE FUNCTION product_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.productnumber := nullif(NEW.productnumber, '');
  NEW.name := nullif(NEW.name, '');
  NEW.description := nullif(NEW.description, '');
  NEW.vendorid := nullif(NEW.vendorid, '');
  NEW.vendorname := nullif(NEW.vendorname, '');
  NEW.vendorpartnumber := nullif(NEW.vendorpartnumber, '');
  NEW.producttypecode := coalesce(NEW.producttypecode, 1);
  NEW.productstructure := coalesce(NEW.productstructure, 1);
  NEW.quantitydecimal := coalesce(NEW.quantitydecimal, 0);
  NEW.transactioncurrencyid := coalesce(NEW.transactioncurrencyid, base_currency());
  NEW.statecode := coalesce(NEW.statecode, 2);
  -- Group and unit say each other where only one of them is given. The platform proper wants to be told both.
  IF TG_OP = 'INSERT' THEN
    NEW.defaultuomscheduleid := coalesce(NEW.defaultuomscheduleid, (SELECT uomscheduleid FROM uom WHERE uomid = NEW.defaultuomid));
    IF NEW.defaultuomscheduleid IS NULL THEN
      RAISE EXCEPTION 'a product needs a unit group' USING ERRCODE = 'not_null_violation';
    END IF;
  ELSE
    NEW.productid := OLD.productid;
    IF NEW.defaultuomscheduleid IS DISTINCT FROM OLD.defaultuomscheduleid THEN
      RAISE EXCEPTION 'the unit group of a product cannot be changed' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.statecode = 2 AND OLD.statecode <> 2 THEN
      RAISE EXCEPTION 'a product does not become a draft again' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  NEW.defaultuomid := coalesce(NEW.defaultuomid, base_unit_of(NEW.defaultuomscheduleid));
  IF NOT EXISTS (SELECT FROM uom WHERE uomid = NEW.defaultuomid AND uomscheduleid = NEW.defaultuomscheduleid) THEN
    RAISE EXCEPTION 'defaultuomid must be a unit of the product''s unit group' USING ERRCODE = 'check_violation';
  END IF;
  -- The reason goes with the state: 0 active, 1 retired, 2 draft, 3 under revision.
  NEW.statuscode := CASE NEW.statecode WHEN 0 THEN 1 WHEN 1 THEN 2 WHEN 2 THEN 0 ELSE 3 END;
  RETURN NEW;
END
$$;

-- ---- in force ------------------------------------------------------------------------------------------------------

CALL belongs_to_company('product');

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON uomschedule FOR EACH ROW EXECUTE FUNCTION uomschedule_rules();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON uomschedule FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_inserted AFTER INSERT ON uomschedule FOR EACH ROW EXECUTE FUNCTION uomschedule_written();
CREATE TRIGGER c_renamed AFTER UPDATE ON uomschedule FOR EACH ROW
  WHEN (OLD.baseuomname <> NEW.baseuomname) EXECUTE FUNCTION uomschedule_written();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON uom FOR EACH ROW EXECUTE FUNCTION uom_rules();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON uom FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER c_deleted AFTER DELETE ON uom FOR EACH ROW EXECUTE FUNCTION uom_deleted();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON product FOR EACH ROW EXECUTE FUNCTION product_rules();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON product FOR EACH ROW EXECUTE FUNCTION stamp();
