// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Bullseye, Spinner } from "@patternfly/react-core";
import { useIsFetching, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

// Between a page's code and its first call, nothing is under way for a moment.
const QUIET = 80;

/** Says on `main` whether something is still on the way, for screen readers and tests. */
export function useBusy(id: string): void {
  const busy = useIsFetching() > 0;
  useEffect(() => {
    const main = document.getElementById(id);
    if (busy) main?.setAttribute("aria-busy", "true");
    const timer = setTimeout(() => main?.setAttribute("aria-busy", String(busy)), busy ? 0 : QUIET);
    return () => clearTimeout(timer);
  }, [busy, id]);
}

/** While the code of a page is on the way. Counts as a call that never answers, so that `main` is busy. */
export function PageOnTheWay() {
  const { t } = useTranslation();
  useQuery({ queryKey: ["page"], queryFn: ({ signal }) => new Promise<null>((done) => signal.addEventListener("abort", () => done(null))), gcTime: 0 });
  return (
    <Bullseye className="mfa-on-the-way">
      <Spinner aria-label={t("loading")} />
    </Bullseye>
  );
}
