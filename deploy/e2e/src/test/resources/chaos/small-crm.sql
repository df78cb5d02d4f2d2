delete from account where bcbi_companyidname = 'FABRIKAM' and (customertypecode <> 3 or accountid not in
  (select accountid from account where customertypecode = 3 and bcbi_companyidname = 'FABRIKAM' order by emailaddress1 limit 3));
delete from account where bcbi_companyidname is distinct from 'FABRIKAM' and accountid not in
  (select accountid from account where customertypecode = 3 and bcbi_companyidname is distinct from 'FABRIKAM' order by emailaddress1 limit 30);
