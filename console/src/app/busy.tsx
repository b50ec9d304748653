// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Bullseye, Spinner } from "@patternfly/react-core";
import { useIsFetching, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

// Between a page's code and its first call, nothing is under way for a moment.
const QUIET = 150;

/** Says on `main` whether something is still on the way, for screen readers and tests. */
export function useBusy(id: string): void {
  const queries = useQueryClient();
  const busy = useIsFetching() > 0;
  useEffect(() => {
    const main = document.getElementById(id);
    if (busy) {
      main?.setAttribute("aria-busy", "true");
      return;
    }
    const timer = setTimeout(() => queries.isFetching() === 0 && main?.setAttribute("aria-busy", "false"), QUIET);
    return () => clearTimeout(timer);
  }, [busy, id, queries]);
}

/** While the code of a page is on the way. */
export function PageOnTheWay() {
  const { t } = useTranslation();
  return (
    <Bullseye className="mfa-on-the-way">
      <Spinner aria-label={t("loading")} />
    </Bullseye>
  );
}
