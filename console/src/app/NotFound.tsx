// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader, EmptyStateIcon, PageSection } from "@patternfly/react-core";
import SearchIcon from "@patternfly/react-icons/dist/esm/icons/search-icon";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <PageSection variant="light" isFilled>
      <EmptyState>
        <EmptyStateHeader titleText={t("notFound.title")} headingLevel="h1" icon={<EmptyStateIcon icon={SearchIcon} />} />
        <EmptyStateBody>{t("notFound.body")}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <Link to="/">{t("notFound.home")}</Link>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
    </PageSection>
  );
}
