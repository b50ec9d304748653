// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Breadcrumb, BreadcrumbItem, Label, Skeleton } from "@patternfly/react-core";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { PolicyView, Summary } from "../api/types";
import { Figure } from "../figures/Figure";
import { ModeLabel } from "../figures/ModeLabel";
import { spread } from "../figures/spread";
import { StackedBar } from "../figures/StackedBar";
import { number } from "../i18n/format";

type Props = { realm: string; name: string; among: boolean; reseller: boolean; summary: UseQueryResult<Summary>; policy: PolicyView | undefined };

/** The realm in one line and four figures. */
export function Head({ realm, name: called, among, reseller, summary, policy }: Props) {
  const { t } = useTranslation();
  const name = realm === "master" ? t("nav.team") : called;
  const source = policy?.sources.mode;
  const set = source === "floor" ? (reseller ? t("policy.source.floorYou") : t("policy.source.floor")) : source === "own" ? (reseller ? t("policy.source.own") : t("policy.source.here")) : null;
  return (
    <div className="mfa-tenant-head">
      <div className="mfa-tenant-name">
        {among && (
          <Breadcrumb>
            <BreadcrumbItem render={({ className }) => <Link to="/tenants" className={className}>{t("nav.tenants")}</Link>} />
            <BreadcrumbItem isActive>
              <bdi>{name}</bdi>
            </BreadcrumbItem>
          </Breadcrumb>
        )}
        <h1>
          <bdi>{name}</bdi>
          {policy && (policy.managed ? <ModeLabel mode={policy.effective?.mode ?? "optional"} /> : <ModeLabel mode={null} />)}
          {set && source === "floor" && <Label isCompact icon={<LockIcon />} variant="outline">{set}</Label>}
          {set && source !== "floor" && <Label isCompact variant="outline">{set}</Label>}
        </h1>
        {name !== realm && <p className="mfa-quiet">{t("users.realm", { realm })}</p>}
      </div>
      {summary.data ? <Figures summary={summary.data} /> : summary.isPending && summary.fetchStatus !== "idle" && <Skeleton className="mfa-figures" width="22rem" height="3rem" screenreaderText={t("loading")} />}
      {summary.data && <Bar summary={summary.data} />}
    </div>
  );
}

function Figures({ summary: { users, enrolled, inGrace, adminsWithoutMfa, locked } }: { summary: Summary }) {
  const { t } = useTranslation();
  return (
    <dl className="mfa-figures">
      <Figure value={t("users.figures.of", { part: number(enrolled), whole: number(users) })} label={t("users.figures.enrolled")} />
      <Figure value={number(inGrace)} label={t("users.figures.inGrace")} tone={inGrace > 0 ? "soon" : "plain"} />
      <Figure value={number(adminsWithoutMfa)} label={t("users.figures.admins")} tone={adminsWithoutMfa > 0 ? "bad" : "plain"} />
      <Figure value={number(locked)} label={t("users.figures.locked")} tone={locked > 0 ? "bad" : "plain"} />
    </dl>
  );
}

function Bar({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const { users, enrolled } = summary;
  const { good, soon, bad, rest } = spread(summary);
  return (
    <StackedBar
      thin
      label={t("users.figures.bar", { enrolled: number(enrolled), users: number(users) })}
      parts={[
        { tone: "good", count: good, label: t("users.legend.enrolled") },
        { tone: "soon", count: soon, label: t("users.legend.inGrace") },
        { tone: "bad", count: bad, label: t("users.legend.mustEnrol") },
        { tone: "rest", count: rest, label: t("users.legend.rest") },
      ]}
    />
  );
}
