-- The CRM's database: logical names of tables and columns, and the rules of the platform beneath it.
-- Blank text is null.

-- The ERP's companies; rows that belong to one refer to it.
CREATE TABLE bcbi_company (
  bcbi_companyid  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bcbi_name       varchar(30) CONSTRAINT "bcbi_name is taken" UNIQUE,
  bcbi_externalid varchar(36),
  statecode       integer NOT NULL DEFAULT 0,
  statuscode      integer,
  createdon       timestamptz NOT NULL,
  createdby       text NOT NULL,
  modifiedon      timestamptz NOT NULL,
  modifiedby      text NOT NULL,
  versionnumber   bigint NOT NULL
);

CREATE TABLE systemuser (
  systemuserid         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  domainname           varchar(1024) CONSTRAINT "domainname is taken" UNIQUE,
  fullname             varchar(200),
  firstname            varchar(256),
  lastname             varchar(256),
  internalemailaddress varchar(100),
  personalemailaddress varchar(100),
  mobilephone          varchar(64),
  jobtitle             varchar(100),
  isdisabled           boolean NOT NULL DEFAULT false,
  islicensed           boolean NOT NULL DEFAULT true,
  isintegrationuser    boolean NOT NULL DEFAULT false,
  createdon            timestamptz NOT NULL,
  createdby            text NOT NULL,
  modifiedon           timestamptz NOT NULL,
  modifiedby           text NOT NULL,
  versionnumber        bigint NOT NULL
);

CREATE TABLE transactioncurrency (
  transactioncurrencyid uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  isocurrencycode       varchar(5) NOT NULL CONSTRAINT "isocurrencycode is taken" UNIQUE,
  currencyname          varchar(100),
  currencysymbol        varchar(10),
  exchangerate          numeric(38, 10) NOT NULL DEFAULT 1,
  currencyprecision     integer NOT NULL DEFAULT 2,
  statecode             integer NOT NULL DEFAULT 0,
  statuscode            integer,
  createdon             timestamptz NOT NULL,
  createdby             text NOT NULL,
  modifiedon            timestamptz NOT NULL,
  modifiedby            text NOT NULL,
  versionnumber         bigint NOT NULL,
  CONSTRAINT "exchangerate must be above zero" CHECK (exchangerate > 0),
  CONSTRAINT "currencyprecision must be 0 to 4" CHECK (currencyprecision BETWEEN 0 AND 4)
);

CREATE TABLE account (
  accountid                   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bcbi_companyid              uuid CONSTRAINT "bcbi_companyid must be a bcbi_company" REFERENCES bcbi_company,
  -- The platform looks it up at each read.
  bcbi_companyidname          varchar(30),
  accountnumber               varchar(20),
  name                        varchar(160),
  address1_primarycontactname varchar(100),
  address1_line1              varchar(250),
  address1_line2              varchar(250),
  address1_postalcode         varchar(20),
  address1_city               varchar(80),
  address1_stateorprovince    varchar(50),
  address1_country            varchar(80),
  telephone1                  varchar(50),
  telephone2                  varchar(50),
  fax                         varchar(50),
  emailaddress1               varchar(100),
  websiteurl                  varchar(200),
  ownerid                     uuid CONSTRAINT "ownerid must be a systemuser" REFERENCES systemuser,
  owneridtype                 varchar(64),
  transactioncurrencyid       uuid CONSTRAINT "transactioncurrencyid must be a transactioncurrency" REFERENCES transactioncurrency,
  paymenttermscode            integer,
  address1_freighttermscode   integer,
  address1_shippingmethodcode integer,
  creditlimit                 numeric(38, 10),
  primarycontactid            uuid,
  parentaccountid             uuid CONSTRAINT "parentaccountid must be an account" REFERENCES account ON DELETE SET NULL,
  customertypecode            integer,
  statecode                   integer NOT NULL DEFAULT 0,
  statuscode                  integer,
  createdon                   timestamptz NOT NULL,
  createdby                   text NOT NULL,
  modifiedon                  timestamptz NOT NULL,
  modifiedby                  text NOT NULL,
  versionnumber               bigint NOT NULL,
  CONSTRAINT "customertypecode must be 1 to 12" CHECK (customertypecode BETWEEN 1 AND 12),
  CONSTRAINT "statecode must be 0 or 1" CHECK (statecode IN (0, 1))
);

