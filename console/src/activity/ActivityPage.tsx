// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Card, MenuToggle, PageSection, Select, SelectList, SelectOption, TextInputGroup, TextInputGroupMain, Title } from "@patternfly/react-core";
import HistoryIcon from "@patternfly/react-icons/dist/esm/icons/history-icon";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";
import { useTenants } from "../api/tenants";
import { Nothing } from "../parts/Nothing";
import { ActivityList } from "./ActivityList";

/** Each tenant has a record of its own, so a reseller chooses one. */
export default function ActivityPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const realm = params.get("tenant");
  return (
    <>
      <PageSection variant="light">
        <Title headingLevel="h1">{t("activity.title")}</Title>
        <div className="mfa-gap-top">
          <TenantChoice chosen={realm} choose={(tenant) => setParams({ tenant }, { replace: true })} />
        </div>
      </PageSection>
      <PageSection isFilled>
        {realm ? (
          <ActivityList key={realm} realm={realm} />
        ) : (
          <Card className="mfa-list">
            <Nothing icon={HistoryIcon} title={t("activity.pick")} help={t("activity.pickHelp")} />
          </Card>
        )}
      </PageSection>
    </>
  );
}

type ChoiceProps = { chosen: string | null; choose: (realm: string) => void };

function TenantChoice({ chosen, choose }: ChoiceProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const tenants = useTenants({ sort: "name", order: "asc", ...(typed && { search: typed }) });
  const offered = tenants.data?.items ?? [];
  const shown = typed ?? offered.find(({ realm }) => realm === chosen)?.displayName ?? chosen ?? "";
  return (
    <Select
      isOpen={open}
      onOpenChange={setOpen}
      shouldFocusFirstItemOnOpen={false}
      isScrollable
      onSelect={(_event, realm) => {
        setOpen(false);
        setTyped(null);
        choose(String(realm));
      }}
      toggle={(ref) => (
        <MenuToggle ref={ref} variant="typeahead" className="mfa-find-wide" isExpanded={open} onClick={() => setOpen(!open)} aria-label={t("activity.tenant")}>
          <TextInputGroup isPlain>
            <TextInputGroupMain
              value={shown}
              aria-label={t("activity.tenant")}
              placeholder={t("tenants.search")}
              role="combobox"
              isExpanded={open}
              aria-controls="activity-tenants"
              onClick={() => setOpen(true)}
              onChange={(_event, text) => {
                setTyped(text);
                setOpen(true);
              }}
            />
          </TextInputGroup>
        </MenuToggle>
      )}
    >
      <SelectList id="activity-tenants">
        {offered.map(({ realm, displayName }) => (
          <SelectOption key={realm} value={realm} {...(displayName && { description: realm })}>
            {displayName ?? realm}
          </SelectOption>
        ))}
        {offered.length === 0 && <SelectOption isDisabled>{tenants.isPending ? t("loading") : t("tenants.empty")}</SelectOption>}
      </SelectList>
    </Select>
  );
}
