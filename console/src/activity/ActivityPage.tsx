// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, MenuToggle, PageSection, Select, SelectList, SelectOption, TextInputGroup, TextInputGroupMain, TextInputGroupUtilities, Title } from "@patternfly/react-core";
import TimesIcon from "@patternfly/react-icons/dist/esm/icons/times-icon";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router-dom";
import { useTenants } from "../api/tenants";
import { ActivityList, TenantsActivityList } from "./ActivityList";

/** What was done in all tenants, or in one of them. */
export default function ActivityPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const realm = params.get("tenant");
  return (
    <>
      <PageSection variant="light">
        <Title headingLevel="h1">{t("activity.title")}</Title>
        <div className="mfa-gap-top">
          <TenantChoice chosen={realm} choose={(tenant) => setParams(tenant === null ? {} : { tenant }, { replace: true })} />
        </div>
      </PageSection>
      <PageSection isFilled>
        {realm ? (
          <ActivityList key={realm} realm={realm} />
        ) : (
          <TenantsActivityList />
        )}
      </PageSection>
    </>
  );
}

type ChoiceProps = { chosen: string | null; choose: (realm: string | null) => void };

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
              placeholder={t("activity.all")}
              role="combobox"
              isExpanded={open}
              aria-controls="activity-tenants"
              onClick={() => setOpen(true)}
              onChange={(_event, text) => {
                setTyped(text);
                setOpen(true);
              }}
            />
            {chosen !== null && (
              <TextInputGroupUtilities>
                <Button
                  variant="plain"
                  aria-label={t("activity.all")}
                  onClick={(event) => {
                    event.stopPropagation();
                    setTyped(null);
                    choose(null);
                  }}
                >
                  <TimesIcon />
                </Button>
              </TextInputGroupUtilities>
            )}
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
