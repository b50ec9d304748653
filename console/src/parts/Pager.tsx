// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button } from "@patternfly/react-core";
import AngleLeftIcon from "@patternfly/react-icons/dist/esm/icons/angle-left-icon";
import AngleRightIcon from "@patternfly/react-icons/dist/esm/icons/angle-right-icon";
import { useTranslation } from "react-i18next";
import { number } from "../i18n/format";
import type { Pages } from "./pages";

type Props = { pages: Pages; size: number; shown: number; next: string | null; total?: number | null | undefined };

/** Forwards and backwards through a list whose pages only know the next one. */
export function Pager({ pages, size, shown, next, total }: Props) {
  const { t } = useTranslation();
  const from = number(pages.page * size + 1);
  const to = number(pages.page * size + shown);
  return (
    <nav className="mfa-pager" aria-label={t("pages.label")}>
      <span aria-live="polite">{shown > 0 && (total == null ? t("pages.range", { from, to }) : t("pages.rangeOf", { from, to, total: number(total) }))}</span>
      <Button variant="plain" aria-label={t("pages.previous")} isDisabled={pages.page === 0} onClick={pages.previous}>
        <AngleLeftIcon />
      </Button>
      <Button variant="plain" aria-label={t("pages.next")} isDisabled={next === null} onClick={() => next !== null && pages.next(next)}>
        <AngleRightIcon />
      </Button>
    </nav>
  );
}
