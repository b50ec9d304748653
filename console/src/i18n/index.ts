// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { environment } from "../environment";
import { en, type Texts } from "./en";

export type Language = "en" | "de";

// Only an explicit choice in the menu is kept.
const CHOICE = "msp-mfa-console.language";

/** English is in the first load, since it is also what a missing text falls back to; German is fetched when wanted. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  await speak(supported(localStorage.getItem(CHOICE)) ?? supported(environment.locale) ?? "en");
}

export async function speak(wanted: Language): Promise<void> {
  if (wanted === "de" && !i18next.hasResourceBundle("de", "translation")) {
    const { de } = await import("./de");
    i18next.addResourceBundle("de", "translation", de);
  }
  await i18next.changeLanguage(wanted);
  document.documentElement.lang = wanted;
}

export async function choose(wanted: Language): Promise<void> {
  localStorage.setItem(CHOICE, wanted);
  await speak(wanted);
}

/** The language that the caller has chosen in Keycloak, unless the menu here says otherwise. */
export async function prefer(locale: string | null): Promise<void> {
  const wanted = supported(locale);
  if (wanted && !localStorage.getItem(CHOICE)) await speak(wanted);
}

export function language(): Language {
  return supported(i18next.language) ?? "en";
}

function supported(locale: string | null | undefined): Language | undefined {
  const short = locale?.slice(0, 2);
  return short === "en" || short === "de" ? short : undefined;
}

declare module "i18next" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- merged into i18next's own interface
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Texts };
  }
}
