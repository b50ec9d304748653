// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader, EmptyStateIcon } from "@patternfly/react-core";
import PlugIcon from "@patternfly/react-icons/dist/esm/icons/plug-icon";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem";
import { useSay } from "./say";

type Props = { problem: unknown; retry?: () => void; part?: boolean };

/** In place of what could not be loaded. `part`: a call that older servers don't have. */
export function Failed({ problem, retry, part = false }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const missing = part && Problem.of(problem).status === 404;
  return (
    <EmptyState variant="sm">
      <EmptyStateHeader titleText={t("problems.empty")} headingLevel="h2" icon={<EmptyStateIcon icon={PlugIcon} />} />
      <EmptyStateBody>{missing ? t("problems.soon") : say(problem)}</EmptyStateBody>
      {retry && !missing && (
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
