-- Copies the realm "template" for benchmarks/board, which replaces @NUMBERS@ by the database's table of the numbers 1 to n (column X).
-- Every tenant has a client in master, one for its administrators, and 100 users; every third has a floor.

create table BOARD_REALM as select r.*, n.X as N from REALM r, (select X from @NUMBERS@) n where r.NAME = 'template';
update BOARD_REALM set ID = concat('realm', N), NAME = concat('tenant-', N), MASTER_ADMIN_CLIENT = concat('master', N), DEFAULT_ROLE = concat('default', N);
alter table BOARD_REALM drop column N;

create table BOARD_CLIENT as select c.*, n.X as N from CLIENT c, REALM r, (select X from @NUMBERS@) n
    where r.NAME = 'template' and c.ID = r.MASTER_ADMIN_CLIENT;
update BOARD_CLIENT set ID = concat('master', N), CLIENT_ID = concat('tenant-', N, '-realm');
alter table BOARD_CLIENT drop column N;
insert into CLIENT select * from BOARD_CLIENT;
drop table BOARD_CLIENT;
insert into REALM select * from BOARD_REALM;
drop table BOARD_REALM;

create table BOARD_CLIENT as select c.*, n.X as N from CLIENT c, REALM r, (select X from @NUMBERS@) n
    where r.NAME = 'template' and c.REALM_ID = r.ID and c.CLIENT_ID = 'realm-management';
update BOARD_CLIENT set ID = concat('management', N), REALM_ID = concat('realm', N);
alter table BOARD_CLIENT drop column N;
insert into CLIENT select * from BOARD_CLIENT;
drop table BOARD_CLIENT;

-- What is looked for at start-up in each managed realm, and made where it is missing.
create table BOARD_ACTION as select a.*, n.X as N from REQUIRED_ACTION_PROVIDER a, REALM r, (select X from @NUMBERS@) n
    where r.NAME = 'template' and a.REALM_ID = r.ID;
update BOARD_ACTION set ID = concat(N, '-', substring(ID, 1, 28)), REALM_ID = concat('realm', N);
alter table BOARD_ACTION drop column N;
insert into REQUIRED_ACTION_PROVIDER select * from BOARD_ACTION;
drop table BOARD_ACTION;
insert into KEYCLOAK_ROLE (ID, CLIENT_REALM_CONSTRAINT, CLIENT_ROLE, NAME, REALM_ID, CLIENT)
select concat(k.NAME, n.X), concat('master', n.X), true, k.NAME, k.REALM_ID, concat('master', n.X)
from KEYCLOAK_ROLE k, REALM r, (select X from @NUMBERS@) n
where r.NAME = 'template' and k.CLIENT = r.MASTER_ADMIN_CLIENT and k.NAME in ('view-mfa', 'manage-mfa');

insert into REALM_ATTRIBUTE (NAME, REALM_ID, VALUE)
select 'msp.mfa.policy', concat('realm', X), concat('{"mode":"', case mod(X, 4) when 0 then 'off' when 1 then 'optional' else 'required' end,
    '","graceDays":', mod(X, 8), '}') from @NUMBERS@;
insert into CLIENT_ATTRIBUTES (CLIENT_ID, NAME, VALUE)
select concat('master', X), 'msp.mfa.floor', '{"mode":"required","methods":["totp","webauthn"]}' from @NUMBERS@ where mod(X, 3) = 0;

insert into KEYCLOAK_ROLE (ID, CLIENT_REALM_CONSTRAINT, CLIENT_ROLE, NAME, REALM_ID, CLIENT)
select concat('role', X), concat('management', X), true, 'realm-admin', concat('realm', X), concat('management', X) from @NUMBERS@;
insert into KEYCLOAK_ROLE (ID, CLIENT_REALM_CONSTRAINT, CLIENT_ROLE, NAME, REALM_ID)
select concat('default', X), concat('realm', X), false, 'default-roles', concat('realm', X) from @NUMBERS@;

create table BOARD_USER as select n.X as T, m.X as U, concat(n.X, '-', m.X) as ID
    from (select X from @NUMBERS@) n, (select X from @NUMBERS@ where X <= 100) m;
insert into USER_ENTITY (ID, EMAIL, EMAIL_CONSTRAINT, EMAIL_VERIFIED, ENABLED, FIRST_NAME, LAST_NAME, REALM_ID, USERNAME,
    CREATED_TIMESTAMP, NOT_BEFORE)
select ID, concat('mail', T * 100 + U, '@example.com'), concat('mail', T * 100 + U, '@example.com'), false, true,
    concat('First', U), concat('Last', T), concat('realm', T), concat('user', T * 100 + U), 1700000000000, 0 from BOARD_USER;
insert into CREDENTIAL (ID, TYPE, USER_ID, CREATED_DATE, SECRET_DATA, CREDENTIAL_DATA, PRIORITY, VERSION)
select concat('p', ID), 'password', ID, 1700000000000, '{}', '{}', 10, 0 from BOARD_USER;
insert into CREDENTIAL (ID, TYPE, USER_ID, CREATED_DATE, SECRET_DATA, CREDENTIAL_DATA, PRIORITY, VERSION)
select concat('o', ID), case mod(U, 9) when 0 then 'webauthn' else 'otp' end, ID, 1700000000001, '{}', '{}', 20, 0
from BOARD_USER where mod(U, 10) < 7;
insert into MSP_MFA_USER (REALM_ID, USER_ID, REQUIRED, REQUIRED_BY_TENANT, GRACE_START, LOCKED_UNTIL)
select concat('realm', T), ID, mod(U, 50) = 1, false, case when mod(U, 10) = 8 then 1795380000 end,
    case when mod(U, 100) = 1 then 9223372036854775807 end from BOARD_USER where mod(U, 10) <> 7;
insert into USER_ROLE_MAPPING (ROLE_ID, USER_ID) select concat('default', T), ID from BOARD_USER;
insert into USER_ROLE_MAPPING (ROLE_ID, USER_ID) select concat('role', T), ID from BOARD_USER where U in (1, 8);
drop table BOARD_USER;
