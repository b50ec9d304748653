// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useTranslation } from "react-i18next";
import type { Sentence } from "../../api/types";
import { time } from "../../i18n/format";
import { ours } from "../../parts/say";
import { Section } from "./Section";

/** Why MFA is asked of the user or not, the most important first. */
export function Why({ sentences }: { sentences: readonly Sentence[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t("users.drawer.why")}>
      <ul className="mfa-why">
        {sentences.map((sentence) => (
          <li key={sentence.code}>{say(sentence)}</li>
        ))}
      </ul>
    </Section>
  );

  function say({ code, params, message }: Sentence): string {
    const { source, until } = params;
    return (
      ours(`users.why.${code}`, {
        ...params,
        ...(typeof source === "string" && { source: ours(`users.source.${source}`, {}) ?? source }),
        ...(typeof until === "string" && { until: time(until) }),
      }) ?? message
    );
  }
}
