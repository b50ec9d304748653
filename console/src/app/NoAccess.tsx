// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader, EmptyStateIcon, PageSection } from "@patternfly/react-core";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import { useTranslation } from "react-i18next";
import { nameOf } from "../api/me";
import type { Me } from "../api/types";
import { environment } from "../environment";
import { signOut } from "../session";

/** For people whose account has no role here. It says whom to ask, and offers another account. */
export function NoAccess({ me }: { me: Me }) {
  const { t } = useTranslation();
  const role = environment.realm === "master" ? "reseller" : "tenant";
  return (
    <PageSection variant="light" isFilled>
      <EmptyState variant="lg">
        <EmptyStateHeader titleText={t("noAccess.title")} headingLevel="h1" icon={<EmptyStateIcon icon={LockIcon} />} />
        <EmptyStateBody>
          <p>{t("noAccess.body", { name: nameOf(me) })}</p>
          <p className="mfa-gap-top">{t(`noAccess.${role}`)}</p>
        </EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="secondary" onClick={() => void signOut()}>
              {t("menu.signOut")}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </PageSection>
  );
}
