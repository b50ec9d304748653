// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import "@patternfly/react-core/dist/styles/base.css";
import "./styles/fonts.css";
import { createRoot } from "react-dom/client";
import { environment } from "./environment";

const app = document.getElementById("app");
if (app) createRoot(app).render(<main>{environment.realm}</main>);
