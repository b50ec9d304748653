// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader, EmptyStateIcon } from "@patternfly/react-core";
import PlugIcon from "@patternfly/react-icons/dist/esm/icons/plug-icon";
import { useTranslation } from "react-i18next";
import { useSay } from "./say";

type Props = { problem: unknown; retry?: () => void };

/** In place of what could not be loaded. */
export function Failed({ problem, retry }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <EmptyState variant="sm">
      <EmptyStateHeader titleText={t("problems.empty")} headingLevel="h2" icon={<EmptyStateIcon icon={PlugIcon} />} />
      <EmptyStateBody>{say(problem)}</EmptyStateBody>
      {retry && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="secondary" onClick={retry}>
              {t("do.retry")}
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
