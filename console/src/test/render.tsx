// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { AlertProvider } from "@keycloak/keycloak-ui-shared";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router-dom";

/** Shows a part of the console as the console does. */
export function show(part: ReactNode, at = "/") {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={queries}>
      <MemoryRouter initialEntries={[at]}>
        <AlertProvider>{part}</AlertProvider>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}
