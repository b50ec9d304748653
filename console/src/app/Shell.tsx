// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Masthead, MastheadContent, MastheadMain, MastheadToggle, Nav, NavItem, NavList, Page, PageSidebar, PageSidebarBody, PageToggleButton, SkipToContent } from "@patternfly/react-core";
import BarsIcon from "@patternfly/react-icons/dist/esm/icons/bars-icon";
import ShieldAltIcon from "@patternfly/react-icons/dist/esm/icons/shield-alt-icon";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router-dom";
import type { Me } from "../api/types";
import { environment } from "../environment";
import { Account } from "./Account";
import { places } from "./places";
import { useBusy } from "./busy";

const CONTENT = "content";

/** What is around each page: who one is, where one can go. */
export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useBusy(CONTENT);
  const all = places(me);
  const header = (
    <Masthead>
      {all.length > 0 && (
        <MastheadToggle>
          <PageToggleButton variant="plain" aria-label={t("nav.toggle")}>
            <BarsIcon />
          </PageToggleButton>
        </MastheadToggle>
      )}
      <MastheadMain>
        <Link to="/" className="mfa-brand">
          <ShieldAltIcon /> <span>{environment.productName ?? t("product")}</span>
        </Link>
      </MastheadMain>
      <MastheadContent>
        <Account me={me} />
      </MastheadContent>
    </Masthead>
  );
  const sidebar = all.length > 0 && (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label={t("nav.label")}>
          <NavList>
            {all.map(({ name, to, here }) => (
              <NavItem key={to} isActive={here(pathname)}>
                <Link to={to} {...(here(pathname) && { "aria-current": "page" as const })}>
                  {t(`nav.${name}`)}
                </Link>
              </NavItem>
            ))}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
  const skip = (
    <SkipToContent
      href={`#${CONTENT}`}
      onClick={(event) => {
        // The hash is the place within the console, so the link itself must not be followed.
        event.preventDefault();
        document.getElementById(CONTENT)?.focus();
      }}
    >
      {t("skip")}
    </SkipToContent>
  );
  return (
    <Page header={header} sidebar={sidebar} skipToContent={skip} mainContainerId={CONTENT} isManagedSidebar>
      {children}
    </Page>
  );
}