CREATE TABLE contact (
  contactid                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bcbi_companyid           uuid CONSTRAINT "bcbi_companyid must be a bcbi_company" REFERENCES bcbi_company,
  -- The platform looks it up at each read.
  bcbi_companyidname       varchar(30),
  -- The persons of an account go with it.
  parentcustomerid         uuid CONSTRAINT "parentcustomerid must be an account" REFERENCES account ON DELETE CASCADE,
  parentcustomeridtype     varchar(64),
  fullname                 varchar(160),
  firstname                varchar(50),
  middlename               varchar(50),
  lastname                 varchar(50),
  jobtitle                 varchar(100),
  salutation               varchar(100),
  address1_line1           varchar(250),
  address1_line2           varchar(250),
  address1_postalcode      varchar(20),
  address1_city            varchar(80),
  address1_stateorprovince varchar(50),
  address1_country         varchar(80),
  telephone1               varchar(50),
  mobilephone              varchar(50),
  pager                    varchar(50),
  fax                      varchar(50),
  emailaddress1            varchar(100),
  websiteurl               varchar(200),
  ownerid                  uuid CONSTRAINT "ownerid must be a systemuser" REFERENCES systemuser,
  owneridtype              varchar(64),
  transactioncurrencyid    uuid CONSTRAINT "transactioncurrencyid must be a transactioncurrency" REFERENCES transactioncurrency,
  statecode                integer NOT NULL DEFAULT 0,
  statuscode               integer,
  createdon                timestamptz NOT NULL,
  createdby                text NOT NULL,
  modifiedon               timestamptz NOT NULL,
  modifiedby               text NOT NULL,
  versionnumber            bigint NOT NULL,
  CONSTRAINT "parentcustomeridtype must be account" CHECK (parentcustomeridtype = 'account'),
  CONSTRAINT "statecode must be 0 or 1" CHECK (statecode IN (0, 1))
);

ALTER TABLE account ADD CONSTRAINT "primarycontactid must be a contact"
  FOREIGN KEY (primarycontactid) REFERENCES contact ON DELETE SET NULL;
-- What the platform looks for when a row is deleted that others refer to.
CREATE INDEX ON account (bcbi_companyid);
CREATE INDEX ON account (ownerid);
CREATE INDEX ON account (primarycontactid) WHERE primarycontactid IS NOT NULL;
CREATE INDEX ON account (parentaccountid) WHERE parentaccountid IS NOT NULL;
CREATE INDEX ON contact (parentcustomerid);
CREATE INDEX ON contact (bcbi_companyid);
CREATE INDEX ON contact (ownerid);

CALL name_length_limits('bcbi_company');
CALL name_length_limits('systemuser');
CALL name_length_limits('transactioncurrency');
CALL name_length_limits('account');
CALL name_length_limits('contact');
CALL synchronize('bcbi_company');
CALL synchronize('systemuser');
CALL synchronize('transactioncurrency');
CALL synchronize('account');
CALL synchronize('contact');

-- ---- rules of all tables ------------------------------------------------------------------------------------------

-- Who wrote what when is the database's to say: whatever the writer puts there is replaced.
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.versionnumber := nextval('row_version');
  NEW.modifiedon := clock_timestamp();
  NEW.modifiedby := session_user;
  IF TG_OP = 'INSERT' THEN
    NEW.createdon := NEW.modifiedon;
    NEW.createdby := session_user;
  ELSE
    NEW.createdon := OLD.createdon;
    NEW.createdby := OLD.createdby;
  END IF;
  RETURN NEW;
END
$$;

