// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { Me, Policy, PolicyView, Preview, Summary, Tenant, UserDetail } from "../api/types";

const effective: Policy = {
  mode: "required",
  methods: ["totp", "webauthn"],
  defaultMethod: "totp",
  graceDays: 7,
  localUsersOnly: true,
  selfDisable: false,
  exemptRoles: [],
  requiredRoles: [],
  allowExemptions: true,
  rememberDevice: { enabled: true, days: 30 },
  backupCodes: { count: 10 },
  enrolment: { otpsRequired: 2, backupCodesStep: "before", qrLifetimeSeconds: 180, showQrOnRequest: false, revealKeyOnClick: true },
  attempts: { max: 5, lockSeconds: 30 },
  adaptive: { threshold: 50, trustedNetworks: [], enrolWhenRisky: false },
  sms: { unique: false, types: ["MOBILE", "FIXED_LINE_OR_MOBILE"], sender: "", text: "" },
  email: { forAdmins: false },
  registration: { optIn: "offered", signInAgain: true },
  notifications: { email: true, contact: "" },
};

export const policyView: PolicyView = {
  managed: true,
  own: { rememberDevice: { enabled: true } },
  floor: { mode: "required", graceDays: 7, methods: ["totp", "webauthn"], selfDisable: false },
  effective,
  sources: { mode: "floor", graceDays: "floor", methods: "floor", selfDisable: "floor", "rememberDevice.enabled": "own" },
  editable: ["graceDays", "methods", "attempts.max", "rememberDevice.enabled", "rememberDevice.days"],
};

export const preview: Preview = {
  usersAffected: 37,
  mustEnrol: 32,
  graceUntil: "2026-12-04T10:00:00Z",
  blockedServiceAccounts: 1,
  blockedClients: ["nightly-report"],
  withoutUsableMethod: 0,
  adaptive: null,
  refused: [],
  effective: { ...effective, graceDays: 3 },
};

export const me: Me = { username: "rita", firstName: "Rita", lastName: "Cole", side: "reseller", managed: false, may: ["view", "manage", "floor"], locale: null };

export const summary: Summary = { users: 500, enrolled: 468, required: 500, mustEnrol: 32, inGrace: 21, locked: 1, byMethod: { totp: 460 }, adminsWithoutMfa: 0 };

export const user: UserDetail = {
  id: "6d2f1c1e-7f0e-4a9c-9a3e-0d6f1b2c3d4e",
  username: "alice",
  firstName: "Alice",
  lastName: "Archer",
  email: "alice@acme.example",
  enabled: true,
  federated: false,
  isAdmin: false,
  mustEnrol: false,
  enrolled: true,
  methods: ["totp"],
  primaryMethod: "totp",
  backupCodesRemaining: 9,
  deviceCount: 0,
  required: false,
  requiredBy: [],
  graceEndsAt: null,
  lastChallengeAt: "2026-11-20T07:58:03Z",
  lastChallengeMethod: "totp",
  locked: false,
  lockedUntil: null,
  factors: [],
  identityProviders: [],
  devices: [],
  why: [{ message: "MFA is required (mode from: floor).", code: "required", params: { source: "floor" } }],
};

export const tenant: Tenant = {
  realm: "acme",
  displayName: "Acme Ltd",
  mode: "optional",
  modeSource: "own",
  floor: null,
  unreadable: false,
  users: 500,
  enrolled: 468,
  mustEnrol: 0,
  inGrace: 0,
  locked: 0,
  adminsWithoutMfa: 0,
  compliant: false,
  lastChange: "floor_changed",
  lastChangeAt: "2026-11-24T09:00:00Z",
  lastChangeBy: "rita",
  may: "manage",
};
