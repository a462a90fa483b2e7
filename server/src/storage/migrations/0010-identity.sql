-- Accounts, sessions and second factors: the tables of better-auth, in its own names behind a prefix. A test compares
-- them with what the installed version expects.
create table auth_user (
  "id" uuid primary key default gen_random_uuid(),
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp,
  "twoFactorEnabled" boolean,
  "organisationId" text not null,
  "isDemo" boolean not null,
  "language" text not null
);

create table auth_session (
  "id" uuid primary key default gen_random_uuid(),
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth_user ("id") on delete cascade,
  "secondFactor" text
);
create index "auth_session_userId_idx" on auth_session ("userId");

create table auth_account (
  "id" uuid primary key default gen_random_uuid(),
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth_user ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "auth_account_userId_idx" on auth_account ("userId");

create table auth_verification (
  "id" uuid primary key default gen_random_uuid(),
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index "auth_verification_identifier_idx" on auth_verification ("identifier");

create table auth_two_factor (
  "id" uuid primary key default gen_random_uuid(),
  "secret" text not null,
  "backupCodes" text not null,
  "userId" uuid not null references auth_user ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "auth_two_factor_secret_idx" on auth_two_factor ("secret");
create index "auth_two_factor_userId_idx" on auth_two_factor ("userId");

create table auth_passkey (
  "id" uuid primary key default gen_random_uuid(),
  "name" text,
  "publicKey" text not null,
  "userId" uuid not null references auth_user ("id") on delete cascade,
  "credentialID" text not null,
  "counter" integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  "transports" text,
  "createdAt" timestamptz,
  "aaguid" text
);
create index "auth_passkey_userId_idx" on auth_passkey ("userId");
create index "auth_passkey_credentialID_idx" on auth_passkey ("credentialID");

-- In whose name somebody acts. The public record shows it beside the role.
create table organisation (
  id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
  kind text not null check (kind in ('national', 'agency', 'operator')),
  name_fr text not null,
  name_ar text not null,
  name_en text not null
);
insert into organisation (id, kind, name_fr, name_ar, name_en) values
  ('cdg', 'national', 'CDG', 'صندوق الإيداع والتدبير', 'CDG'),
  ('amdie', 'national', 'AMDIE', 'الوكالة المغربية لتنمية الاستثمارات والصادرات', 'AMDIE'),
  ('ewane', 'operator', 'Ewane Assets', 'إيوان أسيتس', 'Ewane Assets'),
  ('mitc', 'operator', 'MITC', 'شركة تدبير التكنوبارك', 'MITC'),
  ('tanger-med-zones', 'operator', 'Tanger Med Zones', 'طنجة المتوسط زونز', 'Tanger Med Zones'),
  ('midparc-investment', 'operator', 'Midparc Investment', 'ميدبارك أنفستمنت', 'Midparc Investment'),
  ('cfca', 'operator', 'Casablanca Finance City Authority', 'سلطة القطب المالي للدار البيضاء', 'Casablanca Finance City Authority'),
  ('phosboucraa', 'operator', 'Fondation Phosboucraâ', 'مؤسسة فوسبوكراع', 'Phosboucraa Foundation');
alter table auth_user add foreign key ("organisationId") references organisation (id);

-- Roles of persons: role × organisation × territory. `origin` tells those that a sign-on's groups give from the others.
create table person_grant (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references auth_user ("id") on delete cascade,
  role text not null check (role in ('administrator', 'manager', 'officer', 'reader')),
  organisation_id text not null references organisation (id),
  territory_kind text not null check (territory_kind in ('national', 'region', 'zone', 'building')),
  territory_id text,
  origin text not null default 'given' check (origin in ('given', 'sign-on')),
  granted_by text,
  granted_at timestamptz not null,
  check ((territory_kind = 'national') = (territory_id is null)),
  unique nulls not distinct (person_id, role, organisation_id, territory_kind, territory_id)
);

-- Codes of an authenticator that were taken: each opens one session.
create table used_code (
  person_id uuid not null references auth_user ("id") on delete cascade,
  code text not null,
  at timestamptz not null,
  primary key (person_id, code)
);

-- A mark of the secret that signs sessions and locks second factors, so that a start with another one says so.
create table auth_secret_mark (
  single boolean primary key default true check (single),
  mark bytea not null
);
