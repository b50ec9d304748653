// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Label, type LabelProps } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { MODES, type Mode } from "../api/types";

const COLOURS: Record<Mode, NonNullable<LabelProps["color"]>> = { required: "green", adaptive: "cyan", optional: "gold", off: "red" };

export const isMode = (mode: string | null): mode is Mode => MODES.some((each) => each === mode);

/** The mode of a realm; null if it isn't managed. */
export function ModeLabel({ mode }: { mode: string | null }) {
  const { t } = useTranslation();
  return isMode(mode) ? (
    <Label isCompact color={COLOURS[mode]}>
      {t(`mode.${mode}`)}
    </Label>
  ) : (
    <Label isCompact>{t("mode.unmanaged")}</Label>
  );
}
