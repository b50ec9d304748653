// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, EmptyState, EmptyStateBody, EmptyStateFooter, EmptyStateHeader, EmptyStateIcon } from "@patternfly/react-core";
import SearchIcon from "@patternfly/react-icons/dist/esm/icons/search-icon";
import type { ComponentType } from "react";

type Props = { title: string; help: string; icon?: ComponentType; action?: { label: string; run: () => void } };

/** A list without entries says why, and what to do. */
export function Nothing({ title, help, icon = SearchIcon, action }: Props) {
  return (
    <EmptyState variant="sm">
      <EmptyStateHeader titleText={title} headingLevel="h2" icon={<EmptyStateIcon icon={icon} />} />
      <EmptyStateBody>{help}</EmptyStateBody>
      {action && (
        <EmptyStateFooter>
          <Button variant="link" onClick={action.run}>
            {action.label}
          </Button>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