-- State and its reason go together: 0 active with 1 active, 1 inactive with 2 inactive.
CREATE FUNCTION status_of(state integer, given integer, old_state integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN given IS NULL OR state <> old_state THEN state + 1 ELSE given END
$$;

-- A record belongs to whoever makes it, if nothing else is said. The integration's own account owns nothing: in its
-- place stands a team in the CRM proper.
CREATE FUNCTION own_user() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT systemuserid FROM systemuser WHERE domainname = session_user AND NOT isintegrationuser
$$;

-- ---- companies of the ERP -------------------------------------------------------------------------------------------

CREATE FUNCTION bcbi_company_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.bcbi_name := nullif(NEW.bcbi_name, '');
  NEW.bcbi_externalid := nullif(NEW.bcbi_externalid, '');
  NEW.statecode := coalesce(NEW.statecode, 0);
  NEW.statuscode := status_of(NEW.statecode, NEW.statuscode, OLD.statecode);
  IF TG_OP = 'UPDATE' THEN
    NEW.bcbi_companyid := OLD.bcbi_companyid;
  END IF;
  RETURN NEW;
END
$$;

-- The name beside a reference is not the writer's to say.
CREATE FUNCTION name_company() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.bcbi_companyidname := (SELECT bcbi_name FROM bcbi_company WHERE bcbi_companyid = NEW.bcbi_companyid);
  RETURN NEW;
END
$$;

-- Argument: the table whose rows refer to the company.
CREATE FUNCTION company_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('UPDATE %I SET bcbi_companyid = $1 WHERE bcbi_companyid = $1', TG_ARGV[0]) USING NEW.bcbi_companyid;
  RETURN NULL;
END
$$;

-- For each table whose rows belong to a company: keeps bcbi_companyidname in step with bcbi_companyid.
CREATE PROCEDURE belongs_to_company(name text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER a_company BEFORE INSERT OR UPDATE OF bcbi_companyid, bcbi_companyidname ON %I'
    ' FOR EACH ROW EXECUTE FUNCTION name_company()', name);
  EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON bcbi_company FOR EACH ROW'
    ' WHEN (OLD.bcbi_name IS DISTINCT FROM NEW.bcbi_name) EXECUTE FUNCTION company_renamed(%L)', 'c_renamed_' || name, name);
END
$$;

-- A person who is entered under an account belongs to the account's company, as the form does by the columns that the
-- relationship maps.
CREATE FUNCTION company_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.bcbi_companyid := (SELECT bcbi_companyid FROM account WHERE accountid = NEW.parentcustomerid);
  RETURN NEW;
END
$$;

-- ---- users and currencies -------------------------------------------------------------------------------------------

CREATE FUNCTION systemuser_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.domainname := nullif(NEW.domainname, '');
  NEW.firstname := nullif(NEW.firstname, '');
  NEW.lastname := nullif(NEW.lastname, '');
  NEW.internalemailaddress := nullif(NEW.internalemailaddress, '');
  NEW.personalemailaddress := nullif(NEW.personalemailaddress, '');
  NEW.mobilephone := nullif(NEW.mobilephone, '');
  NEW.jobtitle := nullif(NEW.jobtitle, '');
  NEW.fullname := nullif(left(concat_ws(' ', NEW.firstname, NEW.lastname), 200), '');
  IF TG_OP = 'UPDATE' THEN
    NEW.systemuserid := OLD.systemuserid;
  END IF;
  RETURN NEW;
END
$$;

CREATE FUNCTION transactioncurrency_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.isocurrencycode := nullif(upper(btrim(NEW.isocurrencycode)), '');
  NEW.currencyname := nullif(NEW.currencyname, '');
  -- A currency without a symbol shows its code; a rate and a precision that are not given are those of the base currency.
  NEW.currencysymbol := coalesce(nullif(NEW.currencysymbol, ''), NEW.isocurrencycode);
  NEW.exchangerate := coalesce(NEW.exchangerate, 1);
  NEW.currencyprecision := coalesce(NEW.currencyprecision, 2);
  NEW.statecode := coalesce(NEW.statecode, 0);
  NEW.statuscode := status_of(NEW.statecode, NEW.statuscode, OLD.statecode);
  IF TG_OP = 'UPDATE' THEN
    NEW.transactioncurrencyid := OLD.transactioncurrencyid;
  END IF;
  RETURN NEW;
END
$$;

-- ---- accounts and contacts ------------------------------------------------------------------------------------------

