-- What all companies of the ERP's database have in common. Applied before erp-company.sql, which is applied once for each company.
-- Text is never null: '' is blank.

-- What a contact's Business Relation begins with, by Link to Table of Contact Business Relation.
CREATE FUNCTION relation_kind(link integer) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE link WHEN 1 THEN 'customer/' WHEN 2 THEN 'vendor/' END
$$;

-- Who wrote what when is the database's to say: whatever the writer puts there is replaced.
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."timestamp" := nextval('row_version');
  NEW."$systemModifiedAt" := clock_timestamp();
  NEW."$systemModifiedBy" := session_user;
  IF TG_OP = 'INSERT' THEN
    NEW."$systemCreatedAt" := NEW."$systemModifiedAt";
    NEW."$systemCreatedBy" := session_user;
  ELSE
    NEW."$systemId" := OLD."$systemId";
    NEW."$systemCreatedAt" := OLD."$systemCreatedAt";
    NEW."$systemCreatedBy" := OLD."$systemCreatedBy";
  END IF;
  RETURN NEW;
END
$$;
