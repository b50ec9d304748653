// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import "@patternfly/react-styles/css/components/Tabs/tabs.css";
import { Link } from "react-router-dom";

type Props = { label: string; tabs: readonly { to: string; name: string; here: boolean }[] };

/** Links that look like tabs. PatternFly's own tabs point to contents on the same page, which these have not. */
export function TabNav({ label, tabs }: Props) {
  return (
    <nav aria-label={label} className="pf-v5-c-tabs pf-m-page-insets">
      <ul className="pf-v5-c-tabs__list">
        {tabs.map(({ to, name, here }) => (
          <li key={to} className={here ? "pf-v5-c-tabs__item pf-m-current" : "pf-v5-c-tabs__item"}>
            <Link to={to} className="pf-v5-c-tabs__link" {...(here && { "aria-current": "page" as const })}>
              <span className="pf-v5-c-tabs__item-text">{name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
