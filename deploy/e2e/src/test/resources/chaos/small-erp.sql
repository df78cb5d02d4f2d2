delete from "CRONUS$Contact" where "Type" = 1 and "Business Relation" not in
  (select 'customer/' || "No_" from "CRONUS$Customer" order by "E-Mail" limit 30);
delete from "CRONUS$Customer" where "No_" not in (select "No_" from "CRONUS$Customer" order by "E-Mail" limit 30);
delete from "CRONUS$Vendor" where "No_" not in (select "No_" from "CRONUS$Vendor" order by "E-Mail" limit 5);
delete from "CRONUS$Contact" where "Type" = 0 and "No_" not in (select "Contact No_" from "CRONUS$Contact Business Relation");
delete from "FABRIKAM$Contact" where "Type" = 1;
delete from "FABRIKAM$Customer" where "No_" not in (select "No_" from "FABRIKAM$Customer" order by "E-Mail" limit 3);
delete from "FABRIKAM$Vendor";
delete from "FABRIKAM$Contact" where "Type" = 0 and "No_" not in (select "Contact No_" from "FABRIKAM$Contact Business Relation");
