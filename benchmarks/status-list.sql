-- Seeds the realm "bench" for benchmarks/status-list, which replaces @NUMBERS@ by the database's table of the numbers 1 to n (column X).
-- Of ten users, seven have an app and backup codes, one is in grace, one is required by name, one was never seen.

insert into USER_ENTITY (ID, EMAIL, EMAIL_CONSTRAINT, EMAIL_VERIFIED, ENABLED, FIRST_NAME, LAST_NAME, REALM_ID, USERNAME,
    CREATED_TIMESTAMP, NOT_BEFORE)
select concat('u', lpad(cast(X as varchar(10)), 35, '0')), concat('mail', X, '@example.com'), concat('mail', X, '@example.com'),
    false, true, concat('First', mod(X, 997)), concat('Last', mod(X, 1499)), 'bench',
    concat('user', lpad(cast(mod(mod(X, 100000) * 7919, 100000) as varchar(10)), 6, '0'), '-', X), 1700000000000, 0
from @NUMBERS@;

insert into CREDENTIAL (ID, TYPE, USER_ID, CREATED_DATE, SECRET_DATA, CREDENTIAL_DATA, PRIORITY, VERSION)
select concat('p', lpad(cast(X as varchar(10)), 35, '0')), 'password', concat('u', lpad(cast(X as varchar(10)), 35, '0')),
    1700000000000, concat('{"value":"', lpad('', 64, 'x'), '","salt":"', lpad('', 24, 'y'), '"}'),
    '{"hashIterations":5,"algorithm":"argon2"}', 10, 0
from @NUMBERS@;

insert into CREDENTIAL (ID, TYPE, USER_ID, CREATED_DATE, SECRET_DATA, CREDENTIAL_DATA, PRIORITY, VERSION)
select concat('o', lpad(cast(X as varchar(10)), 35, '0')), 'otp', concat('u', lpad(cast(X as varchar(10)), 35, '0')),
    1700000000001, '{"value":"secretsecretsecretsecret"}',
    '{"subType":"totp","period":30,"digits":6,"algorithm":"HmacSHA1"}', 20, 0
from @NUMBERS@ where mod(X, 10) < 7;

insert into CREDENTIAL (ID, TYPE, USER_ID, CREATED_DATE, SECRET_DATA, CREDENTIAL_DATA, PRIORITY, VERSION)
select concat('b', lpad(cast(X as varchar(10)), 35, '0')), 'msp-backup-codes', concat('u', lpad(cast(X as varchar(10)), 35, '0')),
    1700000000002, concat('{"codes":["', lpad('', 640, 'a'), '"]}'), '{"total":10,"remaining":7}', 30, 0
from @NUMBERS@ where mod(X, 10) < 7;

insert into MSP_MFA_USER (REALM_ID, USER_ID, REQUIRED, GRACE_START, LAST_CHALLENGE, LAST_METHOD, LOCKED_UNTIL)
select 'bench', concat('u', lpad(cast(X as varchar(10)), 35, '0')), mod(X, 10) = 9,
    case when mod(X, 10) = 8 then 1795380000 end,
    case when mod(X, 10) < 7 then 1795380000 end,
    case when mod(X, 10) < 7 then 'totp' end,
    case when mod(X, 1000) = 1 then 9223372036854775807 end
from @NUMBERS@ where mod(X, 10) <> 7;

-- Every thousandth user is an administrator of the realm; those that end in 8 are without a factor.
insert into USER_ROLE_MAPPING (ROLE_ID, USER_ID)
select r.ID, concat('u', lpad(cast(n.X as varchar(10)), 35, '0'))
from KEYCLOAK_ROLE r, (select X from @NUMBERS@ where mod(X, 1000) in (1, 8)) n
where r.REALM_ID = 'bench' and r.CLIENT_ROLE and r.NAME = 'realm-admin';