CREATE FUNCTION account_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.accountnumber := nullif(NEW.accountnumber, '');
  NEW.name := nullif(NEW.name, '');
  NEW.address1_primarycontactname := nullif(NEW.address1_primarycontactname, '');
  NEW.address1_line1 := nullif(NEW.address1_line1, '');
  NEW.address1_line2 := nullif(NEW.address1_line2, '');
  NEW.address1_postalcode := nullif(NEW.address1_postalcode, '');
  NEW.address1_city := nullif(NEW.address1_city, '');
  NEW.address1_stateorprovince := nullif(NEW.address1_stateorprovince, '');
  NEW.address1_country := nullif(NEW.address1_country, '');
  NEW.telephone1 := nullif(NEW.telephone1, '');
  NEW.telephone2 := nullif(NEW.telephone2, '');
  NEW.fax := nullif(NEW.fax, '');
  NEW.emailaddress1 := nullif(NEW.emailaddress1, '');
  NEW.websiteurl := nullif(NEW.websiteurl, '');
  NEW.statecode := coalesce(NEW.statecode, 0);
  NEW.statuscode := status_of(NEW.statecode, NEW.statuscode, OLD.statecode);
  IF TG_OP = 'INSERT' THEN
    IF NEW.ownerid IS NULL THEN
      NEW.ownerid := own_user();
    END IF;
  ELSE
    NEW.accountid := OLD.accountid;
  END IF;
  NEW.owneridtype := CASE WHEN NEW.ownerid IS NOT NULL THEN 'systemuser' END;
  RETURN NEW;
END
$$;

CREATE FUNCTION contact_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.firstname := nullif(NEW.firstname, '');
  NEW.middlename := nullif(NEW.middlename, '');
  NEW.lastname := nullif(NEW.lastname, '');
  NEW.fullname := nullif(concat_ws(' ', NEW.firstname, NEW.middlename, NEW.lastname), '');
  NEW.jobtitle := nullif(NEW.jobtitle, '');
  NEW.salutation := nullif(NEW.salutation, '');
  NEW.address1_line1 := nullif(NEW.address1_line1, '');
  NEW.address1_line2 := nullif(NEW.address1_line2, '');
  NEW.address1_postalcode := nullif(NEW.address1_postalcode, '');
  NEW.address1_city := nullif(NEW.address1_city, '');
  NEW.address1_stateorprovince := nullif(NEW.address1_stateorprovince, '');
  NEW.address1_country := nullif(NEW.address1_country, '');
  NEW.telephone1 := nullif(NEW.telephone1, '');
  NEW.mobilephone := nullif(NEW.mobilephone, '');
  NEW.pager := nullif(NEW.pager, '');
  NEW.fax := nullif(NEW.fax, '');
  NEW.emailaddress1 := nullif(NEW.emailaddress1, '');
  NEW.websiteurl := nullif(NEW.websiteurl, '');
  NEW.statecode := coalesce(NEW.statecode, 0);
  NEW.statuscode := status_of(NEW.statecode, NEW.statuscode, OLD.statecode);
  IF TG_OP = 'INSERT' THEN
    IF NEW.ownerid IS NULL THEN
      NEW.ownerid := own_user();
    END IF;
  ELSE
    NEW.contactid := OLD.contactid;
  END IF;
  NEW.owneridtype := CASE WHEN NEW.ownerid IS NOT NULL THEN 'systemuser' END;
  NEW.parentcustomeridtype := CASE WHEN NEW.parentcustomerid IS NOT NULL THEN coalesce(nullif(NEW.parentcustomeridtype, ''), 'account') END;
  RETURN NEW;
END
$$;

-- ---- in force ------------------------------------------------------------------------------------------------------

CALL belongs_to_company('account');
CALL belongs_to_company('contact');
CREATE TRIGGER a_account BEFORE INSERT ON contact FOR EACH ROW
  WHEN (NEW.bcbi_companyid IS NULL AND NEW.parentcustomerid IS NOT NULL) EXECUTE FUNCTION company_of_account();

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON bcbi_company FOR EACH ROW EXECUTE FUNCTION bcbi_company_rules();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON systemuser FOR EACH ROW EXECUTE FUNCTION systemuser_rules();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON transactioncurrency FOR EACH ROW EXECUTE FUNCTION transactioncurrency_rules();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON account FOR EACH ROW EXECUTE FUNCTION account_rules();
CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON contact FOR EACH ROW EXECUTE FUNCTION contact_rules();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON bcbi_company FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON systemuser FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON transactioncurrency FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON account FOR EACH ROW EXECUTE FUNCTION stamp();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON contact FOR EACH ROW EXECUTE FUNCTION stamp();

-- The integration's own account is a user of the CRM like any other, but for its flag.
INSERT INTO systemuser (domainname, firstname, lastname, isintegrationuser) VALUES ('couplet', 'Couplet', 'Integration', true);
