delete from account where accountid not in
  (select accountid from account where customertypecode = 3 order by emailaddress1 limit 30);
