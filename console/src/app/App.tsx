// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Suspense, useEffect } from "react";
import { HashRouter, Navigate, Route, Routes, useParams } from "react-router-dom";
import { AlertProvider } from "@keycloak/keycloak-ui-shared";
import { useMe } from "../api/me";
import { Problem } from "../api/problem";
import type { Me } from "../api/types";
import { environment } from "../environment";
import { prefer } from "../i18n";
import { page } from "../queries";
import { Failed } from "../parts/Failed";
import { PageOnTheWay } from "./busy";
import { Crash } from "./Crash";
import { NoAccess } from "./NoAccess";
import { NotFound } from "./NotFound";
import { places } from "./places";
import { Shell } from "./Shell";
import { Updated } from "./Updated";

const TenantsPage = page("tenants", () => import("../tenants/TenantsPage"));
const TenantPage = page("tenant", () => import("../tenant/TenantPage"));
const FindPage = page("find", () => import("../find/FindPage"));
const ActivityPage = page("activity", () => import("../activity/ActivityPage"));

export function App() {
  return (
    <HashRouter>
      <AlertProvider>
        <Updated />
        <Signed />
      </AlertProvider>
    </HashRouter>
  );
}

function Signed() {
  const me = useMe(environment.realm);
  useEffect(() => {
    if (me.data) void prefer(me.data.locale);
  }, [me.data]);
  if (me.data) return <Inside me={me.data} />;
  if (me.error && Problem.of(me.error).status === 403) return <Inside me={STRANGER} />;
  return <main aria-busy={me.isPending}>{me.error ? <Failed problem={me.error} retry={() => void me.refetch()} /> : <PageOnTheWay />}</main>;
}

const STRANGER: Me = { username: "", firstName: null, lastName: null, side: "tenant", managed: null, may: [], locale: null };

function Inside({ me }: { me: Me }) {
  const first = places(me)[0];
  return (
    <Shell me={me}>
      <Crash>
        <Suspense fallback={<PageOnTheWay />}>
          {first ? <Pages me={me} first={first.to} /> : <NoAccess me={me} />}
        </Suspense>
      </Crash>
    </Shell>
  );
}

function Pages({ me, first }: { me: Me; first: string }) {
  const home = <Route index element={<Navigate to={first} replace />} />;
  if (me.side === "tenant")
    return (
      <Routes>
        {home}
        <Route path="realm/:tab?" element={<TenantPage realm={environment.realm} base="/realm" />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    );
  return (
    <Routes>
      {home}
      <Route path="tenants" element={<TenantsPage me={me} />} />
      <Route path="tenants/:realm/:tab?" element={<OneTenant />} />
      <Route path="find" element={<FindPage />} />
      <Route path="activity" element={<ActivityPage />} />
      <Route path="team/:tab?" element={<TenantPage realm={environment.realm} base="/team" />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}

function OneTenant() {
  const { realm = "" } = useParams();
  // Another tenant is another page: what was typed or selected must not follow.
  return <TenantPage key={realm} realm={realm} base={`/tenants/${encodeURIComponent(realm)}`} among />;
}
