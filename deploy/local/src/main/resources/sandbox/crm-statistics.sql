-- What accounts owe, as the ERP says. Applied after crm-products.sql. Like the Business Central integration's own table: an account refers to
-- its row; amounts are in the ERP's local currency.

CREATE TABLE nav_accountstatistics (
  nav_accountstatisticsid         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  nav_name                        varchar(100),
  nav_customerno                  varchar(20),
  nav_balancelcy                  numeric(38, 10),
  nav_outstandingorderslcy        numeric(38, 10),
  nav_shippednotinvoicedlcy       numeric(38, 10),
  nav_outstandinginvoiceslcy      numeric(38, 10),
  nav_totallcy                    numeric(38, 10),
  nav_creditlimitlcy              numeric(38, 10),
  nav_overdueamountslcy           numeric(38, 10),
  nav_totalsaleslcy               numeric(38, 10),
  nav_invoicedprepaymentamountlcy numeric(38, 10),
  nav_overdueamountsasof          date,
  transactioncurrencyid           uuid CONSTRAINT "transactioncurrencyid must be a transactioncurrency" REFERENCES transactioncurrency,
  createdon                       timestamptz NOT NULL,
  createdby                       text NOT NULL,
  modifiedon                      timestamptz NOT NULL,
  modifiedby                      text NOT NULL,
  versionnumber                   bigint NOT NULL
);

ALTER TABLE account ADD COLUMN nav_accountstatisticsid uuid
  CONSTRAINT "nav_accountstatisticsid must be a nav_accountstatistics" REFERENCES nav_accountstatistics ON DELETE SET NULL;
CREATE INDEX ON account (nav_accountstatisticsid);

CALL name_length_limits('nav_accountstatistics');
CALL synchronize('nav_accountstatistics');

CREATE FUNCTION nav_accountstatistics_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.transactioncurrencyid := coalesce(NEW.transactioncurrencyid, base_currency());
  RETURN NEW;
END
$$;

CREATE TRIGGER a_rules BEFORE INSERT OR UPDATE ON nav_accountstatistics FOR EACH ROW EXECUTE FUNCTION nav_accountstatistics_rules();
CREATE TRIGGER b_stamp BEFORE INSERT OR UPDATE ON nav_accountstatistics FOR EACH ROW EXECUTE FUNCTION stamp();
