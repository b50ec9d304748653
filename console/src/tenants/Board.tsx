// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Card, CardBody, CardTitle, Skeleton } from "@patternfly/react-core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { TenantsSummary } from "../api/types";
import { METHODS, MODES, type Mode } from "../api/types";
import { Legend } from "../figures/Legend";
import { spread } from "../figures/spread";
import { StackedBar, type Part, type Tone } from "../figures/StackedBar";
import { number, percent } from "../i18n/format";
import { Failed } from "../parts/Failed";
import type { TenantFilters } from "./filters";
import { Needs } from "./Needs";

type Props = { summary: UseQueryResult<TenantsSummary>; show: TenantFilters["set"] };

/** The whole portfolio in one figure, and what needs the reseller. */
export function Board({ summary, show }: Props) {
  const { t } = useTranslation();
  if (summary.error) return <Card><Failed problem={summary.error} retry={() => void summary.refetch()} /></Card>;
  const counts = summary.data;
  if (counts?.tenants === 0) return null;
  return (
    <div className="mfa-board">
      <Card>
        <CardTitle component="h2">{t("tenants.big.title")}</CardTitle>
        <CardBody>{counts ? <Shares counts={counts} /> : <Skeleton height="14rem" screenreaderText={t("loading")} />}</CardBody>
      </Card>
      <Card>
        <CardTitle component="h2">{t("tenants.needs.title")}</CardTitle>
        <CardBody>{counts ? <Needs counts={counts} show={show} /> : <Skeleton height="14rem" screenreaderText={t("loading")} />}</CardBody>
      </Card>
    </div>
  );
}

const MODE_TONES: Record<Mode, Tone> = { required: "good", adaptive: "calm", optional: "soon", off: "bad" };

function Shares({ counts }: { counts: TenantsSummary }) {
  const { t } = useTranslation();
  const { users, enrolled, tenants, managed, byMode, compliant, byMethod } = counts;
  const groups = spread(counts);
  const people: Part[] = [
    { tone: "good", count: groups.good, label: t("users.legend.enrolled") },
    { tone: "soon", count: groups.soon, label: t("users.legend.inGrace") },
    { tone: "bad", count: groups.bad, label: t("users.legend.mustEnrol") },
    { tone: "rest", count: groups.rest, label: t("users.legend.rest") },
  ];
  const modes: Part[] = [
    ...MODES.toReversed().map((mode) => ({ tone: MODE_TONES[mode], count: byMode[mode] ?? 0, label: t(`mode.${mode}`) })),
    { tone: "rest", count: tenants - managed, label: t("mode.unmanaged") },
  ];
  const used = METHODS.filter((method) => (byMethod[method] ?? 0) > 0);
  return (
    <>
      <div className="mfa-big">
        <span className="mfa-big-figure">{percent(enrolled, users)}</span>
        <span className="mfa-quiet">
          {t("tenants.big.of", { part: number(enrolled), whole: number(users) })}
          <br />
          {t("tenants.big.inTenants", { count: tenants })}
        </span>
      </div>
      <StackedBar parts={people} label={t("users.figures.bar", { enrolled: number(enrolled), users: number(users) })} />
      <Legend parts={people} />
      <div className="mfa-line">
        <h3>{t("tenants.byMode")}</h3>
        <span className="mfa-quiet">{t("tenants.requireAll", { part: number(compliant), whole: number(tenants) })}</span>
      </div>
      <StackedBar thin parts={modes} label={modes.map(({ label, count }) => `${label}: ${number(count)}`).join(", ")} />
      <Legend parts={modes} />
      {used.length > 0 && (
        <>
          <div className="mfa-line">
            <h3>{t("tenants.methods")}</h3>
            <span className="mfa-quiet">{t("tenants.methodsHelp")}</span>
          </div>
          <ul className="mfa-legend">
            {used.map((method) => (
              <li key={method}>
                <strong>{number(byMethod[method] ?? 0)}</strong> {t(`method.${method}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
